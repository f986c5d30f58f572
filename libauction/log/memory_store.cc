#include "libauction/log/memory_store.h"

namespace auction {

CommitAnswer MemoryStore::commit(std::span<const StreamBatch> batch) {
  check_batch(batch);
  for (const StreamBatch& part : batch) {
    const Head end = std::get<Head>(head(part.stream));
    if (!fits(part, end) || is_answered(part)) return BatchConflict{part.stream, end};
  }
  for (const StreamBatch& part : batch) {
    if (!part.records.empty()) {
      std::vector<Record>& kept = records_[part.stream];
      kept.insert(kept.end(), part.records.begin(), part.records.end());
    }
    for (const StoredAnswer& answer : part.answers) {
      answers_[part.stream].emplace(answer.command, answer);
    }
  }
  return Committed{};
}

FoundAnswer MemoryStore::find_answer(StreamId stream, CommandId command) {
  const auto found = answers_.find(stream);
  if (found == answers_.end()) return std::nullopt;
  const auto answer = found->second.find(command);
  if (answer == found->second.end()) return std::nullopt;
  return answer->second;
}

StreamsAnswer MemoryStore::streams() {
  std::vector<StreamId> ids;
  for (const auto& [stream, kept] : records_) ids.push_back(stream);
  return ids;
}

HeadAnswer MemoryStore::read(StreamId stream, std::uint64_t from_seq, const RecordVisitor& visit) {
  for (const Record& record : records(stream)) {
    if (last_seq(record) >= from_seq && !visit(record)) break;
  }
  return head(stream);
}

HeadAnswer MemoryStore::head(StreamId stream) {
  const std::span<const Record> kept = records(stream);
  return kept.empty() ? genesis(stream) : head_after(kept.back());
}

std::span<const Record> MemoryStore::records(StreamId stream) const {
  const auto found = records_.find(stream);
  return found == records_.end() ? std::span<const Record>{} : found->second;
}

bool MemoryStore::is_answered(const StreamBatch& part) const {
  const auto found = answers_.find(part.stream);
  if (found == answers_.end()) return false;
  for (const StoredAnswer& answer : part.answers) {
    if (found->second.contains(answer.command)) return true;
  }
  return false;
}

}  // namespace auction
