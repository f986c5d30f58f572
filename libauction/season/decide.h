// Decide, for seasons: a command in, events or refusals out. Nothing else happens.
//
// No refusal: `out` holds the events (none at all where everything is already so). Else `out` is
// empty and every bad row of an import is named, with its column and the reason.
//
//   SeasonEvents events;
//   if (auto no = decide(season, ImportFixtures{rows}, {commissioner, now}, events); !no.empty())
//     return show(no);
//   apply(season, events, now);             // leave this line out for a dry run
//
// Thread-compatible.
#pragma once

#include <span>

#include "libauction/season/command.h"

namespace auction {

// Numbers are written to stored answers: never reuse one.
enum class SeasonReason : std::uint8_t {
  kNotAllowed = 1,
  kWrongState = 2,  // no season yet, or there is one already
  kBrokenSetup = 3,
  kUnknownFixture = 4,
  kUnknownAsset = 5,
  kUnknownTeam = 6,
  kUnknownManager = 7,
  kUnknownDeduction = 8,
  kOutOfRange = 9,      // `limit` would do
  kTooLong = 10,        // more than `limit` bytes
  kSameTeam = 11,       // a team against itself
  kTwice = 12,          // an earlier row of the same import says so already
  kOtherFixture = 13,   // these teams meet then under another external id
  kTeamsChanged = 14,   // the fixture has a result or figures, so its teams stay
  kGoalsMissing = 15,   // live and final have goals
  kGoalsTooEarly = 16,  // scheduled has none
  kTaken = 17,          // a member of that id or label is there
};

std::string_view word(SeasonReason reason);      // "unknown_team"
std::string_view sentence(SeasonReason reason);  // "no team has this id"

struct SeasonRefusal {
  SeasonReason reason = SeasonReason::kNotAllowed;
  std::uint32_t row = 0;    // of an import, from 0
  std::string_view column;  // "homeAssetExternalId"; "" for the row as a whole
  std::int64_t limit = 0;   // the value that would do; 0: none is told

  bool operator==(const SeasonRefusal&) const = default;
};
using SeasonRefusals = std::vector<SeasonRefusal>;

[[nodiscard]] SeasonRefusals decide(const Season& season, const SeasonCommand& command,
                                    const Context& context, SeasonEvents& out);

// What the events of an import do to fixtures (of a figures import: to lines of figures).
struct ImportCount {
  std::uint32_t created = 0;
  std::uint32_t updated = 0;
  std::uint32_t unchanged = 0;

  bool operator==(const ImportCount&) const = default;
};
ImportCount count_fixtures(std::size_t rows, std::span<const SeasonEvent> events);
ImportCount count_figures(const Season& before, std::size_t rows,
                          std::span<const SeasonEvent> events);

}  // namespace auction
