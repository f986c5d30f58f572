#include "examples/auctioneer/log_reading.h"

#include "examples/auctioneer/files.h"
#include "examples/auctioneer/stop.h"
#include "libauction/adapters/json/json_fault.h"
#include "libauction/adapters/json/record.h"

namespace auction::cli {

LoadedLog load_log(const std::string& path) {
  LoadedLog log{name_of(path), {}, {}};
  absl::StatusOr<std::vector<Record>> records = records_from_lines(read_file(path));
  if (!records.ok()) stop(kBadInput, "{}: {}", log.name, to_std(records.status().message()));
  log.records = *std::move(records);
  if (log.records.empty()) stop(kBadInput, "{}: holds no record", log.name);
  const std::optional<StreamId> stream = named_stream(log.records.front());
  if (!stream) {
    stop(kBadInput, "{}: line 1: a log begins with the record that creates the auction", log.name);
  }
  log.stream = *stream;
  return log;
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
