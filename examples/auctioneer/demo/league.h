// The second half of the demo: what was bought, times what was played.
//
// The ten squads of the auction just replayed, by three matches of the IPL 2025; and four made-up
// friends who buy Champions League clubs, by its season 2024/25. Results are facts, ball by ball
// and goal by goal; data/season/PROVENANCE.md says where they come from.
#pragma once

#include "examples/auctioneer/demo/checks.h"
#include "libauction/season/sales.h"
#include "libauction/standings/standings.h"

namespace auction::demo {

struct League {
  std::string title;
  RuleBook book;
  Season season;
  Standings table;
  std::vector<Claim> claims;  // that no point was lost on the way

  bool holds() const;
};

// `folder` is that of find_results. Every fault in it is a cli::Stop that names the file.
League squads_league(const Setup& auction, std::span<const Record> log, const std::string& folder);
League clubs_league(const std::string& folder);

}  // namespace auction::demo
