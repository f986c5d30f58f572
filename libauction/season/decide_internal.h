// What the decide_* files share. Not for users.
#pragma once

#include "libauction/season/decide.h"

namespace auction {

inline constexpr std::int32_t kMaxFigure = 999'999;

inline SeasonRefusals refuse(SeasonReason reason, std::int64_t limit = 0) {
  return {{reason, 0, {}, limit}};
}

// Collects the faults of rows; an import with any fault makes no event.
struct RowFaults {
  SeasonRefusals list;

  bool fail(std::size_t row, std::string_view column, SeasonReason reason, std::int64_t limit = 0) {
    list.push_back({reason, static_cast<std::uint32_t>(row), column, limit});
    return false;
  }
};

inline std::optional<SeasonReason> broken_result(const FixtureResult& result) {
  const bool has_goals = result.goals.has_value();
  const bool needs =
      result.status == FixtureStatus::kLive || result.status == FixtureStatus::kFinal;
  if (needs && !has_goals) return SeasonReason::kGoalsMissing;
  if (result.status == FixtureStatus::kScheduled && has_goals) return SeasonReason::kGoalsTooEarly;
  return std::nullopt;
}

inline bool in_range(const Goals& goals) {
  return goals.home >= 0 && goals.home <= kMaxGoals && goals.away >= 0 && goals.away <= kMaxGoals;
}

SeasonRefusals decide_fixtures(const Season& season, const ImportFixtures& command,
                               SeasonEvents& out);
SeasonRefusals decide_figures(const Season& season, const ImportFigures& command, Instant now,
                              SeasonEvents& out);

}  // namespace auction
