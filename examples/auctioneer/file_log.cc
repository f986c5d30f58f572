#include "examples/auctioneer/file_log.h"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "examples/auctioneer/stop.h"
#include "libauction/adapters/json/record.h"

namespace auction::cli {
namespace {

// Pipes and devices are there before anybody writes to them.
bool may_exist(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_other(path, error);
}

}  // namespace

FileLog::FileLog(std::string path) : path_(std::move(path)) {
  file_ = std::fopen(path_.c_str(), may_exist(path_) ? "wb" : "wbx");
  if (file_ == nullptr && errno == EEXIST) {
    stop(kEnvironment, "{}: exists already; a log is never written over", path_);
  }
  if (file_ == nullptr) stop(kEnvironment, "{}: {}", path_, std::strerror(errno));
}

FileLog::~FileLog() {
  if (file_ != nullptr) std::fclose(file_);
}

StorageFailure FileLog::failure() const { return {path_ + ": " + std::strerror(errno)}; }

AppendAnswer FileLog::append(StreamId stream, std::uint64_t expected_seq,
                             std::span<const Record> records) {
  AppendAnswer answer = kept_.append(stream, expected_seq, records);
  if (!std::holds_alternative<Appended>(answer)) return answer;
  for (const Record& record : records) {
    const std::string line = to_json(record) + '\n';
    if (std::fwrite(line.data(), 1, line.size(), file_) != line.size()) return failure();
  }
  if (std::fflush(file_) != 0) return failure();
  return answer;
}

HeadAnswer FileLog::read(StreamId stream, std::uint64_t from_seq, const RecordVisitor& visit) {
  return kept_.read(stream, from_seq, visit);
}

HeadAnswer FileLog::head(StreamId stream) { return kept_.head(stream); }

void FileLog::close() {
  const bool written = std::fclose(std::exchange(file_, nullptr)) == 0;
  if (!written) stop(kEnvironment, "{}: {}", path_, std::strerror(errno));
}

}  // namespace auction::cli
