// The floor: who is still interested in which open lot, and what each has planned there.
//
// It asks the bidders and keeps their plans; it decides nothing about the auction. Lists keep their
// memory from lot to lot and from auction to auction.
#pragma once

#include "libauction/auction/limit.h"
#include "libauction/sim/bidder.h"

namespace auction {

// A manager's plan on one lot. kNever: waiting.
struct Interest {
  Instant arrives = kNever;  // when the auction gets the bid
  Instant sent;              // when the bidder's mind is made up: latency before that
  Money amount;
  ManagerSlot manager;
  std::uint16_t bids = 0;
};

struct LotFloor {
  LotNumber lot;
  Instant next = kNever;  // the earliest arrival
  std::vector<Interest> interested;
};

class Floor {
 public:
  Floor(const Bidders& bidders, const std::vector<Money>& worth, std::uint64_t seed,
        Millis latency);

  void opened(const State& state, LotNumber lot, Instant now);
  // Tells how many bids were still under way: they come too late.
  std::uint64_t closed(LotNumber lot, Instant now);

  // Somebody bid: the others of that lot are asked again, and on other lots the two whose money
  // moved.
  void changed(const State& state, LotNumber lot, ManagerSlot bidder, ManagerSlot outbid,
               Instant now);
  // A bid was refused: only its sender learns of it.
  void refused(const State& state, LotNumber lot, ManagerSlot bidder, Instant now);

  // The lot where the next bid arrives, and that bid; nothing when all wait.
  LotFloor* next();
  static Interest& earliest(LotFloor& floor);

  const std::vector<Money>& worth() const { return worth_; }

 private:
  LotFloor& find(LotNumber lot);
  void reconsider(const State& state, ManagerSlot manager, LotNumber but, Instant now);
  bool ask(const State& state, const OpenLot& lot, Interest& interest, Instant now);
  Plan plan_of(const State& state, const OpenLot& lot, const Interest& interest, Money limit,
               Instant seen);
  static void refresh(LotFloor& floor);

  const Bidders& bidders_;
  const std::vector<Money>& worth_;
  std::uint64_t seed_;
  Millis latency_;
  SplitMix64 chance_;
  std::vector<LotFloor> floors_;  // of open lots; spare ones behind `open_`
  std::size_t open_ = 0;
};

}  // namespace auction
