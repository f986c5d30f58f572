#include "examples/pilot/people/sign_in.h"
#include "tests/catch.h"
#include "tests/pilot/stage.h"

namespace pilot {
namespace {

const LeagueMember* member(Stage& stage, LeagueId league, ActorId who) {
  return find_member(*stage.leagues().find(league), who);
}

TEST_CASE("who leads nobody but bots takes the league along") {
  Stage stage;
  const ActorId reds = stage.person("Reds");
  const LeagueId league = stage.league({reds});
  CHECK_FALSE(leave_leagues(stage.leagues(), reds, {}, stage.now));
  CHECK(stage.leagues().find(league) == nullptr);
}

TEST_CASE("who leads others names a successor first, and nothing is done before") {
  Stage stage;
  const ActorId reds = stage.person("Reds"), blues = stage.person("Blues");
  const ActorId stranger = stage.person("Stranger");
  const LeagueId alone = stage.league({reds});
  const LeagueId league = stage.league({reds, blues});

  for (const std::optional<ActorId> named :
       {std::optional<ActorId>(), std::optional(stranger), std::optional(reds)}) {
    const auto no = leave_leagues(stage.leagues(), reds, named, stage.now);
    REQUIRE(no);
    CHECK(no->status == 409);
    CHECK(Json::parse(no->body)["code"] == "successor_required");
  }
  CHECK(stage.leagues().find(alone) != nullptr);
  CHECK(member(stage, league, reds)->role == LeagueRole::kCommissioner);

  CHECK_FALSE(leave_leagues(stage.leagues(), reds, blues, stage.now));
  CHECK(stage.leagues().find(alone) == nullptr);
  CHECK(member(stage, league, blues)->role == LeagueRole::kCommissioner);
  CHECK(member(stage, league, reds) == nullptr);
}

TEST_CASE("who has played stays in the league, under the label") {
  Stage stage;
  const ActorId reds = stage.person("Reds"), blues = stage.person("Blues");
  const LeagueId league = stage.league({reds, blues});
  stage.start(league, reds);
  CHECK_FALSE(leave_leagues(stage.leagues(), blues, {}, stage.now));
  CHECK(member(stage, league, blues) != nullptr);

  const auto no = leave_leagues(stage.leagues(), reds, {}, stage.now);
  REQUIRE(no);
  CHECK_FALSE(leave_leagues(stage.leagues(), reds, blues, stage.now));
  CHECK(member(stage, league, reds)->role == LeagueRole::kManager);
}

}  // namespace
}  // namespace pilot
