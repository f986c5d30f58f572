// A fixture: two teams, an instant, a state of play, and what each asset did in it.
//
// Its slot is given once and never changes, whatever is imported over it later. Goals are there
// while it is live and when it is final; figures may come at any time and replace what was there.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libauction/season/setup.h"

namespace auction {

using FixtureSlot = Index<struct FixtureSlotTag, std::uint32_t>;  // in the order they were added

enum class FixtureStatus : std::uint8_t {
  kScheduled = 0,
  kLive = 1,
  kFinal = 2,
  kAbandoned = 3,  // counts for nobody, whatever is written in it
};
std::string_view word(FixtureStatus status);  // "scheduled"
std::optional<FixtureStatus> fixture_status(std::string_view word);
constexpr unsigned enum_count(FixtureStatus) { return 4; }

struct Goals {
  std::int32_t home = 0;
  std::int32_t away = 0;

  bool operator==(const Goals&) const = default;
};
inline constexpr std::int32_t kMaxGoals = 999;

// When and where two teams meet. Without teams it is known by its external id alone: scores came
// before the fixture list did.
struct Meeting {
  std::string external_id;  // "match001"; unique where there is one
  TeamSlot home = kNoTeam;
  TeamSlot away = kNoTeam;
  Instant starts_at;
  std::string venue;
  std::string round;

  bool operator==(const Meeting&) const = default;
};

struct FixtureResult {
  FixtureStatus status = FixtureStatus::kScheduled;
  std::optional<Goals> goals;

  bool operator==(const FixtureResult&) const = default;
};

// The figures of one asset in one match, in the order of SeasonSetup::figures.
struct FigureLine {
  AssetSlot asset;
  std::vector<std::int32_t> values;

  bool operator==(const FigureLine&) const = default;
};

struct Fixture {
  Meeting meeting;
  FixtureResult result;
  std::vector<FigureLine> figures;  // by asset, each once

  bool operator==(const Fixture&) const = default;
};

const FigureLine* find_figures(const Fixture& fixture, AssetSlot asset);  // null: none

}  // namespace auction
