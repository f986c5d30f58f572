#include "libauction/log/store_log.h"

namespace auction {

AppendAnswer StoreLog::append(StreamId stream, std::uint64_t expected_seq,
                              std::span<const Record> records) {
  AUCTION_CHECK(!records.empty(), "an append holds at least one record");
  const StreamBatch part{stream, expected_seq, {records.begin(), records.end()}, {}};
  CommitAnswer kept = store_.commit({&part, 1});
  if (auto* conflict = std::get_if<BatchConflict>(&kept)) return Conflict{conflict->head};
  if (auto* failure = std::get_if<StorageFailure>(&kept)) return std::move(*failure);
  return Appended{head_after(records.back())};
}

}  // namespace auction
