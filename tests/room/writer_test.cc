// The writer's thread: the same house, with a commit under way while it decides.
#include "libauction/room/writer.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "libauction/replay/fold.h"
#include "tests/catch.h"
#include "tests/faults/hall.h"
#include "tests/support/small_auction.h"

namespace auction {
namespace {

// A slow disk that shouts when two threads use it at once.
class SlowStore final : public Store {
 public:
  CommitAnswer commit(std::span<const StreamBatch> batch) override {
    const Alone alone(*this);
    std::this_thread::sleep_for(std::chrono::microseconds(200));
    ++commits;
    if (throws) throw std::runtime_error("the disk is gone");
    return inner.commit(batch);
  }
  FoundAnswer find_answer(StreamId stream, CommandId command) override {
    const Alone alone(*this);
    return inner.find_answer(stream, command);
  }
  StreamsAnswer streams() override { return inner.streams(); }
  HeadAnswer read(StreamId stream, std::uint64_t from, const RecordVisitor& visit) override {
    const Alone alone(*this);
    return inner.read(stream, from, visit);
  }
  HeadAnswer head(StreamId stream) override {
    const Alone alone(*this);
    return inner.head(stream);
  }

  FaultyStore inner;
  std::atomic<int> commits{0};
  std::atomic<bool> throws{false};
  std::atomic<int> clashes{0};

 private:
  struct Alone {
    explicit Alone(SlowStore& s) : store(s) { store.clashes += store.users++ != 0; }
    ~Alone() { --store.users; }
    SlowStore& store;
  };
  std::atomic<int> users{0};
};

struct Loop {
  void wake() {
    const std::lock_guard lock(mutex);
    woken = true;
    changed.notify_one();
  }
  void sleep() {
    std::unique_lock lock(mutex);
    changed.wait_for(lock, std::chrono::milliseconds(2), [&] { return woken; });
    woken = false;
  }
  std::mutex mutex;
  std::condition_variable changed;
  bool woken = false;
};

// Counts; the ear would read the store while the writer writes it.
struct Tellings final : Publisher {
  void answered(const Request&, const Receipt& receipt) override {
    ++answers;
    accepted += receipt.verdict == Verdict::kAccepted;
    unavailable += receipt.verdict == Verdict::kUnavailable;
  }
  void recorded(StreamId stream, const Record& record, std::span<const Event>,
                const State& after) override {
    in_order = in_order && told[stream] + 1 == record.seq && after.seq == last_seq(record);
    told[stream] = last_seq(record);
  }
  void quarantined(StreamId, const char*) override { in_order = false; }

  std::uint64_t answers = 0, accepted = 0, unavailable = 0;
  std::map<StreamId, std::uint64_t> told;
  bool in_order = true;
};

struct ThreadedHall {
  SlowStore store;
  SeededSalts salts{1};
  Tellings tellings;
  House house{store, salts, tellings, {.retry_ms = Millis{1}}};
  Loop loop;
  Instant now{1'000'000};
  std::vector<StreamId> rooms;
  Ticket tickets = 0;

  void create(Writer& writer, std::uint64_t count) {
    for (std::uint64_t i = 0; i < count; ++i) {
      Setup setup = small_setup("pilot-football");
      setup.auction = {77, i + 1};
      setup.order_commitment = commitment(seed_from(i));
      const StreamId room = stream_of(setup.auction);
      rooms.push_back(room);
      house.submit({room, {}, {}, true, Create{Shared<Setup>(setup)}, now, 0});
      house.submit({room, {}, {}, true, DrawOrder{seed_from(i)}, now, 0});
      house.submit({room, {}, commissioner_id(), false, Open{}, now, 0});
    }
    turn(house, writer, now);
    writer.finish(house, now);
    now = now + seconds(6);
  }

  void bid(std::uint64_t id) {
    const StreamId room = rooms[id % rooms.size()];
    const auto amount = static_cast<std::int64_t>(id) * 100'000 + 1'000'000;
    house.submit({room, command_id(id), actor_id(id / rooms.size() % 3), false,
                  PlaceBid{LotNumber{1}, Money{amount}}, now, ++tickets});
  }
};

}  // namespace

TEST_CASE("a house with a writer decides while the disk works, and tells everything in order") {
  ThreadedHall hall;
  Writer writer(hall.store, [&] { hall.loop.wake(); });
  hall.create(writer, 5);
  std::uint64_t id = 0;
  int ran_ahead = 0;
  for (int i = 0; i < 150; ++i) {
    for (int j = 0; j < 4; ++j) hall.bid(++id);
    if (i % 7 == 0) hall.bid(id);  // a retry
    hall.now = hall.now + Millis{1};
    turn(hall.house, writer, hall.now);
    ran_ahead += hall.house.committing();
    if (i % 10 == 0) hall.loop.sleep();
  }
  writer.finish(hall.house, hall.now);
  CHECK(ran_ahead > 0);
  CHECK(hall.store.clashes == 0);
  CHECK(hall.store.commits < 150);  // groups
  CHECK(hall.tellings.in_order);
  CHECK(hall.tellings.answers == hall.tickets);
  CHECK(hall.tellings.accepted > 100);
  for (const StreamId room : hall.rooms) {
    const auto folded = fold(hall.store.inner.records(room), room);
    REQUIRE(std::holds_alternative<Replay>(folded));
    CHECK(std::get<Replay>(folded).state == *hall.house.shown(room));
  }
}

TEST_CASE("a store that throws has failed like any other, and is tried again") {
  ThreadedHall hall;
  Writer writer(hall.store, nullptr);
  hall.create(writer, 2);
  turn(hall.house, writer, hall.now);
  writer.finish(hall.house, hall.now);
  hall.store.throws = true;
  hall.bid(1);
  turn(hall.house, writer, hall.now);
  hall.house.end_commit(*writer.wait(), hall.now);
  CHECK(hall.tellings.unavailable == 1);
  hall.store.throws = false;
  hall.now = hall.now + Millis{5};
  hall.bid(1);
  turn(hall.house, writer, hall.now);
  writer.finish(hall.house, hall.now);
  CHECK(hall.tellings.accepted == 1);
  CHECK(hall.store.clashes == 0);
}

TEST_CASE("a writer that is destroyed finishes what it has begun") {
  ThreadedHall hall;
  {
    Writer writer(hall.store, nullptr);
    hall.create(writer, 1);
    hall.bid(1);
    hall.house.turn(hall.now);
    writer.begin(hall.house.begin_commit());
  }
  CHECK(hall.store.inner.answer(hall.rooms[0], command_id(1)) != nullptr);
  CHECK(hall.tellings.accepted == 0);
}

}  // namespace auction
