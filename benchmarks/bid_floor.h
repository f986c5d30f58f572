// The floor of a bid: a hand-written switch that does the checks of a bid and nothing else.
//
// It takes the same commands, contexts and ladder as the engine and is compiled with the same
// flags, as a function of its own. No events, no history, no guards beyond the rules: it keeps what
// the next bid's checks need (price, leader, money, counts, limit, end). It says how fast the
// checks can be on this machine, in this run.
#pragma once

#include <vector>

#include "libauction/auction/command.h"

namespace bench {

class Floor {
 public:
  struct Lot {
    std::int64_t ends_at, price, next;
    std::uint32_t leader, extensions;
    bool open, overseas;
  };
  struct Manager {
    std::int64_t free, limit;
    std::uint32_t held, overseas;
  };

  std::vector<Lot> lots;
  std::vector<Manager> managers;
  auction::Ladder ladder;
  std::int64_t window = 0;
  std::int64_t reserve = 0;
  std::uint32_t min_squad = 0;
  std::uint32_t max_squad = 0;
  std::uint32_t max_overseas = 0;
  bool running = true;
  bool paused = false;

  // 0: accepted; otherwise the number of the rule that failed.
  int judge(const auction::Command& command, const auction::Context& context);

 private:
  int place(const auction::PlaceBid& bid, const auction::Context& context);
  void take(Manager& manager, const Lot& lot, int places, std::int64_t money) const;
  std::int64_t next_price(std::int64_t price) const;
};

}  // namespace bench
