#include "examples/auctioneer/database.h"

#include <algorithm>

#include "libauction/adapters/json/json_fault.h"

namespace auction::cli {
namespace {

constexpr std::size_t kIdsListed = 20;

ExitCode code_of(absl::StatusCode code, Opening opening) {
  switch (code) {
    case absl::StatusCode::kDataLoss:
      return kSaidNo;
    case absl::StatusCode::kFailedPrecondition:
      return kBadInput;
    case absl::StatusCode::kNotFound:
      return opening == Opening::kToRead ? kBadInput : kEnvironment;
    default:
      return kEnvironment;
  }
}

std::string listed(const std::vector<StreamId>& streams) {
  std::string text;
  for (std::size_t i = 0; i < streams.size() && i < kIdsListed; ++i) {
    text += (i == 0 ? "" : ", ") + to_text(streams[i]);
  }
  if (streams.size() > kIdsListed) text += fmt::format(", {} more", streams.size() - kIdsListed);
  return text;
}

}  // namespace

void demand(const absl::Status& status, Opening opening) {
  if (!status.ok()) stop(code_of(status.code(), opening), "{}", to_std(status.message()));
}

std::unique_ptr<SqliteStore> open_database(const std::string& path, Opening opening) {
  SqliteOptions options;
  options.create = opening == Opening::kToWrite;
  if (opening == Opening::kToRead) options.wal_bytes = 0;  // nothing will be committed
  absl::StatusOr<std::unique_ptr<SqliteStore>> store = SqliteStore::open(path, options);
  demand(store.status(), opening);
  return *std::move(store);
}

void stop_for(const StorageFailure& failure, SqliteStore& store, const std::string& path) {
  const bool damaged = absl::IsDataLoss(store.reopen());
  stop(damaged ? kSaidNo : kEnvironment, "{}: {}", path, failure.what);
}

StreamId chosen_stream(SqliteStore& store, const LogPlace& place) {
  const auto streams = demand<std::vector<StreamId>>(store.streams(), store, place.path);
  if (streams.empty()) stop(kBadInput, "{}: holds no auction", place.path);
  if (const auto named = auction_of(place)) {
    const StreamId stream = stream_of(*named);
    if (std::find(streams.begin(), streams.end(), stream) != streams.end()) return stream;
    stop(kBadInput, "{}: holds no auction {}: {}", place.path, place.auction, listed(streams));
  }
  if (streams.size() == 1) return streams.front();
  stop(kBadInput, "{}: holds {} auctions, name one with --auction: {}", place.path, streams.size(),
       listed(streams));
}

std::vector<Record> records_in(SqliteStore& store, StreamId stream, const std::string& path) {
  std::vector<Record> records;
  const HeadAnswer read = store.read(stream, 1, [&](const Record& record) {
    records.push_back(record);
    return true;
  });
  (void)demand<Head>(read, store, path);
  return records;
}

}  // namespace auction::cli
