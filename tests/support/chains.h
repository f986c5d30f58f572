// Records for tests of logs and stores, which do not look inside a body.
//
//   std::vector<Record> chain = chain_of({1, 2}, {1, 3, 1});   // three records, five events
#pragma once

#include <initializer_list>

#include "libauction/log/chain.h"
#include "libauction/log/store.h"

namespace auction {

// The record of `count` events that follows `head`; another `at` makes another record.
Record record_after(const Head& head, std::uint32_t count, std::int64_t at = 1000);

std::vector<Record> chain_of(StreamId stream, std::initializer_list<std::uint32_t> counts);

// An answer of `size` bytes to command number `n`.
StoredAnswer answer_to(std::uint64_t n, std::size_t size = 20);

}  // namespace auction
