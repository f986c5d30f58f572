#include "libauction/season/decide.h"

namespace auction {

std::string_view word(FixtureStatus status) {
  switch (status) {
    case FixtureStatus::kScheduled:
      return "scheduled";
    case FixtureStatus::kLive:
      return "live";
    case FixtureStatus::kFinal:
      return "final";
    case FixtureStatus::kAbandoned:
      return "abandoned";
  }
  return "";
}

std::optional<FixtureStatus> fixture_status(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(FixtureStatus::kAbandoned); ++i) {
    const auto status = static_cast<FixtureStatus>(i);
    if (word(status) == name) return status;
  }
  return std::nullopt;
}

namespace {

struct Words {
  std::string_view word;
  std::string_view sentence;
};

// In the order of SeasonReason, from 1.
constexpr Words kWords[] = {
    {"not_allowed", "is for the commissioner"},
    {"wrong_state", "the season is not in this state"},
    {"broken_setup", "the set-up cannot work"},
    {"unknown_fixture", "no fixture has this id"},
    {"unknown_asset", "no asset has this id"},
    {"unknown_team", "no team has this id"},
    {"unknown_manager", "no member has this id"},
    {"unknown_deduction", "no deduction has this number"},
    {"out_of_range", "is out of range"},
    {"too_long", "is too long"},
    {"same_team", "a team cannot meet itself"},
    {"twice", "stands in an earlier row already"},
    {"other_fixture", "these teams meet then under another id"},
    {"teams_changed", "was played: its teams cannot change"},
    {"goals_missing", "has no goals, which live and final need"},
    {"goals_too_early", "has goals, but is only scheduled"},
    {"taken", "is a member's already"},
};

}  // namespace

std::string_view word(SeasonReason reason) {
  return kWords[static_cast<std::size_t>(reason) - 1].word;
}

std::string_view sentence(SeasonReason reason) {
  return kWords[static_cast<std::size_t>(reason) - 1].sentence;
}

}  // namespace auction
