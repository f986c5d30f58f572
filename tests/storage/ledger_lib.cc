#include "tests/storage/ledger.h"

#include <algorithm>

#include "tests/support/chains.h"

namespace auction {

Ledger::End Ledger::first() {
  End end;
  for (std::size_t i = 0; i < kStreams; ++i) end.heads.push_back(genesis(stream(i)));
  return end;
}

std::vector<StreamBatch> Ledger::draw(SplitMix64& chance) {
  std::vector<StreamBatch> batch;
  std::uint64_t answers = ends_.back().answers;
  for (std::size_t i = 0; i < kStreams; ++i) {
    if (chance.below(2) == 0 && !(i + 1 == kStreams && batch.empty())) continue;
    Head head = ends_.back().heads[i];
    StreamBatch part{stream(i), head.seq, {}, {}};
    for (std::uint64_t n = chance.below(4); n > 0; --n) {
      const auto events =
          static_cast<std::uint32_t>(1 + chance.below(chance.below(8) == 0 ? 300 : 4));
      part.records.push_back(
          record_after(head, events, static_cast<std::int64_t>(chance.next() >> 1)));
      head = head_after(part.records.back());
    }
    for (std::uint64_t n = chance.below(3) + (part.records.empty() ? 1 : 0); n > 0; --n) {
      part.answers.push_back(answer_to(++answers, static_cast<std::size_t>(chance.below(200))));
    }
    batch.push_back(std::move(part));
  }
  return batch;
}

void Ledger::tried(const std::vector<StreamBatch>& batch) {
  End end = ends_.back();
  std::vector<std::pair<StreamId, StoredAnswer>> answers;
  for (const StreamBatch& part : batch) {
    for (std::size_t i = 0; i < kStreams; ++i) {
      if (part.stream == stream(i) && !part.records.empty()) {
        end.heads[i] = head_after(part.records.back());
      }
    }
    for (const StoredAnswer& answer : part.answers) answers.emplace_back(part.stream, answer);
  }
  end.answers += answers.size();
  ends_.push_back(std::move(end));
  answers_.push_back(std::move(answers));
}

void Ledger::forget_after(std::size_t k) {
  ends_.resize(k + 1);
  answers_.resize(k + 1);
}

// The answers of the last batches it should have, and of the first that it should not.
std::optional<std::string> Ledger::fault_in_answers(SqliteStore& store, std::size_t k) const {
  for (std::size_t batch = k > 3 ? k - 3 : 1; batch < answers_.size() && batch <= k + 1; ++batch) {
    for (const auto& [stream, answer] : answers_[batch]) {
      const FoundAnswer found = store.find_answer(stream, answer.command);
      const auto* kept = std::get_if<std::optional<StoredAnswer>>(&found);
      if (kept == nullptr) return "an answer cannot be read";
      if (batch <= k && *kept != answer) return "an answer is lost or another";
      if (batch > k && kept->has_value()) return "an answer is there without its batch";
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> Ledger::count_in(SqliteStore& store, std::string& why) const {
  const absl::Status sound = store.verify();
  if (!sound.ok()) {
    why = std::string(sound.message());
    return std::nullopt;
  }
  std::vector<Head> heads;
  for (std::size_t i = 0; i < kStreams; ++i) {
    const HeadAnswer head = store.head(stream(i));
    heads.push_back(std::holds_alternative<Head>(head) ? std::get<Head>(head) : Head{});
  }
  std::optional<std::string> fault = "the heads are those of no batch";
  for (std::size_t k = ends_.size(); k-- > 0;) {
    if (ends_[k].heads != heads) continue;
    fault = fault_in_answers(store, k);  // batches of refusals alone move no head
    if (!fault) return k;
  }
  why = *fault;
  return std::nullopt;
}

Snapshot Ledger::snapshot(StreamId stream) const {
  Snapshot made;
  for (std::size_t i = 0; i < kStreams; ++i) {
    if (stream == Ledger::stream(i)) made.head = ends_.back().heads[i];
  }
  const auto size = static_cast<std::size_t>(100 + made.head.seq % 7 * 1500);
  for (std::size_t i = 0; i < size; ++i) made.state.push_back(made.head.hash.bytes[i % 32]);
  return made;
}

bool Ledger::may_be(StreamId stream, const Snapshot& found) const {
  for (std::size_t i = 0; i < kStreams; ++i) {
    if (stream != Ledger::stream(i)) continue;
    for (const End& end : ends_) {
      if (end.heads[i] == found.head) {
        return std::equal(found.state.begin(), found.state.begin() + 32,
                          found.head.hash.bytes.begin());
      }
    }
  }
  return false;
}

}  // namespace auction
