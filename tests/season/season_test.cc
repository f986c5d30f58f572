#include "libauction/season/season.h"

#include "libauction/base/random.h"
#include "tests/catch.h"
#include "tests/season/small_season.h"

using namespace auction;

namespace {

Table played() {
  Table table;
  table.take({FixtureAdded{{"m1", {0}, {1}, day(10), "Home", "1"}},
              FixtureAdded{{"m2", {2}, {3}, day(20), "", "2"}},
              OwnerSet{{club(0), day(1), manager(0)}}, OwnerSet{{club(3), day(1), manager(1)}},
              ResultSet{fixture(0), {FixtureStatus::kFinal, Goals{9, 2}}, ""}});
  return table;
}

}  // namespace

TEST_CASE("a correction followed by its inverse restores the digest") {
  Table table = played();
  const Digest before = content_digest(table.season);
  const auto there_and_back = [&](const SeasonCommand& there, const SeasonCommand& back) {
    REQUIRE(table.act(there).empty());
    CHECK(content_digest(table.season) != before);
    REQUIRE(table.act(back).empty());
    CHECK(content_digest(table.season) == before);
  };
  there_and_back(SetResult{fixture(0), {FixtureStatus::kFinal, Goals{8, 2}}, "seen again"},
                 SetResult{fixture(0), {FixtureStatus::kFinal, Goals{9, 2}}, ""});
  there_and_back(SetFigures{fixture(1), {club(2), {50, 0}}}, SetFigures{fixture(1), {club(2), {}}});
  there_and_back(SetOwner{{club(0), day(15), manager(2)}}, ClearOwner{club(0), day(15)});
  there_and_back(SetOwner{{club(0), day(1), kNoManager}}, SetOwner{{club(0), day(1), manager(0)}});
  there_and_back(DeductPoints{manager(1), 250, "late squad"}, LiftDeduction{1, "appeal"});
  there_and_back(DeductPoints{manager(1), 250, "late squad"}, LiftDeduction{2, "appeal"});
  there_and_back(ChangeBook{"my-book", ""}, ChangeBook{"pilot-football-clubs", ""});
  CHECK(table.season.seq == table.log.size());
}

TEST_CASE("the owner at a match is of the stint that began last before it") {
  Table table = played();
  CHECK(owner_at(table.season, club(0), Instant{day(1).unix_ms - 1}) == kNoManager);
  CHECK(owner_at(table.season, club(0), day(1)) == manager(0));
  CHECK(owner_at(table.season, club(1), day(5)) == kNoManager);
  REQUIRE(table.act(SetOwner{{club(0), day(15), manager(2)}}).empty());
  REQUIRE(table.act(SetOwner{{club(0), day(18), kNoManager}}).empty());
  CHECK(owner_at(table.season, club(0), day(10)) == manager(0));
  CHECK(owner_at(table.season, club(0), day(17)) == manager(2));
  CHECK(owner_at(table.season, club(0), day(99)) == kNoManager);
}

TEST_CASE("a season is created once, by the host, and only a whole set-up") {
  Season season;
  SeasonEvents events;
  SeasonSetup setup = small_setup();
  const auto reason = [&](const SeasonSetup& with, const Context& context) {
    const SeasonRefusals no =
        decide(season, CreateSeason{Shared<SeasonSetup>(with)}, context, events);
    return no.empty() ? SeasonReason{} : no.front().reason;
  };
  CHECK(reason(setup, kSeasonHost) == SeasonReason::kNotAllowed);
  CHECK(reason(setup, {kHost, {}}) == SeasonReason{});
  setup.teams[1].external_id = "ARS";
  CHECK(reason(setup, {kHost, {}}) == SeasonReason::kBrokenSetup);
  CHECK(broken_setup(setup) == "every team needs an external id of its own");
  season = Table().season;
  CHECK(reason(small_setup(), {kHost, {}}) == SeasonReason::kWrongState);
}

TEST_CASE("who joins late is a member, once") {
  Table table;
  SeasonEvents events;
  const JoinSeason join{{{2, 9}, "Golds"}};
  REQUIRE(decide(table.season, join, {kHost, {}}, events).empty());
  table.take(events);
  CHECK(table.season.members.size() == 4);
  REQUIRE(decide(table.season, join, {kHost, {}}, events).empty());
  CHECK(events.empty());
  CHECK(decide(table.season, JoinSeason{{{2, 10}, "Golds"}}, {kHost, {}}, events).front().reason ==
        SeasonReason::kTaken);
}

