// Everything that uses threads, under load: run as it is, and under ThreadSanitizer.
//
//   threads [--bids N]
//
// A house with a writer on a store that is slow and fails now and then, clients that send again
// until they know, and beside it other threads that verify what was kept, play batches and fail
// checks of their own. At the end every accepted bid is in the log once, and nothing else is.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>
#include <thread>

#include "libauction/replay/guard.h"
#include "libauction/replay/verify.h"
#include "libauction/room/writer.h"
#include "libauction/sim/batch.h"
#include "libauction/sim/lineup.h"
#include "tests/faults/faulty_store.h"
#include "tests/faults/hall.h"
#include "tests/support/small_auction.h"

namespace auction {
namespace {

constexpr std::uint64_t kRooms = 20;

// Slow enough that the house runs ahead; complains when two threads use it at once.
class SlowStore final : public Store {
 public:
  CommitAnswer commit(std::span<const StreamBatch> batch) override {
    const Alone alone(*this);
    std::this_thread::sleep_for(std::chrono::microseconds(50));
    return inner.commit(batch);
  }
  FoundAnswer find_answer(StreamId stream, CommandId command) override {
    const Alone alone(*this);
    return inner.find_answer(stream, command);
  }
  StreamsAnswer streams() override {
    const Alone alone(*this);
    return inner.streams();
  }
  HeadAnswer read(StreamId stream, std::uint64_t from, const RecordVisitor& visit) override {
    const Alone alone(*this);
    return inner.read(stream, from, visit);
  }
  HeadAnswer head(StreamId stream) override {
    const Alone alone(*this);
    return inner.head(stream);
  }

  FaultyStore inner;
  std::atomic<int> clashes{0};

 private:
  struct Alone {
    explicit Alone(SlowStore& s) : store(s) { store.clashes += store.users++ != 0; }
    ~Alone() { --store.users; }
    SlowStore& store;
  };
  std::atomic<int> users{0};
};

struct Clients final : Publisher {
  void answered(const Request& request, const Receipt& receipt) override {
    if (receipt.verdict == Verdict::kUnavailable) {
      again.push_back(request);
    } else {
      ++answered_;
      accepted += receipt.verdict == Verdict::kAccepted;
    }
  }
  void recorded(StreamId, const Record& record, std::span<const Event>,
                const State& after) override {
    in_order = in_order && after.seq == last_seq(record);
  }
  void quarantined(StreamId, const char*) override { in_order = false; }

  std::vector<Request> again;
  std::uint64_t answered_ = 0;
  std::uint64_t accepted = 0;
  bool in_order = true;
};

struct Hall {
  SlowStore store;
  SeededSalts salts{1};
  Clients clients;
  House house{store, salts, clients, {.answers_remembered = 16, .retry_ms = Millis{1}}};
  Instant now{1'000'000};
  std::vector<StreamId> rooms;

  void create() {
    for (std::uint64_t i = 0; i < kRooms; ++i) {
      Setup setup = small_setup("pilot-football");
      setup.auction = {77, i + 1};
      setup.order_commitment = commitment(seed_from(i));
      rooms.push_back(stream_of(setup.auction));
      house.submit({rooms.back(), {}, {}, true, Create{Shared<Setup>(setup)}, now, 0});
      house.submit({rooms.back(), {}, {}, true, DrawOrder{seed_from(i)}, now, 0});
      house.submit({rooms.back(), {}, commissioner_id(), false, Open{}, now, 0});
    }
    house.turn(now);
    house.commit(now);
    now = now + seconds(6);
  }

  void bid(std::uint64_t id) {
    const StreamId room = rooms[id % kRooms];
    const State* state = house.shown(room);
    const bool open = state != nullptr && !state->open.empty();
    const PlaceBid bid{open ? state->open[0].number : LotNumber{1},
                       open ? state->open[0].next_bid : Money{1}};
    house.submit({room, command_id(id), actor_id(id / kRooms % 3), false, bid, now, id});
  }

