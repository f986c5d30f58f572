// Cricsheet files and scoring overrides from outside. What reads can be scored, ball by ball as at
// once, and its runs add up.
#include "libauction/adapters/results/cricsheet.h"

#include "libauction/adapters/results/overrides.h"
#include "libauction/scoring/cricket_points.h"
#include "libauction/scoring/cricket_result.h"
#include "libauction/scoring/rule_books.h"
#include "tests/fuzz/oracle.h"

namespace {

using namespace auction;

void check_match(std::string_view text) {
  const auto match = match_from_cricsheet(text);
  if (!match.ok()) return;
  const CricketScore score = score_of(*match);
  std::int64_t runs = 0;
  std::int64_t batted = 0;
  for (const CricketInnings& innings : match->innings) {
    if (innings.header.super_over) continue;
    for (const Ball& ball : innings.balls) runs += ball.bat;
  }
  for (std::size_t i = 0; i < match->players.size(); ++i) {
    const CricketerSlot player{static_cast<std::uint16_t>(i)};
    batted += score.figures(player)[CricketStat::kRuns];
    for (const char* id : {"pilot-cricket", "dream11-t20-2026", "dream11-test-2020"}) {
      points(*rule_book(id), score, player);
    }
  }
  fuzz::require(runs == batted, "every run off the bat is somebody's");
  result_text(result_of(score.innings()), match->teams);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check_match(fuzz::text_of(data, size));
  const auto overrides = overrides_from_json(fuzz::text_of(data, size));
  if (overrides.ok() && *overrides) with_overrides(*rule_book("pilot-cricket"), **overrides);
  return 0;
}
