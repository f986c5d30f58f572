#include "tests/faults/faulty_store.h"

namespace auction {

Head FaultyStore::end_of(StreamId stream) const {
  const auto found = streams_.find(stream);
  if (found == streams_.end() || found->second.records.empty()) return genesis(stream);
  return head_after(found->second.records.back());
}

CommitAnswer FaultyStore::commit(std::span<const StreamBatch> batch) {
  const Fate met = fate ? fate(++commits_) : (++commits_, Fate::kKept);
  if (met == Fate::kRefused) return StorageFailure{"disk full"};
  check_batch(batch);
  for (const StreamBatch& part : batch) {
    if (!fits(part, end_of(part.stream))) return BatchConflict{part.stream, end_of(part.stream)};
  }
  for (const StreamBatch& part : batch) keep(part);
  if (witness) witness(batch);
  if (met == Fate::kKeptButFailed) return StorageFailure{"input/output error"};
  return Committed{};
}

void FaultyStore::keep(const StreamBatch& part) {
  Stream& stream = streams_[part.stream];
  stream.records.insert(stream.records.end(), part.records.begin(), part.records.end());
  for (const StoredAnswer& answer : part.answers) {
    if (!stream.answers.emplace(answer.command, answer).second) {
      wrong_ = "a second answer for command " + to_text(answer.command);
    }
  }
}

bool FaultyStore::looked_at() {
  if (committing) wrong_ = "the store was used while a batch was being written";
  return !unreadable;
}

FoundAnswer FaultyStore::find_answer(StreamId stream, CommandId command) {
  if (!looked_at()) return StorageFailure{"input/output error"};
  const StoredAnswer* found = answer(stream, command);
  return found == nullptr ? std::optional<StoredAnswer>{} : *found;
}

StreamsAnswer FaultyStore::streams() {
  if (!looked_at()) return StorageFailure{"input/output error"};
  std::vector<StreamId> ids;
  for (const auto& [id, stream] : streams_) ids.push_back(id);
  return ids;
}

HeadAnswer FaultyStore::read(StreamId stream, std::uint64_t from_seq, const RecordVisitor& visit) {
  if (!looked_at()) return StorageFailure{"input/output error"};
  for (const Record& record : records(stream)) {
    if (last_seq(record) >= from_seq && !visit(record)) break;
  }
  return end_of(stream);
}

HeadAnswer FaultyStore::head(StreamId stream) {
  if (!looked_at()) return StorageFailure{"input/output error"};
  return end_of(stream);
}

const std::vector<Record>& FaultyStore::records(StreamId stream) const {
  static const std::vector<Record> none;
  const auto found = streams_.find(stream);
  return found == streams_.end() ? none : found->second.records;
}

const StoredAnswer* FaultyStore::answer(StreamId stream, CommandId command) const {
  const auto found = streams_.find(stream);
  if (found == streams_.end()) return nullptr;
  const auto given = found->second.answers.find(command);
  return given == found->second.answers.end() ? nullptr : &given->second;
}

}  // namespace auction
