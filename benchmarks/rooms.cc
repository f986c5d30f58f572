// What a hundred thousand rooms cost one house: when nothing happens, and when everything does.
#include <malloc.h>
#include <cstdlib>

#include "benchmarks/harness.h"
#include "libauction/log/memory_store.h"
#include "libauction/room/house.h"
#include "libauction/rules/presets.h"

namespace {

using namespace auction;

constexpr Instant kStart{1'000'000'000};
constexpr ActorId kCommissioner{9, 9};
constexpr std::size_t kManagers = 8;

// Keeps nothing: the disk is measured elsewhere.
class NoStore final : public Store {
 public:
  CommitAnswer commit(std::span<const StreamBatch> batch) override {
    for (const StreamBatch& part : batch) records += part.records.size();
    return Committed{};
  }
  FoundAnswer find_answer(StreamId, CommandId) override { return std::optional<StoredAnswer>{}; }
  StreamsAnswer streams() override { return std::vector<StreamId>{}; }
  HeadAnswer read(StreamId stream, std::uint64_t, const RecordVisitor&) override {
    return genesis(stream);
  }
  HeadAnswer head(StreamId stream) override { return genesis(stream); }
  std::size_t records = 0;
};

class Deaf final : public Publisher {
 public:
  void answered(const Request&, const Receipt& receipt) override {
    accepted += receipt.verdict == Verdict::kAccepted;
  }
  void recorded(StreamId, const Record&, std::span<const Event>, const State&) override {}
  void quarantined(StreamId, const char*) override { std::abort(); }
  std::size_t accepted = 0;
};

Setup setup_of(std::uint64_t number, const Shared<RuleSet>& rules,
               const Shared<Catalogue>& catalogue) {
  Setup setup;
  setup.auction = {1, number + 1};
  setup.rules = rules;
  setup.catalogue = catalogue;
  for (std::size_t m = 0; m < kManagers; ++m) {
    setup.participants.push_back({{2, m + 1}, "Team " + std::to_string(m), rules->budget, {}});
  }
  setup.commissioners = {kCommissioner};
  return setup;
}

struct Hall {
  explicit Hall(std::size_t count) {
    RuleSet pilot = *preset("pilot-football");
    pilot.order = {OrderKind::kGiven, false};
    pilot.clock.lot_ms = seconds(86'400);
    pilot.budget = Money{9'000'000'000'000};
    const Shared<RuleSet> rules(pilot);
    Catalogue clubs;
    for (std::uint64_t i = 0; i < 36; ++i) {
      Asset asset;
      asset.id = {3, i + 1};
      asset.external_id = asset.name = "Club " + std::to_string(i);
      clubs.assets.push_back(asset);
    }
    const Shared<Catalogue> catalogue(std::move(clubs));
    for (std::uint64_t i = 0; i < count; ++i) {
      const Setup setup = setup_of(i, rules, catalogue);
      const StreamId room = stream_of(setup.auction);
      rooms.push_back(room);
      house.submit({room, {}, {}, true, Create{Shared<Setup>(setup)}, now, 0});
      house.submit({room, {}, kCommissioner, false, Open{}, now, 0});
      if (i % 500 == 499) turn();
    }
    turn();
    now = now + seconds(20);
    turn();
  }

  void turn() {
    house.turn(now);
    while (house.wants_commit(now)) house.commit(now);
  }

  // `bids` over all rooms in turn, `group` of them a commit.
  double bid(std::size_t bids, std::size_t group) {
    const std::size_t before = publisher.accepted;
    const double ns = bench::timed([&] {
      for (std::size_t i = 0; i < bids; ++i) {
        const std::size_t place = i * 7'919 % rooms.size();
        price += place == 0 ? 100'000 : 0;
        const StreamId room = rooms[place];
        if (place == 0) ++round;
        house.submit({room,
                      {5, ++ids},
                      {2, round % kManagers + 1},
                      false,
                      PlaceBid{LotNumber{1}, Money{price}},
                      now,
                      1});
        if (i % group == group - 1) turn();
      }
      turn();
    });
    if (publisher.accepted - before < bids * 9 / 10) std::abort();
    return ns;
  }

  NoStore store;
  SeededSalts salts{1};
  Deaf publisher;
  House house{store, salts, publisher, {.answers_remembered = 4}};
  std::vector<StreamId> rooms;
  Instant now = kStart;
  std::uint64_t ids = 0, round = 0;
  std::int64_t price = 1'000'000;
};

}  // namespace

int main(int argc, char** argv) {
  bench::Table table("rooms", argc, argv);
  constexpr std::size_t kRooms = 100'000;
  Hall one(1);
  const auto before = mallinfo2().uordblks;
  Hall many(kRooms);
  const auto after = mallinfo2().uordblks;
  constexpr std::size_t kTurns = 200'000;
  const auto idle = [&](Hall& hall) {
    return bench::timed([&] {
      for (std::size_t i = 0; i < kTurns; ++i) hall.turn();
    });
  };
  table.compare("a turn in which nothing happens", {"1 room", [&] { return idle(one); }},
                {"100,000 rooms", [&] { return idle(many); }}, kTurns, 0);
  constexpr std::size_t kBids = 100'000;
  table.compare("a bid, 256 a commit", {"1 room, hot", [&] { return one.bid(kBids, 256); }},
                {"100,000 rooms in turn", [&] { return many.bid(kBids, 256); }}, kBids, 0);
  table.note("bytes of memory a room: " + std::to_string((after - before) / kRooms));
  return table.finish();
}
