// A log in a database, beside others: what a command that plays an auction writes to.
//
// Records are committed in groups, by the hundred or by the second, because each commit waits for
// the disk. Appended means that the record will be in the next one; a command that is killed may
// lose the end of its log, never the middle. The same command run again makes the same records:
// those that are there already are compared, and the log goes on where it broke off. Another
// history under the same id is a Stop.
//
//   DatabaseLog log("auctions.db");
//   Book book(log, salts, stream);
//   log.close();
#pragma once

#include <chrono>

#include "examples/auctioneer/database.h"
#include "libauction/log/memory_log.h"

namespace auction::cli {

// Knows one stream, the one it is first told of. One thread.
class DatabaseLog final : public EventLog {
 public:
  explicit DatabaseLog(std::string path);
  ~DatabaseLog() override;  // what was appended is kept, as far as it can be

  AppendAnswer append(StreamId stream, std::uint64_t expected_seq,
                      std::span<const Record> records) override;
  HeadAnswer read(StreamId stream, std::uint64_t from_seq, const RecordVisitor& visit) override;
  HeadAnswer head(StreamId stream) override;

  void close();  // Stop if the last group cannot be kept, or more was there already

 private:
  std::optional<StorageFailure> keep(const Record& record);
  std::optional<StorageFailure> commit();
  void learn(StreamId stream);
  [[noreturn]] void refuse(std::uint64_t seq) const;

  std::string path_;
  std::unique_ptr<SqliteStore> store_;
  std::optional<StreamId> stream_;
  std::vector<Record> found_;  // of the same auction, by an earlier command
  std::size_t compared_ = 0;
  StreamBatch waiting_;
  std::chrono::steady_clock::time_point committed_ = std::chrono::steady_clock::now();
  MemoryLog kept_;  // for readers in this process
};

}  // namespace auction::cli