  void send_again() {
    std::vector<Request> requests;
    requests.swap(clients.again);
    for (Request& request : requests) {
      request.at = now;
      house.submit(std::move(request));
    }
  }
};

std::string serve(std::uint64_t bids) {
  Hall hall;
  hall.create();
  hall.store.inner.fate = [](std::uint64_t n) {
    return n % 31 == 0 ? Fate::kRefused : n % 47 == 0 ? Fate::kKeptButFailed : Fate::kKept;
  };
  std::atomic<int> woken{0};
  std::uint64_t ran_ahead = 0;
  {
    Writer writer(hall.store, [&] { ++woken; });
    std::uint64_t id = 0;
    for (std::uint64_t turns = 0; hall.clients.answered_ < bids && turns < 100 * bids; ++turns) {
      for (int i = 0; i < 5 && id < bids; ++i) hall.bid(++id);
      hall.send_again();
      hall.now = hall.now + Millis{1};
      turn(hall.house, writer, hall.now);
      ran_ahead += hall.house.committing();
    }
    writer.finish(hall.house, hall.now);
  }
  if (hall.clients.answered_ < bids) return "a client was never answered";
  if (!hall.clients.in_order) return "records were told out of order";
  if (hall.store.clashes != 0) return "two threads used the store at once";
  if (!hall.store.inner.wrong().empty()) return hall.store.inner.wrong();
  if (woken == 0 || ran_ahead == 0) return "the writer's thread did nothing";
  std::uint64_t kept = 0;
  for (std::uint64_t id = 1; id <= bids; ++id) {
    const StoredAnswer* answer = hall.store.inner.answer(hall.rooms[id % kRooms], command_id(id));
    if (answer == nullptr) return "an answer was told that is not kept";
    kept += decode_receipt(answer->answer)->verdict == Verdict::kAccepted;
  }
  if (kept != hall.clients.accepted) return "told and kept differ";
  for (const StreamId room : hall.rooms) {
    if (!verify(hall.store.inner.records(room), room).ok()) return "a log does not verify";
  }
  std::printf("house: %llu bids, %llu accepted, %llu commits, %llu of them failed\n",
              static_cast<unsigned long long>(bids), static_cast<unsigned long long>(kept),
              static_cast<unsigned long long>(hall.house.counters().commits),
              static_cast<unsigned long long>(hall.house.counters().commit_failures));
  return "";
}

// Strangers' logs, verified in threads of their own while the house serves.
void verify_strangers(const std::atomic<bool>& stop, std::atomic<int>& wrong) {
  const Kept kept = kept_auction(small_setup("pilot-football"), "*=valuing", 3);
  const StreamId stream = stream_of(small_auction_id());
  std::vector<Record> broken = kept.records;
  broken.erase(broken.begin() + 1);
  while (!stop) {
    wrong += !verify(kept.records, stream).ok();
    wrong += verify(broken, stream).ok();
    try {
      const CheckGuard guard;
      AUCTION_CHECK(stop, "a check that fails in this thread alone");
    } catch (const CheckFailure&) {
    }
  }
}

std::string play_batches() {
  const Setup setup = small_setup("pilot-football");
  const auto bidders = std::get<Bidders>(parse_lineup("*=valuing", setup.participants));
  std::vector<AuctionResult> first;
  for (const unsigned threads : {1u, 2u, 5u}) {
    std::vector<AuctionResult> results;
    simulate_batch(setup, bidders, Market{}, {{0, 200}, 7, threads},
                   [&](std::uint64_t, const AuctionResult& r) { results.push_back(r); });
    if (threads == 1) first = results;
    if (results != first) return "another number of threads, another result";
  }
  return "";
}

int run(std::uint64_t bids) {
  std::atomic<bool> stop{false};
  std::atomic<int> wrong{0};
  std::thread one([&] { verify_strangers(stop, wrong); });
  std::thread two([&] { verify_strangers(stop, wrong); });
  std::string said = serve(bids);
  if (said.empty()) said = play_batches();
  stop = true;
  one.join();
  two.join();
  if (said.empty() && wrong != 0) said = "a stranger's log was judged wrongly";
  std::printf("threads: %s\n", said.empty() ? "0 wrong" : said.c_str());
  return said.empty() ? 0 : 1;
}

}  // namespace
}  // namespace auction

int main(int argc, char** argv) {
  std::uint64_t bids = 4'000;
  if (argc == 3 && std::strcmp(argv[1], "--bids") == 0) bids = std::stoull(argv[2]);
  return auction::run(bids);
}
