#include "examples/auctioneer/log_reading.h"

#include "examples/auctioneer/database.h"
#include "examples/auctioneer/files.h"
#include "libauction/adapters/json/json_fault.h"
#include "libauction/adapters/json/record.h"

namespace auction::cli {

namespace {

// The first record must say which auction this is.
LoadedLog named(LoadedLog log, const std::string& where) {
  if (log.records.empty()) stop(kBadInput, "{}: holds no record", log.name);
  const std::optional<StreamId> stream = named_stream(log.records.front());
  if (!stream) {
    stop(kBadInput, "{}: {}: a log begins with the record that creates the auction", log.name,
         where);
  }
  log.stream = *stream;
  return log;
}

LoadedLog log_from_database(const LogPlace& place) {
  const std::unique_ptr<SqliteStore> store = open_database(place.path, Opening::kToRead);
  const StreamId stream = chosen_stream(*store, place);
  LoadedLog log = named({place.path, records_in(*store, stream, place.path), {}}, "event 1");
  log.stream = stream;  // under which it is kept; verify compares
  return log;
}

}  // namespace

LoadedLog load_log(const LogPlace& place) {
  if (is_database(place.path)) return log_from_database(place);
  LoadedLog log = log_from_lines(read_file(place.path), name_of(place.path));
  const std::optional<AuctionId> asked = auction_of(place);
  if (asked && stream_of(*asked) != log.stream) {
    stop(kBadInput, "{}: holds auction {}, not {}", log.name, to_text(log.stream), place.auction);
  }
  return log;
}

LoadedLog log_from_lines(const std::string& text, const std::string& name) {
  absl::StatusOr<std::vector<Record>> records = records_from_lines(text);
  if (!records.ok()) stop(kBadInput, "{}: {}", name, to_std(records.status().message()));
  return named({name, *std::move(records), {}}, "line 1");
}

Replay replay_to(const LoadedLog& log, std::uint64_t seq) {
  const std::uint64_t last = last_seq(log.records.back());
  if (seq != kToTheEnd && seq > last) {
    stop(kBadInput, "{}: there is no event {}, the last one is {}", log.name, seq, last);
  }
  FoldAnswer answer = fold(log.records, log.stream, seq);
  if (const auto* fault = std::get_if<Fault>(&answer)) {
    stop(kSaidNo, "{}: at event {}: {}", log.name, fault->seq, fault->what);
  }
  if (const auto* failure = std::get_if<StorageFailure>(&answer)) {
    stop(kEnvironment, "{}: {}", log.name, failure->what);
  }
  return std::get<Replay>(std::move(answer));
}

}  // namespace auction::cli
