// What both leagues of the demo do: act on a season, keep its table, and hold both to account.
#pragma once

#include "examples/auctioneer/demo/league.h"
#include "libauction/season/decide.h"
#include "libauction/standings/tally.h"

namespace auction::demo {

class Competition {
 public:
  Competition(SeasonSetup setup, const RuleBook& book);

  void own(const std::vector<Stint>& stints);
  void act(const SeasonCommand& command);  // a refusal is a cli::Stop

  const Season& season() const { return tally_.season(); }
  std::int64_t owned() const;  // hundredths of a point in the table
  std::int64_t free() const;   // of assets that nobody owns

  League end(std::vector<Claim> claims);  // adds that live table and recomputation are equal

 private:
  RuleBook book_;
  Tally tally_;
};

// "1234.5"
std::string points_of(std::int64_t hundredths);

}  // namespace auction::demo
