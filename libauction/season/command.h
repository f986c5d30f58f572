// Season commands: what somebody asks the competition to do.
//
// An import is one command for a whole file: all of its rows or none. Deciding it changes nothing,
// so a dry run is a decision nobody applies. Importing the same rows again gives no event at all.
#pragma once

#include "libauction/auction/command.h"
#include "libauction/season/event.h"

namespace auction {

// The host.
struct CreateSeason {
  Shared<SeasonSetup> setup;
};
struct JoinSeason {
  Member member;
};

// The commissioner. One row of a fixture list; teams by external id.
struct FixtureRow {
  Instant starts_at;
  std::string home;
  std::string away;
  std::string venue;
  std::string round;
  std::string external_id;              // may be empty
  std::optional<FixtureStatus> status;  // none, with goals: final; none without: as it was
  std::optional<Goals> goals;
};
// A row is joined to the fixture of its external id, else to the one of its teams and start; else
// it is a new fixture. What it then says replaces what was there.
struct ImportFixtures {
  std::vector<FixtureRow> rows;
};

// One row of a score sheet; values in the order of SeasonSetup::figures.
struct ScoreRow {
  std::string match;
  std::string player;
  std::vector<std::int32_t> values;
};
// Replaces the figures of each (match, player). With strangers, unknown matches (they start now)
// and unknown players are taken in; without, their rows are refused.
struct ImportFigures {
  std::vector<ScoreRow> rows;
  bool strangers = false;
};

struct SetResult {
  FixtureSlot fixture;
  FixtureResult result;
  std::string note;
};
struct SetFigures {
  FixtureSlot fixture;
  FigureLine line;
};
struct SetOwner {
  Stint stint;
};
struct ClearOwner {
  AssetSlot asset;
  Instant from;
};
struct DeductPoints {
  ManagerSlot manager;
  std::int64_t hundredths = 0;
  std::string note;
};
struct LiftDeduction {
  std::uint32_t number = 0;
  std::string note;
};
struct ChangeBook {
  std::string book;
  std::string note;
};

using SeasonCommand =
    std::variant<CreateSeason, JoinSeason, ImportFixtures, ImportFigures, SetResult, SetFigures,
                 SetOwner, ClearOwner, DeductPoints, LiftDeduction, ChangeBook>;

}  // namespace auction
