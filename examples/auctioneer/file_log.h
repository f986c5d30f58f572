// A log in a file: JSON Lines, one record a line, written and flushed as the auction goes.
//
// Appended means that the operating system has taken the whole line. It is not a claim about power
// cuts: a host that needs one takes a log that syncs. Whatever cannot be written, at any record or
// at the close, is a StorageFailure; the auctioneer ends with exit code 4.
//
//   FileLog log("auction.jsonl");     // a file that is not there yet
//   Book book(log, salts, stream);
//   log.close();
#pragma once

#include <cstdio>
#include <string>

#include "libauction/log/memory_log.h"

namespace auction::cli {

// Knows one stream, the one it is first told of. One thread.
class FileLog final : public EventLog {
 public:
  explicit FileLog(std::string path);  // Stop (environment) if the file exists or cannot be made
  ~FileLog() override;

  AppendAnswer append(StreamId stream, std::uint64_t expected_seq,
                      std::span<const Record> records) override;
  HeadAnswer read(StreamId stream, std::uint64_t from_seq, const RecordVisitor& visit) override;
  HeadAnswer head(StreamId stream) override;

  void close();  // Stop (environment) if the last bytes cannot be written

 private:
  StorageFailure failure() const;

  std::string path_;
  std::FILE* file_;
  MemoryLog kept_;  // what was written, for readers in this process
};

}  // namespace auction::cli
