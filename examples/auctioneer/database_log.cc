#include "examples/auctioneer/database_log.h"

namespace auction::cli {
namespace {

constexpr std::size_t kGroup = 256;  // records in a commit, or
constexpr std::chrono::seconds kPatience{1};

}  // namespace

DatabaseLog::DatabaseLog(std::string path)
    : path_(std::move(path)), store_(open_database(path_, Opening::kToWrite)) {}

DatabaseLog::~DatabaseLog() { (void)commit(); }

AppendAnswer DatabaseLog::append(StreamId stream, std::uint64_t expected_seq,
                                 std::span<const Record> records) {
  if (!stream_) learn(stream);
  AppendAnswer answer = kept_.append(stream, expected_seq, records);
  if (!std::holds_alternative<Appended>(answer)) return answer;
  for (const Record& record : records) {
    if (auto failure = keep(record)) return *failure;
  }
  return answer;
}

void DatabaseLog::learn(StreamId stream) {
  stream_ = stream;
  waiting_.stream = stream;
  found_ = records_in(*store_, stream, path_);
  if (!found_.empty()) waiting_.expected_seq = last_seq(found_.back());
}

std::optional<StorageFailure> DatabaseLog::keep(const Record& record) {
  if (compared_ < found_.size()) {
    if (found_[compared_++] != record) refuse(record.seq);
    return std::nullopt;
  }
  waiting_.records.push_back(record);
  const bool is_due = std::chrono::steady_clock::now() - committed_ >= kPatience;
  return is_due || waiting_.records.size() >= kGroup ? commit() : std::nullopt;
}

std::optional<StorageFailure> DatabaseLog::commit() {
  if (waiting_.records.empty()) return std::nullopt;
  const CommitAnswer answer = store_->commit({&waiting_, 1});
  if (const auto* failure = std::get_if<StorageFailure>(&answer)) {
    return StorageFailure{path_ + ": " + failure->what};
  }
  AUCTION_CHECK(std::holds_alternative<Committed>(answer), "a store has one writer");
  waiting_.expected_seq = last_seq(waiting_.records.back());
  waiting_.records.clear();
  committed_ = std::chrono::steady_clock::now();
  return std::nullopt;
}

void DatabaseLog::refuse(std::uint64_t seq) const {
  stop(kBadInput, "{}: holds auction {} already, with another history from event {} on; {}", path_,
       to_text(*stream_), seq, "--auction gives this one an id of its own");
}

HeadAnswer DatabaseLog::read(StreamId stream, std::uint64_t from_seq, const RecordVisitor& visit) {
  return kept_.read(stream, from_seq, visit);
}

HeadAnswer DatabaseLog::head(StreamId stream) { return kept_.head(stream); }

void DatabaseLog::close() {
  if (const auto failure = commit()) stop(kEnvironment, "{}", failure->what);
  if (compared_ < found_.size()) refuse(found_[compared_].seq);
}

}  // namespace auction::cli
