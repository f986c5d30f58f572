// The floor: who is still interested in which open lot, and what each has planned there.
//
// It asks the bidders and keeps their plans; it decides nothing about the auction. Lists keep their
// memory from lot to lot.
#pragma once

#include <span>

#include "libauction/auction/limit.h"
#include "libauction/sim/bidder.h"

namespace auction {

// A manager's plan on one lot, or the bid it has become.
//
// With latency L a bidder who clicks at t has seen what happened up to t - L, and the bid arrives
// at t + L. So a plan is settled at t - L, by what is known then, and is under way until t + L.
struct Interest {
  enum class Stage : std::uint8_t { kOut, kIdle, kPlanned, kUnderWay, kAsked };

  Instant due;       // planned: when it is settled; under way: when it arrives
  Instant end_seen;  // of the clock, when it was planned
  Money amount;
  Money up_to;
  std::uint16_t bids = 0;
  Stage stage = Stage::kOut;
  bool from_end = false;
};

struct Due {
  Instant at;
  ManagerSlot manager;
};

struct LotFloor {
  LotNumber lot;
  std::vector<Interest> interests;  // by seat
  std::vector<Due> due;             // the earliest last; of two at one instant the older plan first
  std::vector<ManagerSlot> idle;    // the leader, and those who wait
};

// A bid that has arrived.
struct Arrival {
  LotNumber lot;
  ManagerSlot manager;
  Money amount;
};

class Floor {
 public:
  Floor(const Bidders& bidders, const std::vector<Money>& worth, std::uint64_t seed,
        Millis latency);

  void opened(const State& state, LotNumber lot, Instant now);
  // Tells how many bids were still under way: they come too late.
  std::uint64_t closed(LotNumber lot);

  // The instant of the earliest plan; kNever when all wait.
  Instant due();
  // Settles that plan: the bid, if one arrives now. `accepted` or `refused` must follow then.
  std::optional<Arrival> settle(const State& state);

  // The bid was accepted: whoever was outbid is asked, and those who wait; on other lots the two
  // whose money moved. Called after the state has changed.
  void accepted(const State& state, const Arrival& bid, ManagerSlot outbid, Instant now);
  // The bid was refused: its sender learns of it.
  void refused(const State& state, const Arrival& bid, Instant now);

  // What bidders from outside are to say, in the order in which they were asked. Until all are
  // answered nothing else may happen.
  const std::vector<Facts>& questions() const { return questions_; }
  void answer(const State& state, std::span<const Plan> plans);

  const std::vector<Money>& worth() const { return worth_; }

 private:
  enum class Became : std::uint8_t { kBid, kLater };

  LotFloor& find(LotNumber lot);
  Became become(const State& state, const OpenLot& lot, ManagerSlot manager, Interest& interest);
  void reconsider(const State& state, ManagerSlot manager, LotNumber but, Instant now);
  void ask_again(const State& state, LotFloor& floor, ManagerSlot manager, Instant now);
  void ask(const State& state, const OpenLot& lot, ManagerSlot manager, Interest& interest,
           Instant now);
  Facts facts_of(const State& state, const OpenLot& lot, ManagerSlot manager, std::uint16_t bids,
                 Money limit, Instant at) const;
  void take_plan(const OpenLot& lot, const Facts& facts, const Plan& plan, Interest& interest);

  const Bidders& bidders_;
  const std::vector<Money>& worth_;
  std::uint64_t seed_;
  Millis latency_;
  SplitMix64 chance_;
  std::vector<LotFloor> floors_;  // of open lots; spare ones behind `open_`
  std::size_t open_ = 0;
  std::size_t earliest_ = 0;        // place in `floors_`
  std::vector<ManagerSlot> asked_;  // memory to reuse
  std::vector<Facts> questions_;
};

}  // namespace auction
