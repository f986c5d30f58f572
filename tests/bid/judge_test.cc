#include "libauction/bid/judge.h"

#include "tests/catch.h"

using namespace auction;

namespace {

const Ladder kGrid = grid_of({10});

// A bid that may stand: 50 on a lot at 40, with 100 free and 80 to spend.
BidFacts good() {
  BidFacts f;
  f.running = f.lot_open = f.enrolled = f.squad_room = f.quota_room = true;
  f.now = {1'000};
  f.ends_at = {2'000};
  f.last_bid_seq = 7;
  f.expected_seq = 7;
  f.amount = f.least = {50};
  f.free = {100};
  f.limit = {80};
  return f;
}

struct Fault {
  Reason reason;
  void (*plant)(BidFacts&);
};

// In the order of the contract.
const Fault kFaults[] = {
    {Reason::kPaused, [](BidFacts& f) { f.running = false, f.paused = true; }},
    {Reason::kAuctionNotRunning, [](BidFacts& f) { f.running = false; }},
    {Reason::kLotClosed, [](BidFacts& f) { f.lot_open = false; }},
    {Reason::kLotClosed, [](BidFacts& f) { f.now = f.ends_at; }},
    {Reason::kNotAParticipant, [](BidFacts& f) { f.enrolled = false; }},
    {Reason::kAlreadyLeading, [](BidFacts& f) { f.leading = true; }},
    {Reason::kStale, [](BidFacts& f) { f.expected_seq = f.last_bid_seq - 1; }},
    {Reason::kTooLow, [](BidFacts& f) { f.amount = {40}; }},
    {Reason::kOffGrid, [](BidFacts& f) { f.amount = {55}; }},
    {Reason::kOverLimit, [](BidFacts& f) { f.amount = {110}; }},
    {Reason::kSquadFull, [](BidFacts& f) { f.squad_room = false, f.limit = {0}; }},
    {Reason::kQuota, [](BidFacts& f) { f.quota_room = false, f.limit = {0}; }},
    {Reason::kSquadUnfillable, [](BidFacts& f) { f.amount = {90}; }},
};

}  // namespace

TEST_CASE("a bid that breaks no rule stands") { CHECK(acceptable(good(), kGrid)); }

TEST_CASE("each rule alone refuses, with its own reason") {
  for (const Fault& fault : kFaults) {
    BidFacts facts = good();
    fault.plant(facts);
    CAPTURE(word(fault.reason));
    CHECK_FALSE(acceptable(facts, kGrid));
    CHECK(refuse(facts, kGrid, 9).reason == fault.reason);
  }
}

TEST_CASE("of two broken rules the earlier one is the reason") {
  for (const Fault& later : kFaults) {
    for (const Fault& earlier : kFaults) {
      if (&earlier >= &later) break;
      BidFacts facts = good();
      later.plant(facts);
      earlier.plant(facts);
      // Two faults that set the same amount are one fault.
      BidFacts alone = good();
      earlier.plant(alone);
      if (refuse(facts, kGrid, 9).reason == later.reason && facts.amount != alone.amount) continue;
      CAPTURE(word(earlier.reason), word(later.reason));
      CHECK(refuse(facts, kGrid, 9).reason == earlier.reason);
    }
  }
}

TEST_CASE("a refusal tells the amount that would do, its seq and the time left") {
  BidFacts facts = good();
  facts.amount = {40};
  CHECK(refuse(facts, kGrid, 9) == Rejection{Reason::kTooLow, 50, 9, {1'000}});
  facts.amount = {55};
  CHECK(refuse(facts, kGrid, 9) == Rejection{Reason::kOffGrid, 60, 9, {1'000}});
  facts.amount = {110};
  CHECK(refuse(facts, kGrid, 9) == Rejection{Reason::kOverLimit, 80, 9, {1'000}});
  facts.amount = {90};
  CHECK(refuse(facts, kGrid, 9) == Rejection{Reason::kSquadUnfillable, 80, 9, {1'000}});
  facts.limit = {45};
  CHECK(refuse(facts, kGrid, 9).limit == 0);
}

TEST_CASE("the highest amount told is itself acceptable") {
  for (std::int64_t limit = 0; limit <= 100; ++limit) {
    BidFacts facts = good();
    facts.limit = {limit};
    facts.amount = most(facts, kGrid);
    CHECK((facts.amount == Money{0} || acceptable(facts, kGrid)));
    facts.amount = {facts.amount.units + 10};
    CHECK_FALSE(acceptable(facts, kGrid));
  }
}

TEST_CASE("every reason has one word, and every word its reason") {
  for (int n = 0; n < 256; ++n) {
    const auto reason = static_cast<Reason>(n);
    if (!word(reason).empty()) CHECK(reason_of(word(reason)) == reason);
  }
  CHECK_FALSE(reason_of("no_such_reason"));
}
