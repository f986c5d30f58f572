// A league's own numbers over a cricket book, as the pilot's commissioners set them.
//
// The five values replace the book's; a milestone that is named replaces the book's, or takes it
// out where it is disabled; one that is not named stays. Points are tenths.
//
//   CricketOverrides own{.run = 10, .wicket = 205, ...};       // a wicket is 20.5
//   RuleBook book = with_overrides(*rule_book("pilot-cricket"), own);
#pragma once

#include <optional>

#include "libauction/scoring/rule_book.h"

namespace auction {

struct MilestoneOverride {
  bool enabled = false;
  std::int32_t threshold = 0;
  std::int32_t tenths = 0;

  bool operator==(const MilestoneOverride&) const = default;
};

inline constexpr std::int32_t kHalfCentury = 50;
inline constexpr std::int32_t kCentury = 100;
inline constexpr std::int32_t kFiveWickets = 5;

struct CricketOverrides {
  std::int32_t run = 0;
  std::int32_t wicket = 0;
  std::int32_t caught = 0;
  std::int32_t stumping = 0;
  std::int32_t run_out = 0;
  std::optional<MilestoneOverride> half_century;
  std::optional<MilestoneOverride> century;
  std::optional<MilestoneOverride> five_wickets;

  bool operator==(const CricketOverrides&) const = default;
};

// The book is one of the pilot's (its scale holds tenths); the result's id is "<id>+league".
RuleBook with_overrides(RuleBook book, const CricketOverrides& overrides);

}  // namespace auction
