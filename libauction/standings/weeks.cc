#include "libauction/standings/weeks.h"

#include <algorithm>
#include <map>

#include "libauction/standings/standings.h"

namespace auction {
namespace {

// Round by text, each with the start of its first match.
std::vector<std::string> rounds_of(const Season& season) {
  std::map<std::string, Instant> first;
  for (const Fixture& fixture : season.fixtures) {
    const Meeting& meeting = fixture.meeting;
    if (meeting.round.empty()) continue;
    const auto [at, is_new] = first.emplace(meeting.round, meeting.starts_at);
    if (!is_new) at->second = earlier(at->second, meeting.starts_at);
  }
  std::vector<std::pair<Instant, std::string>> order;
  for (const auto& [round, at] : first) order.emplace_back(at, round);
  std::sort(order.begin(), order.end());
  std::vector<std::string> rounds;
  for (auto& [at, round] : order) rounds.push_back(std::move(round));
  return rounds;
}

}  // namespace

Weeks weeks_of(const Season& season, const RuleBook& book) {
  Weeks weeks{rounds_of(season), {}};
  weeks.points.assign(weeks.rounds.size(), std::vector<std::int64_t>(season.members.size(), 0));
  std::map<std::string_view, std::size_t> place;
  for (std::size_t i = 0; i < weeks.rounds.size(); ++i) place.emplace(weeks.rounds[i], i);
  SeasonScorer scorer(*season.setup, book);
  for (const Fixture& fixture : season.fixtures) {
    const auto round = place.find(fixture.meeting.round);
    if (round == place.end()) continue;
    scorer.each(fixture, [&](AssetSlot asset, std::int64_t units, Stats) {
      const ManagerSlot owner = owner_at(season, asset, fixture.meeting.starts_at);
      if (owner == kNoManager) return;
      weeks.points[round->second][owner.value] += units * hundredths_a_unit(book);
    });
  }
  return weeks;
}

}  // namespace auction
