// What a void or a reset would leave behind it, told from the log.
#include "libauction/replay/consequences.h"

#include "libauction/log/book.h"
#include "libauction/log/memory_log.h"
#include "tests/auction/table.h"
#include "tests/catch.h"

using namespace auction;

namespace {

constexpr ActorId kChair{4, 1};

struct Held {
  MemoryLog log;
  SeededSalts salts{1};
  Book book;
  Instant now{1'000};

  explicit Held(const Setup& setup) : book(log, salts, stream_of(setup.auction)) {
    (void)book.act_as_host(Create{Shared<Setup>(setup)}, now);
    act(Open{}, kChair);
    act(Begin{}, kChair);
    wait(0);
  }

  void act(const Command& command, ActorId who) {
    CHECK(std::holds_alternative<Written>(book.act(command, who, now)));
  }
  void bid(std::uint64_t manager, std::uint32_t lot, std::int64_t amount) {
    act(PlaceBid{{lot}, {amount}, 0}, ActorId{3, manager});
  }
  void wait(std::int64_t ms) {
    now = now + Millis{ms};
    (void)book.settle(now);
  }
  std::vector<Consequence> of(const Command& command) {
    return consequences(log.records(book.stream()), command);
  }
};

Setup setup_with(std::uint16_t min, std::uint16_t max, std::int64_t reserve) {
  RuleSet rules = pilot_rules();
  rules.budget = {100};
  rules.squad = {.min = min, .max = max, .reserve_per_slot = {reserve}, .quotas = {}};
  rules.english.minimum = {1};
  rules.english.ladder = grid_of({1});
  rules.clock.gap_ms = {0};
  rules.unsold.kind = UnsoldKind::kNeverAgain;
  return table_setup(rules);
}

}  // namespace

TEST_CASE("a sale that changed nothing for others has no consequences") {
  Held held(setup_with(0, 4, 0));
  held.bid(1, 1, 60);
  held.wait(30'000);
  held.bid(2, 2, 50);
  CHECK(held.of(VoidSale{{1}, false, {}}).empty());
}

TEST_CASE("a bid that leaned on the place which a gift had filled is named") {
  Held held(setup_with(2, 3, 10));
  held.act(Assign{{3}, reds, {0}, {}}, kChair);  // lot 2
  held.bid(1, 1, 100);
  const std::vector<Consequence> found = held.of(VoidSale{{2}, false, {}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].what == Consequence::What::kBidRefused);
  CHECK(found[0].lot == LotNumber{1});
  CHECK(found[0].manager == reds);
  CHECK(found[0].amount == Money{100});
  CHECK(code(found[0]) == "squad_unfillable");
  CHECK(message(*held.book.state().setup, found[0]) == "Reds could not have bid \u00a3100 for A");
  CHECK(held.of(VoidSale{{1}, false, {}}).empty());
}

TEST_CASE("a lot that was passed because squads were full is named") {
  Held held(setup_with(0, 1, 0));
  held.bid(1, 1, 5);
  held.wait(30'000);
  held.bid(2, 2, 5);
  held.wait(30'000);
  held.bid(3, 3, 5);
  held.wait(30'000);
  CHECK(held.book.state().status == Status::kCompleted);
  const std::vector<Consequence> found = held.of(VoidSale{{2}, false, {}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].what == Consequence::What::kCouldBeBought);
  CHECK(found[0].lot == LotNumber{4});
  CHECK(found[0].manager == blues);
  CHECK(code(found[0]) == "nobody_can_bid");
  CHECK(message(*held.book.state().setup, found[0]) ==
        "Blues could have bought D, which was passed");
}

TEST_CASE("a reset names the sales it undoes, those that stand") {
  Held held(setup_with(0, 4, 0));
  held.bid(1, 1, 60);
  held.wait(30'000);
  held.bid(2, 2, 50);
  held.wait(30'000);
  held.act(VoidSale{{1}, false, {}}, kChair);
  const std::vector<Consequence> found = held.of(Reset{});
  REQUIRE(found.size() == 1);
  CHECK(found[0].what == Consequence::What::kSaleUndone);
  CHECK(found[0].lot == LotNumber{2});
  CHECK(code(found[0]) == "sale_undone");
  CHECK(message(*held.book.state().setup, found[0]) == "Blues gives B back for \u00a350");
  held.act(Reset{}, kChair);
  CHECK(held.of(Reset{}).empty());
}

TEST_CASE("what is no void and no reset has none, and a broken log ends the look") {
  Held held(setup_with(0, 4, 0));
  CHECK(held.of(Cancel{}).empty());
  std::vector<Record> records(held.log.records(held.book.stream()).begin(),
                              held.log.records(held.book.stream()).end());
  records.erase(records.begin());
  CHECK(consequences(records, VoidSale{{1}, false, {}}).empty());
}
