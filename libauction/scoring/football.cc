#include "libauction/scoring/football.h"

namespace auction {

std::vector<std::int32_t> bonus_points(std::span<const BonusLine> lines) {
  std::vector<std::int32_t> bonus(lines.size(), 0);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].minutes <= 0) continue;
    std::int32_t better = 0;
    for (const BonusLine& other : lines) {
      if (other.minutes > 0 && other.bps > lines[i].bps) ++better;
    }
    if (better < 3) bonus[i] = 3 - better;
  }
  return bonus;
}

}  // namespace auction
