// Retries without number: every command delivered one to five times, shuffled, with crashes
// between.
#include "libauction/base/random.h"
#include "libauction/replay/fold.h"
#include "tests/catch.h"
#include "tests/draw/command.h"
#include "tests/faults/hall.h"
#include "tests/support/small_auction.h"

namespace auction {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__OPTIMIZE__)
constexpr std::uint64_t kDeliveries = 40'000;
#else
constexpr std::uint64_t kDeliveries = 1'000'000;
#endif

constexpr std::size_t kWishes = 200;  // under way at once
constexpr Ticket kTicket = Ticket{1} << 40;

// Bids, retries and restarts; each wish is delivered until it has been delivered often enough.
struct Storm {
  struct Wish {
    Request request;
    std::uint64_t left = 0;
    std::optional<Bytes> answer;
  };

  explicit Storm(std::uint64_t seed) : chance(seed) {
    Setup setup = small_setup("pilot-football", 8, 200);
    RuleSet rules = *setup.rules;
    rules.clock.lot_ms = seconds(3600);
    rules.clock.gap_ms = seconds(1);
    rules.budget = Money{4'000'000'000'000'000};
    rules.squad.max = 60;
    setup.rules = Shared<RuleSet>(rules);
    for (Participant& p : setup.participants) p.purse = rules.budget;
    room = hall.create(setup);
    hall.pass_and_turn(seconds(6));
    wishes.resize(kWishes);
  }

  void renew(Wish& wish) {
    wish.answer.reset();
    wish.left = 1 + chance.below(5);
    wish.request = {room, command_id(++ids), actor_id(chance.below(8)), false, draw(), {}, 0};
    by_id[ids] = &wish;
  }

  Command draw() {
    const State& state = hall.state(room);
    if (state.open.empty()) return PlaceBid{LotNumber{1}, Money{1}};
    const OpenLot& lot = state.open[0];
    const auto more = static_cast<std::int64_t>(chance.below(6)) - 2;
    return PlaceBid{lot.number, lot.next_bid + Money{100'000} * more};
  }

  void deliver() {
    Wish& wish = wishes[chance.below(kWishes)];
    if (wish.left == 0) renew(wish);
    --wish.left;
    wish.request.at = hall.now;
    wish.request.ticket = kTicket + wish.request.id.lo;
    hall.house->submit(wish.request);
    ++delivered;
  }

  void collect() {
    for (const auto& [ticket, receipt] : hall.ear.answers) {
      if (receipt.verdict == Verdict::kUnavailable) continue;
      const auto found = by_id.find(ticket - kTicket);
      if (found == by_id.end() || found->second->request.ticket != ticket) continue;
      Wish& wish = *found->second;
      const Bytes answer = encode(receipt);
      REQUIRE((!wish.answer || *wish.answer == answer));
      wish.answer = answer;
      replayed += receipt.replayed;
    }
    hall.ear.answers.clear();
    if (by_id.size() > 20 * kWishes) forget();
  }

  void forget() {
    std::erase_if(by_id, [](const auto& e) { return e.second->request.id.lo != e.first; });
  }

  void turn() {
    hall.pass(Millis{static_cast<std::int64_t>(chance.below(2'000))});
    hall.turn();
    if (chance.below(150) == 0) return crash_somewhere();
    hall.commit();
    if (chance.below(300) == 0) (void)hall.ask(room, commissioner_id(), close());
    collect();
  }

  Command close() const {
    const State& state = hall.state(room);
    return CloseNow{state.open.empty() ? LotNumber{0} : state.open[0].number, {}};
  }

  // Before the commit, between commit and answers, or after.
  void crash_somewhere() {
    ++crashes;
    if (hall.house->wants_commit(hall.now)) {
      const auto batch = hall.house->begin_commit();
      if (!batch.empty() && chance.below(2) == 0) (void)hall.store.commit(batch);
    }
    hall.restart();
    hall.ear.answers.clear();
  }

  Hall hall;
  SplitMix64 chance;
  StreamId room;
  std::vector<Wish> wishes;
  std::map<std::uint64_t, Wish*> by_id;
  std::uint64_t ids = 0, delivered = 0, replayed = 0, crashes = 0;
};

}  // namespace

TEST_CASE("a million deliveries, crashes between them, and nothing is done twice") {
  Storm storm(3);
  while (storm.delivered < kDeliveries) {
    const std::uint64_t burst = 1 + storm.chance.below(120);
    for (std::uint64_t i = 0; i < burst; ++i) storm.deliver();
    storm.turn();
  }
  CHECK(storm.hall.ear.wrong == "");
  CHECK(storm.hall.store.wrong() == "");  // a second answer under one id
  CHECK(storm.replayed > kDeliveries / 4);
  CHECK(storm.crashes > kDeliveries / 20'000);

  // A record of a bid has exactly one answer that names it, and the other way round.
  std::uint64_t bids = 0;
  std::uint64_t accepted = 0;
  for (const Record& record : storm.hall.store.records(storm.room)) {
    Events events;
    REQUIRE(decode_body(record, events));
    bids += std::holds_alternative<BidPlaced>(events.front());
  }
  for (std::uint64_t id = 1; id <= storm.ids; ++id) {
    const StoredAnswer* answer = storm.hall.store.answer(storm.room, command_id(id));
    if (answer == nullptr) continue;
    accepted += decode_receipt(answer->answer)->verdict == Verdict::kAccepted;
  }
  CHECK(bids == accepted);
  CHECK(bids > kDeliveries / 100);
}

TEST_CASE("every n-th commit fails, refused or kept all the same, and the end is one truth") {
  for (const Fate fate : {Fate::kRefused, Fate::kKeptButFailed}) {
    for (std::uint64_t n = 1; n <= 50; ++n) {
      Hall hall({.retry_ms = Millis{5}});
      hall.store.fate = [&](std::uint64_t number) { return number == n + 2 ? fate : Fate::kKept; };
      const StreamId room = hall.create(small_setup("pilot-football"));
      SplitMix64 chance(n);
      for (std::uint64_t i = 1; i < 60; ++i) {
        hall.pass(Millis{1'500});
        const State& state = hall.state(room);
        const LotNumber lot = state.open.empty() ? LotNumber{1} : state.open[0].number;
        const Money amount = state.open.empty() ? Money{1} : state.open[0].next_bid;
        const ActorId actor = actor_id(chance.below(3));
        Receipt receipt;
        do {
          receipt = hall.ask(room, actor, PlaceBid{lot, amount}, command_id(i));
          hall.pass(Millis{6});
        } while (receipt.verdict == Verdict::kUnavailable);
      }
      CHECK(hall.house->counters().commit_failures == 1);
      CHECK(hall.ear.wrong == "");
      CHECK(hall.store.wrong() == "");
      const auto folded = fold(hall.store.records(room), room);
      REQUIRE(std::holds_alternative<Replay>(folded));
      CHECK(std::get<Replay>(folded).state == hall.state(room));
    }
  }
}

}  // namespace auction
