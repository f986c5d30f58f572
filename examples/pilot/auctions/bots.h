// Bots: members who are programs. They bid by the simulation's characters, as slowly as people, and
// through the same door: a bot sees what its seat sees and has no rights of its own.
//
//   bots.follow(league, after, events, now);   // each record, once it is committed
//   bots.turn(now);                            // submits the bids whose moment has come
//
// Nothing of it is kept: after a restart the bots look at the lots that are open and plan anew.
#pragma once

#include "libauction/league/league.h"
#include "libauction/room/house.h"
#include "libauction/sim/bidder.h"

namespace pilot {

using namespace auction;

class Bots {
 public:
  Bots(House& house, SaltSource& chance) : house_(house), ids_(chance) {}

  void follow(const League& league, const State& after, std::span<const Event> events, Instant now);
  void turn(Instant now);
  Instant next_alarm() const;

 private:
  // What a bot means to do about the lot on the block.
  struct Intent {
    bool out = false;
    Instant due = kNever;  // kNever: it waits until something happens
    Instant end_seen;      // of the clock, when it was planned
    Terms terms;
    std::uint16_t bids = 0;
  };
  struct Table {
    Table(const League& league, const Setup& setup);

    std::map<ManagerSlot, std::shared_ptr<const Bidder>> bots;
    std::map<ManagerSlot, Intent> intents;
    std::vector<Money> worth;
    std::uint64_t seed;
    SplitMix64 chance;
    LotNumber lot;  // 0: none is open
  };

  static void ask(Table& table, const State& state, const OpenLot& lot, ManagerSlot bot,
                  Instant now);
  static void ask_idle(Table& table, const State& state, bool anew, Instant now);
  void act(Table& table, const State& state, ManagerSlot bot, Instant now);

  House& house_;
  SaltSource& ids_;
  std::map<StreamId, Table> tables_;
};

}  // namespace pilot
