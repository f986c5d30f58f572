// What is told of a season: the table, the leaders, and the fixtures.
#pragma once

#include "examples/pilot/auctions/payload.h"
#include "examples/pilot/seasons/seasons.h"
#include "libauction/standings/standings.h"

namespace pilot {

// Hundredths of a point as a number with one decimal at most: 120, 20.5.
Json points_json(std::int64_t hundredths);

// Members of the league, and who left with something earned; everybody with a rank.
Json standings_json(const Scene& scene, const Season& season, const RuleBook& book, Instant at);

struct MemberRank {
  std::uint32_t rank = 0;  // 0: not in the table
  std::int64_t hundredths = 0;
};
MemberRank rank_of(const Season& season, const RuleBook& book, ActorId who);

// Everybody with figures, the best first: {"playerExternalId","totalPoints"} alone, or with the
// name, the owner and the time of the last figures.
Json leaders_json(const Season& season, const RuleBook& book);
Json leaderboard_json(const Scene& scene, const Season& season, const RuleBook& book);

Json fixture_json(std::string_view sport, const Season& season, FixtureSlot slot);
// Those between teams, by their start; `status`: of these only, "": all.
std::vector<FixtureSlot> fixtures_by_start(const Season& season, std::string_view status);
Instant next_start(const Season& season, Instant now);  // kNever: none is to come

}  // namespace pilot
