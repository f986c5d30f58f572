#include "tests/catch.h"
#include "tests/league/small_league.h"

using namespace auction;

namespace {

constexpr LeagueRole kManager = LeagueRole::kManager, kSpectator = LeagueRole::kSpectator;

}  // namespace

TEST_CASE("an invite lets in whoever shows its secret, so often and so long") {
  Clubhouse house;
  const Instant end = house.now + Millis{5000};
  REQUIRE(house.does(kAda, MakeInvite{house.hash("sesame"), kManager, 1, end}) == "");
  CHECK(house.does(kBen, AcceptInvite{"sesam", "Blues"}) == "unknown_invite");
  CHECK(house.does(kBen, AcceptInvite{"", "Blues"}) == "unknown_invite");
  CHECK(house.does(kBen, AcceptInvite{"sesame", "Reds"}) == "taken");
  CHECK(house.league.invites[0].uses == 0);
  CHECK(house.does(kBen, AcceptInvite{"sesame", "Blues"}) == "");
  CHECK(house.league.invites[0].uses == 1);
  CHECK(house.does(kBen, AcceptInvite{"sesame", "Blues"}) == "");  // a second tap
  CHECK(house.last.empty());
  const auto no = house.tries({kCid, false, house.now}, AcceptInvite{"sesame", "Greens"});
  CHECK(*no == LeagueRefusal{LeagueReason::kInviteUsedUp, "secret", 1});
}

TEST_CASE("an invite ends at its instant") {
  Clubhouse house;
  const Instant end = house.now + Millis{5000};
  REQUIRE(house.does(kAda, MakeInvite{house.hash("sesame"), kManager, 9, end}) == "");
  house.now = end + Millis{-1};
  CHECK(house.does(kBen, AcceptInvite{"sesame", "Blues"}) == "");
  house.now = end;
  CHECK(*house.tries({kCid, false, end}, AcceptInvite{"sesame", "Greens"}) ==
        LeagueRefusal{LeagueReason::kInviteExpired, "secret", end.unix_ms});
  // A clock that runs backwards opens nothing again.
  CHECK(house.does(kAda, ChooseBook{"x"}) == "");
  house.now = end + Millis{-4000};
  CHECK(house.does(kCid, AcceptInvite{"sesame", "Greens"}) == "invite_expired");
}

TEST_CASE("a revoked invite is none, and its number is not used again") {
  Clubhouse house;
  REQUIRE(house.does(kAda, MakeInvite{house.hash("one"), kManager, 9, kNever}) == "");
  CHECK(house.does(kAda, MakeInvite{house.hash("one"), kManager, 9, kNever}) == "twice");
  CHECK(house.does(kAda, RevokeInvite{2}) == "unknown_invite");
  CHECK(house.does(kAda, RevokeInvite{0}) == "unknown_invite");
  CHECK(house.does(kAda, RevokeInvite{1}) == "");
  CHECK(house.does(kAda, RevokeInvite{1}) == "");
  CHECK(house.last.empty());
  CHECK(house.does(kBen, AcceptInvite{"one", "Blues"}) == "unknown_invite");
  REQUIRE(house.does(kAda, MakeInvite{house.hash("two"), kManager, 9, kNever}) == "");
  CHECK(house.league.invites[0].number == 2);
}

TEST_CASE("a secret of one league is of no use to another") {
  CHECK(invite_hash({7, 7}, "sesame") != invite_hash({7, 8}, "sesame"));
  CHECK(invite_hash({7, 7}, "sesame") == invite_hash({7, 7}, "sesame"));
}

TEST_CASE("no invite opens more seats than there are") {
  Clubhouse house;
  house.fill();
  REQUIRE(house.does(kAda, MakeInvite{house.hash("more"), kManager, 9, kNever}) == "");
  CHECK(*house.tries({kDee, false, house.now}, AcceptInvite{"more", "Golds"}) ==
        LeagueRefusal{LeagueReason::kLeagueFull, "role", 3});
  REQUIRE(house.does(kAda, MakeInvite{house.hash("look"), kSpectator, 9, kNever}) == "");
  CHECK(house.does(kDee, AcceptInvite{"look", "Golds"}) == "");
  CHECK(house.role(kDee) == kSpectator);
  CHECK(house.does(kDee, AcceptInvite{"more", "Golds"}) == "league_full");
  CHECK(house.does(kCid, LeaveLeague{}) == "");
  CHECK(house.does(kDee, AcceptInvite{"more", "ignored"}) == "");  // now there is a seat
  CHECK(house.role(kDee) == kManager);
  CHECK(find_member(house.league, kDee)->label == "Golds");
}

TEST_CASE("without an invite a league is as open as its settings say") {
  Clubhouse house;
  CHECK(house.does(kBen, JoinLeague{"Blues"}) == "not_allowed");
  CHECK(house.does(kBen, JoinLeague{"Blues", kSpectator}) == "not_allowed");
  LeagueSettings settings = house.league.settings;
  settings.spectators = true;
  REQUIRE(house.does(kAda, ChangeSettings{settings}) == "");
  CHECK(house.does(kBen, JoinLeague{"Blues"}) == "not_allowed");
  CHECK(house.does(kBen, JoinLeague{"Blues", kSpectator}) == "");
  settings.open = true;
  REQUIRE(house.does(kAda, ChangeSettings{settings}) == "");
  CHECK(house.does(kBen, JoinLeague{"Blues"}) == "");
  CHECK(house.role(kBen) == kManager);
  CHECK(house.does(kBen, JoinLeague{"Blues", kSpectator}) == "");  // has more already
  CHECK(house.last.empty());
  CHECK(house.does(kCid, JoinLeague{"Greens", LeagueRole::kDeputy}) == "out_of_range");
}

TEST_CASE("invites have bounds") {
  Clubhouse house;
  const auto make = [&](MakeInvite invite) {
    return house.tries({kAda, false, house.now}, LeagueCommand(invite));
  };
  CHECK(*make({house.hash("a"), kManager, 0, kNever}) ==
        LeagueRefusal{LeagueReason::kOutOfRange, "mostUses", 1});
  CHECK(*make({house.hash("a"), kManager, 1, house.now}) ==
        LeagueRefusal{LeagueReason::kOutOfRange, "expiresAt", house.now.unix_ms + 1});
  CHECK(make({house.hash("a"), LeagueRole::kDeputy, 1, kNever})->field == "role");
  for (std::size_t i = 0; i < kMaxInvites; ++i) {
    REQUIRE(!make({house.hash(std::to_string(i)), kManager, 1, kNever}));
  }
  CHECK(make({house.hash("a"), kManager, 1, kNever})->limit == 100);
}
