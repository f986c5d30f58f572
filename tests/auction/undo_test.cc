// Voiding, reset, the called end and rights, where a scenario cannot look.
#include "tests/auction/table.h"
#include "tests/catch.h"

using namespace auction;

namespace {

RuleSet plain_rules() {
  RuleSet rules = pilot_rules();
  rules.unsold.kind = UnsoldKind::kNeverAgain;
  return rules;
}

AuctionTable begun(const RuleSet& rules, std::size_t assets = 4) {
  AuctionTable table(table_setup(rules, assets));
  table.begin();
  return table;
}

// Lot 1 sold to Reds for 5m, the next one open.
AuctionTable one_sold() {
  AuctionTable table = begun(plain_rules());
  CHECK(table.bid(reds, 1, 5'000'000) == "accepted");
  table.wait(40'000);
  table.wait(3'000);
  CHECK(table.state.lots[0].outcome == Outcome::kSold);
  CHECK(table.state.open.size() == 1);
  return table;
}

}  // namespace

TEST_CASE("a void is what nobody could see: purse, seat, counts and limit as before the sale") {
  AuctionTable table = one_sold();
  const AuctionTable before = begun(plain_rules());
  CHECK(table.act(VoidSale{{1}, false, {}}, kTheCommissioner) == "accepted");
  CHECK(table.state.seats == before.state.seats);
  CHECK(table.state.quota_counts == before.state.quota_counts);
  CHECK(table.state.accounts == before.state.accounts);
  CHECK(table.state.lots[0].outcome == Outcome::kVoided);
  CHECK(table.state.lots[0].winner == reds);
  CHECK(table.state.lots[0].price == Money{5'000'000});
}

TEST_CASE("a voided sale counts as unsold, or as still to come") {
  AuctionTable table = one_sold();
  AuctionTable again = table;
  CHECK(table.act(VoidSale{{1}, false, {}}, kTheCommissioner) == "accepted");
  const Progress left = view(table.state, reds, table.now).progress;
  CHECK(left.sold == 0);
  CHECK(left.unsold == 1);
  CHECK(left.remaining == 3);
  CHECK(again.act(VoidSale{{1}, true, {}}, kTheCommissioner) == "accepted");
  const Progress queued = view(again.state, reds, again.now).progress;
  CHECK(queued.unsold == 0);
  CHECK(queued.remaining == 4);
}

TEST_CASE("what a void brings back and nobody can buy comes up without a gap") {
  RuleSet rules = plain_rules();
  rules.open_lots = 2;
  AuctionTable table = begun(rules, 2);
  for (const ManagerSlot manager : {reds, blues, greens}) {
    const AdjustPurse emptied{manager, {-rules.budget.units}, {}};
    CHECK(table.act(emptied, kTheCommissioner) == "accepted");
  }
  CHECK(table.act(Assign{AssetSlot{0}, reds, Money{0}, {}}, kTheCommissioner) == "accepted");
  CHECK(table.act(VoidSale{{1}, true, {}}, kTheCommissioner) == "accepted");
  REQUIRE(table.state.lots.size() == 3);
  CHECK(table.state.lots[2].how == How::kNobodyCanBid);
}

TEST_CASE("a state with a voided lot survives its bytes") {
  AuctionTable table = one_sold();
  CHECK(table.act(VoidSale{{1}, true, {}}, kTheCommissioner) == "accepted");
  CHECK(table.act(End{}, kTheCommissioner) == "accepted");
  Bytes bytes;
  put(bytes, table.state);
  const auto read = read_state(bytes);
  REQUIRE(read);
  CHECK(*read == table.state);
}

TEST_CASE("a reset auction is one that just opened, its history apart") {
  AuctionTable table = one_sold();
  CHECK(table.act(AdjustPurse{blues, {-5}, {}}, kTheCommissioner) == "accepted");
  CHECK(table.act(Reset{}, kTheCommissioner) == "accepted");
  AuctionTable fresh(table_setup(plain_rules()));
  fresh.act(Open{}, kTheCommissioner);
  CHECK(table.state.status == Status::kWaiting);
  CHECK(table.state.seq > fresh.state.seq);
  CHECK(table.state.queue == fresh.state.queue);
  CHECK(table.state.accounts == fresh.state.accounts);
  CHECK(table.state.seats == fresh.state.seats);
  CHECK(next_deadline(table.state) == kNever);
  table.act(Begin{}, kTheCommissioner);
  CHECK(table.state.open.at(0).number == LotNumber{3});
}

TEST_CASE("a reset of a hidden draw needs a new promise, then a new draw") {
  RuleSet rules = *preset("pilot-football");
  rules.opening.waiting_room = true;
  AuctionTable table = begun(rules, 12);
  REQUIRE(needs_draw(rules.order.kind));
  const Seed next = seed_from(99);
  CHECK(table.act(Reset{}, kTheCommissioner) == "out_of_range");
  CHECK(table.act(Reset{commitment(kSeed), {}}, kTheCommissioner) == "out_of_range");
  CHECK(table.act(Reset{commitment(next), {}}, kTheCommissioner) == "accepted");
  CHECK(order_missing(table.state));
  CHECK(table.act(Begin{}, kTheCommissioner) == "wrong_state");
  CHECK(table.act(DrawOrder{kSeed}, kHost) == "out_of_range");
  CHECK(table.act(DrawOrder{next}, kHost) == "accepted");
  CHECK_FALSE(order_missing(table.state));
  CHECK(table.act(DrawOrder{next}, kHost) == "wrong_state");
  CHECK(table.act(Begin{}, kTheCommissioner) == "accepted");
}

TEST_CASE("the called end shows while the last lot runs") {
  AuctionTable table = one_sold();
  CHECK(table.act(End{}, kTheCommissioner) == "accepted");
  View seen = view(table.state, reds, table.now);
  CHECK(seen.status == Status::kRunning);
  CHECK(seen.reason == EndReason::kEndedByCommissioner);
  for (int i = 0; i < 20; ++i) table.wait(40'000);
  seen = view(table.state, reds, table.now);
  CHECK(seen.status == Status::kCompleted);
  CHECK(seen.progress.remaining == 0);
  CHECK(seen.closed.size() == 4);
}

TEST_CASE("a cancel after the called end is a cancel") {
  AuctionTable table = one_sold();
  CHECK(table.act(End{}, kTheCommissioner) == "accepted");
  CHECK(table.act(Cancel{}, kTheCommissioner) == "accepted");
  CHECK(table.state.end_reason == EndReason::kNone);
}

TEST_CASE("appointed ones are let in by the door, dismissed ones are not") {
  AuctionTable table = one_sold();
  const ActorId deputy{9, 9};
  const ActorId first{4, 1};
  CHECK(table.act(Appoint{deputy, {}}, kTheCommissioner) == "accepted");
  CHECK(actor_of(table.state, deputy).commissioner);
  CHECK(table.act(Dismiss{first, {}}, actor_of(table.state, deputy)) == "accepted");
  CHECK_FALSE(actor_of(table.state, first).commissioner);
  CHECK(table.act(Dismiss{deputy, {}}, actor_of(table.state, deputy)) == "wrong_state");
  CHECK(table.act(Appoint{{}, {}}, kTheCommissioner) == "unknown_manager");
}

TEST_CASE("a set-up that names its only commissioner twice cannot lose him") {
  Setup setup = table_setup(plain_rules());
  setup.commissioners.push_back(setup.commissioners.front());
  AuctionTable table(setup);
  CHECK(table.act(Dismiss{setup.commissioners.front(), {}}, kTheCommissioner) == "wrong_state");
}
