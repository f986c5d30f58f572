#include "libauction/scoring/cricket_figures.h"

namespace auction {

std::optional<CricketStat> cricket_stat(std::string_view name) {
  for (std::size_t i = 0; i < kCricketStats.size(); ++i) {
    if (kCricketStats[i] == name) return static_cast<CricketStat>(i);
  }
  return std::nullopt;
}

}  // namespace auction
