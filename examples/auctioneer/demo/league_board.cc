#include <algorithm>

#include "examples/auctioneer/demo/board.h"
#include "examples/auctioneer/demo/competition.h"

namespace auction::demo {
namespace {

constexpr std::size_t kNamed = 3;
constexpr std::size_t kSquadWidth = 80 - 18;  // beside rank, manager and points

// "Quinton de Kock 107, Sunil Narine 66, ...": who earned most, as far as the line goes.
std::string best_of(const Season& season, const ManagerRow& row) {
  std::vector<Earned> earned = row.earned;
  std::stable_sort(earned.begin(), earned.end(),
                   [](const Earned& a, const Earned& b) { return a.hundredths > b.hundredths; });
  std::string text;
  for (std::size_t i = 0; i < std::min(earned.size(), kNamed); ++i) {
    const std::string next = (i > 0 ? ", " : "") +
                             (*season.setup->catalogue)[earned[i].asset].name + " " +
                             points_of(earned[i].hundredths);
    if (text.size() + next.size() > kSquadWidth) break;
    text += next;
  }
  return text;
}

}  // namespace

bool League::holds() const {
  return std::all_of(claims.begin(), claims.end(), [](const Claim& claim) { return claim.holds; });
}

void show_league(cli::Screen& screen, const League& league) {
  screen.print("\n{}\n", screen.paint(cli::kStrong, league.title));
  for (const ManagerRow& row : league.table.rows) {
    if (row.hundredths == 0) continue;  // his players had no match
    screen.print("  {} {:7}{:>5}  {}\n", row.rank, league.season.members[row.manager.value].label,
                 points_of(row.hundredths), best_of(league.season, row));
  }
  screen.say("\n");
  show_claims(screen, league.claims);
}

}  // namespace auction::demo
