#include "tests/support/chains.h"

#include "libauction/log/salt.h"

namespace auction {

Record record_after(const Head& head, std::uint32_t count, std::int64_t at) {
  SeededSalts salts(5);
  const Events events(count, OpeningScheduled{Instant{at}});
  return seal(head, events, Instant{at}, kHostActor, salts.salt(head.seq + 1));
}

std::vector<Record> chain_of(StreamId stream, std::initializer_list<std::uint32_t> counts) {
  std::vector<Record> records;
  Head head = genesis(stream);
  for (const std::uint32_t count : counts) {
    records.push_back(record_after(head, count, 1000 + static_cast<std::int64_t>(head.seq)));
    head = head_after(records.back());
  }
  return records;
}

StoredAnswer answer_to(std::uint64_t n, std::size_t size) {
  StoredAnswer answer;
  answer.command = {0xc0ffee, n};
  Bytes name;
  put_u64(name, n);
  answer.payload = sha256(name);
  answer.answer.assign(size, static_cast<std::uint8_t>(n));
  return answer;
}

}  // namespace auction
