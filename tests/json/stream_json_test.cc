// The events of seasons and leagues as JSON, alone and in the lines of a log.
#include "libauction/adapters/json/league_event.h"
#include "libauction/adapters/json/record.h"
#include "libauction/adapters/json/season_event.h"
#include "libauction/log/chain.h"
#include "libauction/log/league_machine.h"
#include "libauction/log/salt.h"
#include "libauction/log/season_machine.h"
#include "tests/catch.h"
#include "tests/league/small_league.h"
#include "tests/season/small_season.h"

namespace auction {
namespace {

SeasonEvents one_of_each_season_event() {
  return {SeasonCreated{Shared<SeasonSetup>(small_setup())},
          MemberJoined{{{1, 2}, "Golds"}},
          StrangerNoticed{"X"},
          FixtureAdded{{"m1", {0}, {1}, day(10), "Home", "1"}},
          FixtureMoved{{0}, {"m1", kNoTeam, kNoTeam, day(11), "", "2"}},
          ResultSet{{0}, {FixtureStatus::kFinal, Goals{9, 2}}, "n"},
          FiguresSet{{0}, {{2}, {50, -7}}},
          OwnerSet{{{0}, day(1), kNoManager}},
          OwnerCleared{{0}, day(1)},
          PointsDeducted{{1, {1}, -250, "late"}},
          DeductionLifted{1, "ok"},
          BookChanged{"b", "c"}};
}

LeagueEvents one_of_each_league_event() {
  return {LeagueCreated{kSmallLeague, kAda, "Reds", small_league().settings},
          SettingsChanged{small_league().settings},
          MemberEntered{kBen, "Blues", LeagueRole::kManager, false, 1},
          MemberLeft{kBen, true},
          MemberRelabelled{kBen, "Golds"},
          RoleGiven{kBen, LeagueRole::kDeputy, 0},
          CommissionerChanged{kBen},
          InviteMade{1, invite_hash(kSmallLeague, "x"), LeagueRole::kSpectator, 8, kNever},
          InviteRevoked{1},
          RulesChosen{Shared<RuleSet>(*preset("ipl-2025"))},
          AssetsChosen{{{1, 1}, {1, 2}}},
          CompetitionChosen{"cup"},
          BookChosen{"mine"},
          AuctionLinked{{8, 1}},
          AuctionEnded{{8, 1}, AuctionFate::kCancelled},
          SeasonLinked{{5, 5}},
          LeagueDissolved{},
          AuctionReopened{{8, 1}}};
}

// What the reader says of a line in which `from` was replaced; "" if it takes it.
std::string said_of(std::string line, std::string_view from, std::string_view to) {
  const std::size_t at = line.find(from);
  REQUIRE(at != std::string::npos);
  line.replace(at, from.size(), to);
  const auto read = record_from_json(line);
  return read.ok() ? "" : std::string(read.status().message());
}

}  // namespace

TEST_CASE("every event of a season is the same after its JSON") {
  const SeasonEvents events = one_of_each_season_event();
  REQUIRE(events.size() == kSeasonEventTypes);
  for (std::size_t i = 0; i < events.size(); ++i) {
    REQUIRE(type_number(events[i]) == i + 1);
    const std::string text = to_json(events[i]);
    INFO(text);
    const auto again = season_event_from_json(text);
    REQUIRE(again.ok());
    CHECK(*again == events[i]);
    CHECK(text.find("\"" + std::string(season_event_name(type_number(events[i])))) == 8);
  }
  CHECK(
      to_json(events[5]) ==
      R"({"type":"ResultSet","fixture":0,"status":"final","goals":{"home":9,"away":2},"note":"n"})");
  CHECK(to_json(events[7]) == R"({"type":"OwnerSet","asset":0,"from":86400000,"manager":null})");
}

TEST_CASE("every event of a league is the same after its JSON") {
  const LeagueEvents events = one_of_each_league_event();
  REQUIRE(events.size() == kLeagueEventTypes);
  for (std::size_t i = 0; i < events.size(); ++i) {
    REQUIRE(type_number(events[i]) == i + 1);
    const std::string text = to_json(events[i]);
    INFO(text);
    const auto again = league_event_from_json(text);
    REQUIRE(again.ok());
    CHECK(*again == events[i]);
  }
  CHECK(
      to_json(events[5]) ==
      R"({"type":"RoleGiven","member":"00000000-0000-0009-0000-000000000002","role":"deputy","invite":0})");
  CHECK(to_json(events[16]) == R"({"type":"LeagueDissolved"})");
}

TEST_CASE("an event that is not quite one is refused by its place") {
  const auto said = [](std::string_view text) {
    return std::string(league_event_from_json(text).status().message());
  };
  CHECK(said(R"({"type":"Nonsense"})").find("/type") != std::string::npos);
  CHECK(said(R"({"type":"LeagueDissolved","more":1})").find("more") != std::string::npos);
  CHECK(said(R"({"type":"InviteRevoked"})").find("number") != std::string::npos);
  CHECK(said(R"({"type":"InviteRevoked","number":-1})").find("/number") != std::string::npos);
  CHECK(
      said(
          R"({"type":"AuctionEnded","auction":"00000000-0000-0008-0000-000000000001","fate":"won"})")
          .find("unfinished, completed or cancelled") != std::string::npos);
  CHECK(!season_event_from_json(R"({"type":"LeagueDissolved"})").ok());
}

TEST_CASE("records of every kind are lines of JSON, and are read strictly") {
  const Salt salt = SeededSalts(3).salt(1);
  const Record season = seal<SeasonMachine>(genesis({5, 5}), one_of_each_season_event(),
                                            Instant{1'000}, kHostActor, salt);
  const Record league =
      seal<LeagueMachine>(genesis({7, 7}), one_of_each_league_event(), Instant{1'000}, kAda, salt);
  for (const Record& record : {season, league, withhold(league)}) {
    const std::string line = to_json(record);
    INFO(line);
    const auto again = record_from_json(line);
    REQUIRE(again.ok());
    CHECK(*again == record);
  }
  const std::string line = to_json(league);
  CHECK(line.find("\"version\":513") != std::string::npos);
  CHECK(said_of(line, "\"deputy\"", "\"manager\"").find("as in the body") != std::string::npos);
  // Under another kind's version the body cannot be read.
  CHECK(said_of(line, ":513", ":257").find("whole events of version 257") != std::string::npos);
  CHECK(said_of(line, ":513", ":514").find("whole events of version 513") != std::string::npos);
  CHECK(said_of(line, ":513", ":1").find("whole events of version 1") != std::string::npos);
  CHECK(said_of(line, "\"invite\":1", "\"invite\":1,\"more\":2") != "");
}

}  // namespace auction