TEST_CASE("commands that name nothing there are refused with the reason") {
  Table table = played();
  const auto reason = [&](const SeasonCommand& command) {
    const SeasonRefusals no = table.act(command);
    return no.empty() ? SeasonReason{} : no.front().reason;
  };
  const FixtureResult final{FixtureStatus::kFinal, Goals{1, 0}};
  CHECK(reason(SetResult{fixture(7), final, ""}) == SeasonReason::kUnknownFixture);
  CHECK(reason(SetFigures{fixture(0), {club(9), {1, 1}}}) == SeasonReason::kUnknownAsset);
  CHECK(reason(SetFigures{fixture(0), {club(0), {1}}}) == SeasonReason::kOutOfRange);
  CHECK(reason(SetOwner{{club(0), day(1), manager(3)}}) == SeasonReason::kUnknownManager);
  CHECK(reason(SetOwner{{club(4), day(1), manager(0)}}) == SeasonReason::kUnknownAsset);
  CHECK(reason(DeductPoints{manager(0), 0, ""}) == SeasonReason::kOutOfRange);
  CHECK(reason(LiftDeduction{1, ""}) == SeasonReason::kUnknownDeduction);
  CHECK(reason(ChangeBook{"b", std::string(201, 'x')}) == SeasonReason::kTooLong);
  SeasonEvents events;
  CHECK(decide(table.season, ChangeBook{"b", ""}, {manager_at(manager(0)), {}}, events)
            .front()
            .reason == SeasonReason::kNotAllowed);
  CHECK(word(SeasonReason::kUnknownTeam) == "unknown_team");
  CHECK(sentence(SeasonReason::kTaken) == "is a member's already");
}

TEST_CASE("events and season have one canonical form, and every cut of it is refused") {
  const Table table = played();
  for (const SeasonEvent& event : table.log) {
    Bytes bytes;
    put(bytes, event);
    ByteReader in(bytes);
    CHECK(read_season_event(in) == event);
    CHECK(in.finished());
    for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
      ByteReader part(ByteView(bytes).first(cut));
      CHECK(!read_season_event(part).has_value());
    }
  }
  Bytes bytes;
  put(bytes, table.season);
  CHECK(read_season(bytes) == table.season);
  for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
    CHECK(!read_season(ByteView(bytes).first(cut)).has_value());
  }
  CHECK(season_event_name(type_number(table.log[0])) == "SeasonCreated");
}

TEST_CASE("a random season folds from its log, by events and by bytes") {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    INFO("seed " << seed);
    SplitMix64 chance(seed);
    Table table;
    const auto pick = [&](std::uint64_t n) { return chance.below(n); };
    for (int i = 0; i < 60; ++i) {
      const auto some_club = club(static_cast<std::uint16_t>(pick(5)));
      const auto some_fixture = fixture(static_cast<std::uint32_t>(pick(6)));
      const auto figure = static_cast<std::int32_t>(pick(100));
      const auto owner = manager(static_cast<std::uint8_t>(pick(4)));
      const Instant when = day(static_cast<std::int64_t>(pick(9)));
      const char* ids[] = {"ARS", "INT", "INM", "PSG"};
      switch (pick(6)) {
        case 0:
          (void)table.act(ImportFixtures{{row(when, ids[pick(4)], ids[pick(4)])}});
          break;
        case 1:
          (void)table.act(
              SetResult{some_fixture, {FixtureStatus::kFinal, Goals{figure % 7, figure / 20}}, ""});
          break;
        case 2:
          (void)table.act(SetFigures{some_fixture, {some_club, {figure, figure / 9}}});
          break;
        case 3:
          (void)table.act(SetOwner{{some_club, when, owner}});
          break;
        case 4:
          (void)table.act(ClearOwner{some_club, when});
          break;
        default:
          (void)table.act(DeductPoints{owner, figure - 50, "x"});
      }
    }
    Bytes bytes;
    for (const SeasonEvent& event : table.log) put(bytes, event);
    Season folded;
    ByteReader in(bytes);
    while (in.left() > 0) apply(folded, read_season_event(in).value(), kSeasonHost.now);
    CHECK(folded == table.season);
    Bytes snapshot;
    put(snapshot, folded);
    CHECK(read_season(snapshot) == table.season);
  }
}
