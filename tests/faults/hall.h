// A house under test: a store that can fail, and a publisher that writes down what it hears.
//
// The ear holds every word against the store: what is told and not kept, or told out of order, is
// wrong at once.
//
//   Hall hall;
//   const StreamId room = hall.create(small_setup("pilot-football"));
//   Receipt r = hall.ask(room, reds, PlaceBid{LotNumber{1}, Money{5}});     // turn and commit
//   hall.restart();
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "libauction/room/house.h"
#include "tests/faults/faulty_store.h"

namespace auction {

inline constexpr PlaceBid kFirstBid{LotNumber{1}, Money{5'000'000}};  // stands on an open lot

class Ear final : public Publisher {
 public:
  explicit Ear(const FaultyStore& store) : store_(store) {}

  void answered(const Request& request, const Receipt& receipt) override;
  void recorded(StreamId stream, const Record& record, std::span<const Event> events,
                const State& after) override;
  void quarantined(StreamId stream, const char* why) override;

  // The house has crashed: what it had told is forgotten, what it tells next may begin anywhere.
  void new_house() { told_.clear(); }

  const Receipt* of(Ticket ticket) const;

  // What a request with this ticket asked: for whoever knows it without hashing.
  std::function<Digest(const Request&)> payload_of = payload_digest;

  std::vector<std::pair<Ticket, Receipt>> answers;
  std::uint64_t records = 0;
  std::vector<std::string> quarantines;
  std::string wrong;

 private:
  void check(bool holds, const char* what) {
    if (!holds && wrong.empty()) wrong = what;
  }

  const FaultyStore& store_;
  std::map<StreamId, std::uint64_t> told_;  // the last seq
};

// Ids in the order in which they are drawn.
inline CommandId command_id(std::uint64_t number) { return {0xc033a4d, number}; }

struct Hall {
  explicit Hall(HouseOptions options = {});

  // The process dies, whatever it was about, and another one starts.
  void restart();

  // Creates the auction, draws and opens it; whoever comes next settles its begin.
  StreamId create(const Setup& setup);

  Ticket submit(StreamId stream, ActorId actor, Command command, CommandId id = {});
  Ticket submit_as_host(StreamId stream, Command command, CommandId id = {});
  Receipt ask(StreamId stream, ActorId actor, Command command, CommandId id = {});
  void turn() { house->turn(now); }
  void commit() {
    if (house->wants_commit(now)) house->commit(now);
  }
  void pass(Millis length) { now = now + length; }
  void pass_and_turn(Millis length);

  const State& state(StreamId stream) const { return *house->shown(stream); }

  HouseOptions options;
  FaultyStore store;
  SeededSalts salts{1};
  Ear ear{store};
  std::unique_ptr<House> house;
  Instant now{1'000'000};
  Ticket tickets = 0;
};

}  // namespace auction
