// Every way to tamper with a small log, tried: none may pass unseen.
#include "libauction/replay/verify.h"
#include "tests/catch.h"
#include "tests/support/small_auction.h"

namespace auction {
namespace {

const Setup kTwoLots = small_setup("pilot-football", 2, 2);
const StreamId kTwoLotStream = stream_of(kTwoLots.auction);

const std::vector<Record>& sound() {
  static const Kept kept = kept_auction(kTwoLots, "*=valuing", 11);
  return kept.records;
}

bool passes(std::span<const Record> records) {
  return verify(records, kTwoLotStream, {.published = {}, .invariants = false}).ok();
}

// The chain alone, from the record on that was touched: enough to find a flipped bit, and quick.
bool links(const Record& record, const Record& before) {
  return check_link(head_after(before), record) == LinkFault::kNone;
}

}  // namespace

TEST_CASE("the log to tamper with is sound") {
  CHECK(passes(sound()));
  CHECK(sound().size() >= 10);
}

TEST_CASE("every single flipped bit of every record is seen") {
  std::size_t flips = 0;
  for (std::size_t i = 1; i < sound().size(); ++i) {
    Bytes bytes;
    put(bytes, sound()[i]);
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
      bytes[bit / 8] ^= static_cast<std::uint8_t>(1u << (bit % 8));
      ByteReader in(bytes);
      const Record read = read_record(in);
      if (in.finished()) REQUIRE_FALSE(links(read, sound()[i - 1]));
      bytes[bit / 8] ^= static_cast<std::uint8_t>(1u << (bit % 8));
      ++flips;
    }
  }
  CHECK(flips > 10'000);
}

TEST_CASE("every flipped bit of the first record is seen by the verifier") {
  Bytes bytes;
  put(bytes, sound()[0]);
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    bytes[bit / 8] ^= static_cast<std::uint8_t>(1u << (bit % 8));
    ByteReader in(bytes);
    const Record read = read_record(in);
    if (in.finished()) REQUIRE_FALSE(passes({&read, 1}));
    bytes[bit / 8] ^= static_cast<std::uint8_t>(1u << (bit % 8));
  }
}

TEST_CASE("every record left out, doubled or put elsewhere is seen") {
  const std::size_t n = sound().size();
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<Record> without = sound();
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
    if (i + 1 < n) REQUIRE_FALSE(passes(without));  // the last one: a cut tail

    std::vector<Record> doubled = sound();
    doubled.insert(doubled.begin() + static_cast<std::ptrdiff_t>(i), sound()[i]);
    REQUIRE_FALSE(passes(doubled));

    for (std::size_t j = i + 1; j < n; ++j) {
      std::vector<Record> swapped = sound();
      std::swap(swapped[i], swapped[j]);
      REQUIRE_FALSE(passes(swapped));
    }
  }
}

TEST_CASE("a record's content exchanged with another's is seen") {
  for (std::size_t i = 0; i + 1 < sound().size(); ++i) {
    std::vector<Record> mixed = sound();
    std::swap(mixed[i].body, mixed[i + 1].body);
    if (mixed[i].body != mixed[i + 1].body) REQUIRE_FALSE(passes(mixed));
    mixed = sound();
    std::swap(mixed[i].salt, mixed[i + 1].salt);
    REQUIRE_FALSE(passes(mixed));
  }
}

TEST_CASE("a record of another stream, with the same content and seq, is seen") {
  Setup other = kTwoLots;
  other.auction = {8, 8};
  const Kept elsewhere = kept_auction(other, "*=valuing", 11);
  for (std::size_t i = 0; i < sound().size(); ++i) {
    std::vector<Record> mixed = sound();
    mixed[i] = elsewhere.records[i];
    REQUIRE_FALSE(passes(mixed));
  }
}

}  // namespace auction
