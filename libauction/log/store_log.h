// A log over a store: the event_log port for those who write one stream at a time, such as Book.
//
//   StoreLog log(store);
//   Book book(log, salts, stream);
//
// The store must outlive it. As many threads as the store allows.
#pragma once

#include "libauction/log/store.h"

namespace auction {

class StoreLog final : public EventLog {
 public:
  explicit StoreLog(Store& store) : store_(store) {}

  AppendAnswer append(StreamId stream, std::uint64_t expected_seq,
                      std::span<const Record> records) override;
  HeadAnswer read(StreamId stream, std::uint64_t from_seq, const RecordVisitor& visit) override {
    return store_.read(stream, from_seq, visit);
  }
  HeadAnswer head(StreamId stream) override { return store_.head(stream); }

 private:
  Store& store_;
};

}  // namespace auction
