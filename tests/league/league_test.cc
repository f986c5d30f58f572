#include "libauction/league/league.h"

#include "libauction/base/hex.h"
#include "tests/catch.h"
#include "tests/league/small_league.h"

using namespace auction;

namespace {

constexpr AuctionId kAuction{8, 1}, kSecond{8, 2};

}  // namespace

TEST_CASE("a league from its first member to its season") {
  Clubhouse house;
  CHECK(house.role(kAda) == LeagueRole::kCommissioner);
  house.fill();
  CHECK(seats_taken(house.league) == 3);
  CHECK(house.does(kAda, GiveRole{kBen, LeagueRole::kDeputy}) == "");
  CHECK(house.does(kAda, ChooseCompetition{"premier-league-2025"}) == "");
  CHECK(house.does(kAda, ChooseBook{"pilot-football-clubs"}) == "");
  CHECK(house.does(kAda, LinkAuction{kAuction}) == "");
  CHECK(has_unfinished_auction(house.league));

  const auto managers = participants_of(house.league, Money{500});
  REQUIRE(managers.size() == 3);
  CHECK(managers[1].id == ManagerId{kBen.hi, kBen.lo});
  CHECK(managers[1].label == "Blues");
  CHECK(managers[1].purse == Money{500});
  CHECK(commissioners_of(house.league) == std::vector<ActorId>{kAda, kBen});

  CHECK(house.host(EndAuction{kAuction, AuctionFate::kCompleted}) == "");
  CHECK(house.host(LinkSeason{{5, 5}}) == "");
  CHECK(house.league.seasons == std::vector<SeasonId>{{5, 5}});
  CHECK(house.does(kAda, DissolveLeague{}) == "");
  CHECK(house.does(kAda, ChooseBook{"another"}) == "wrong_state");
}

TEST_CASE("while an auction is not over its managers and its choices stay") {
  Clubhouse house;
  house.fill();
  REQUIRE(house.does(kAda, LinkAuction{kAuction}) == "");
  CHECK(house.does(kAda, LinkAuction{kAuction}) == "");
  CHECK(house.last.empty());
  CHECK(house.does(kAda, LinkAuction{kSecond}) == "auction_started");
  CHECK(house.does(kBen, LeaveLeague{}) == "auction_started");
  CHECK(house.does(kBen, Relabel{"Golds"}) == "auction_started");
  CHECK(house.does(kAda, RemoveMember{kBen}) == "auction_started");
  CHECK(house.does(kAda, GiveRole{kBen, LeagueRole::kSpectator}) == "auction_started");
  CHECK(house.does(kAda, AddBot{person(9), "Robots"}) == "auction_started");
  CHECK(house.does(kAda, ChooseRules{Shared<RuleSet>(*preset("ipl-2025"))}) == "auction_started");
  CHECK(house.does(kAda, ChooseAssets{{{1, 2}}}) == "auction_started");
  CHECK(house.does(kAda, DissolveLeague{}) == "auction_started");
  LeagueSettings settings = house.league.settings;
  settings.max_managers = 9;
  CHECK(house.does(kAda, ChangeSettings{settings}) == "auction_started");
  // The same again is no change.
  CHECK(house.does(kAda, ChooseAssets{{{1, 1}, {1, 2}}}) == "");
  CHECK(house.does(kBen, Relabel{"Blues"}) == "");
  // Who leads may change at any time.
  CHECK(house.does(kAda, HandOver{kBen}) == "");
  CHECK(house.role(kAda) == LeagueRole::kManager);
  CHECK(house.host(EndAuction{kAuction, AuctionFate::kCancelled}) == "");
  CHECK(house.does(kAda, LeaveLeague{}) == "");
  CHECK(house.does(kBen, LinkAuction{kSecond}) == "");
}

TEST_CASE("a league's last auction, once completed, can be played again; no other") {
  Clubhouse house;
  CHECK(house.host(ReopenAuction{kAuction}) == "unknown_auction");
  house.fill();
  REQUIRE(house.does(kAda, LinkAuction{kAuction}) == "");
  CHECK(house.host(ReopenAuction{kAuction}) == "");  // it is open
  CHECK(house.last.empty());
  REQUIRE(house.host(EndAuction{kAuction, AuctionFate::kCompleted}) == "");
  CHECK(house.does(kAda, ReopenAuction{kAuction}) == "not_allowed");
  CHECK(house.host(ReopenAuction{kAuction}) == "");
  CHECK(has_unfinished_auction(house.league));
  CHECK(house.does(kAda, LinkAuction{kSecond}) == "auction_started");
  REQUIRE(house.host(EndAuction{kAuction, AuctionFate::kCompleted}) == "");
  REQUIRE(house.does(kAda, LinkAuction{kSecond}) == "");
  CHECK(house.host(ReopenAuction{kAuction}) == "unknown_auction");
  REQUIRE(house.host(EndAuction{kSecond, AuctionFate::kCancelled}) == "");
  CHECK(house.host(ReopenAuction{kSecond}) == "wrong_state");
}

TEST_CASE("an auction needs rules, something to sell and enough managers") {
  Clubhouse house;
  const auto link = [&] { return *house.tries({kAda, false, house.now}, LinkAuction{kAuction}); };
  CHECK(link() == LeagueRefusal{LeagueReason::kNothingChosen, "rules", 0});
  REQUIRE(house.does(kAda, ChooseRules{Shared<RuleSet>(*preset("pilot-football"))}) == "");
  CHECK(link() == LeagueRefusal{LeagueReason::kNothingChosen, "assets", 0});
  REQUIRE(house.does(kAda, ChooseAssets{{{1, 1}}}) == "");
  CHECK(link() == LeagueRefusal{LeagueReason::kTooFewManagers, "", 2});
  REQUIRE(house.does(kAda, AddBot{person(9), "Robots"}) == "");
  CHECK(house.does(kAda, LinkAuction{kAuction}) == "");
  CHECK(house.host(EndAuction{kSecond, AuctionFate::kCompleted}) == "unknown_auction");
  CHECK(house.host(EndAuction{kAuction, AuctionFate::kUnfinished}) == "out_of_range");
  CHECK(house.host(EndAuction{kAuction, AuctionFate::kCancelled}) == "");
  CHECK(house.host(EndAuction{kAuction, AuctionFate::kCancelled}) == "");
  CHECK(house.host(EndAuction{kAuction, AuctionFate::kCompleted}) == "wrong_state");
}

TEST_CASE("each command is for those it is for") {
  Clubhouse house;
  house.fill();
  (void)house.does(kAda, GiveRole{kBen, LeagueRole::kDeputy});
  const LeagueCommand commissioners[] = {ChangeSettings{house.league.settings},
                                         MakeInvite{house.hash("other")},
                                         RevokeInvite{1},
                                         AddBot{person(9), "Robots"},
                                         RemoveMember{kCid},
                                         GiveRole{kCid, LeagueRole::kManager},
                                         HandOver{kBen},
                                         DissolveLeague{},
                                         ChooseRules{*house.league.choices.rules},
                                         ChooseAssets{house.league.choices.assets},
                                         ChooseCompetition{"x"},
                                         ChooseBook{"x"},
                                         LinkAuction{kAuction},
                                         LinkSeason{{5, 5}}};
  for (const LeagueCommand& command : commissioners) {
    INFO("command " << command.index());
    for (const ActorId actor : {kBen, kCid, kDee, kOutsider}) {
      CHECK(house.does(actor, command) == "not_allowed");
    }
  }
  CHECK(house.does(kAda, EndAuction{kAuction}) == "not_allowed");
  CHECK(house.does(kDee, LeaveLeague{}) == "not_allowed");
  CHECK(house.does(kDee, Relabel{"Golds"}) == "not_allowed");
  CHECK(house.host(JoinLeague{"Golds"}) == "not_allowed");
  CHECK(house.host(ChooseBook{"x"}) == "not_allowed");
  CHECK(house.does(kOutsider, AcceptInvite{"secret", "Golds"}) == "not_allowed");
  League none;
  LeagueEvents events;
  CHECK(decide(none, small_league(), {kAda, false, {}}, events)->reason ==
        LeagueReason::kNotAllowed);
  CHECK(decide(none, ChooseBook{"x"}, {kAda, false, {}}, events)->reason ==
        LeagueReason::kWrongState);
  CHECK(house.host(small_league()) == "wrong_state");
}

TEST_CASE("the commissioner stays until it has handed over") {
  Clubhouse house;
  house.fill();
  CHECK(house.does(kAda, LeaveLeague{}) == "commissioner_stays");
  CHECK(house.does(kAda, RemoveMember{kAda}) == "commissioner_stays");
  CHECK(house.does(kAda, GiveRole{kAda, LeagueRole::kManager}) == "commissioner_stays");
  CHECK(house.does(kAda, GiveRole{kBen, LeagueRole::kCommissioner}) == "out_of_range");
  CHECK(house.does(kAda, HandOver{kDee}) == "unknown_member");
  CHECK(house.does(kAda, HandOver{kAda}) == "");
  CHECK(house.last.empty());
  CHECK(house.does(kAda, GiveRole{kCid, LeagueRole::kSpectator}) == "");
  CHECK(house.does(kAda, HandOver{kCid}) == "not_allowed");
  CHECK(house.does(kAda, AddBot{person(9), "Robots"}) == "");
  CHECK(house.does(kAda, HandOver{person(9)}) == "not_for_bots");
  CHECK(house.does(kAda, GiveRole{person(9), LeagueRole::kDeputy}) == "not_for_bots");
  CHECK(house.does(kAda, HandOver{kBen}) == "");
  CHECK(house.does(kAda, HandOver{kAda}) == "not_allowed");
  CHECK(house.does(kAda, LeaveLeague{}) == "");
}

TEST_CASE("names and numbers are refused with what would do") {
  CreateLeague create = small_league();
  League none;
  LeagueEvents events;
  const auto tell = [&] { return *decide(none, create, {kOutsider, true, {}}, events); };
  create.settings.max_managers = 65;
  CHECK(tell() == LeagueRefusal{LeagueReason::kOutOfRange, "maxManagers", 64});
  create.settings.max_managers = 3;
  create.settings.min_managers = 4;
  CHECK(tell() == LeagueRefusal{LeagueReason::kOutOfRange, "minManagers", 3});
  create.settings.min_managers = 1;
  CHECK(tell() == LeagueRefusal{LeagueReason::kOutOfRange, "minManagers", 2});
  create = small_league();
  for (const char* bad : {"", "   ", "a\nb", "a\x7f", "\xc2\x85",
                          "\xe2\x80\xae"
                          "abc",
                          "\xff"}) {
    INFO(bad);
    create.label = bad;
    CHECK(tell() == LeagueRefusal{LeagueReason::kBadText, "label", 80});
    create.settings.name.swap(create.label = "Reds");
    create.settings.name = bad;
    CHECK(tell() == LeagueRefusal{LeagueReason::kBadText, "name", 80});
    create.settings.name = "Friends";
  }
  create.label = std::string(81, 'x');
  CHECK(tell() == LeagueRefusal{LeagueReason::kBadText, "label", 80});
  create.label = "Ľudové Ä 東京";
  CHECK(!decide(none, create, {kOutsider, true, {}}, events));

  Clubhouse house;
  house.fill();
  const auto no = house.tries({kAda, false, house.now}, ChooseAssets{{{1, 2}, {1, 1}, {1, 2}}});
  CHECK(*no == LeagueRefusal{LeagueReason::kTwice, "assets", 2});
  LeagueSettings fewer = house.league.settings;
  fewer.max_managers = 2;
  CHECK(*house.tries({kAda, false, house.now}, ChangeSettings{fewer}) ==
        LeagueRefusal{LeagueReason::kOutOfRange, "maxManagers", 3});
  CHECK(house.does(kBen, Relabel{"Reds"}) == "taken");
  CHECK(house.does(kBen, Relabel{"Golds"}) == "");
  CHECK(find_member(house.league, kBen)->label == "Golds");
}

TEST_CASE("a change and its inverse leave the digest as it was") {
  Clubhouse house;
  house.fill();
  const Digest before = content_digest(house.league);
  const auto there_and_back = [&](ActorId actor, LeagueCommand there, LeagueCommand back) {
    REQUIRE(house.does(actor, there) == "");
    CHECK(content_digest(house.league) != before);
    REQUIRE(house.does(actor, back) == "");
    CHECK(content_digest(house.league) == before);
  };
  there_and_back(kAda, ChooseBook{"mine"}, ChooseBook{""});
  there_and_back(kAda, MakeInvite{house.hash("other")}, RevokeInvite{2});
  there_and_back(kBen, Relabel{"Golds"}, Relabel{"Blues"});
  there_and_back(kAda, GiveRole{kBen, LeagueRole::kDeputy}, GiveRole{kBen, LeagueRole::kManager});
}

TEST_CASE("the digest of a league is the same everywhere") {
  Clubhouse house;
  house.fill();
  CHECK(to_hex(content_digest(house.league).bytes) ==
        "eb5202a0d94460d225e76d2fd5296b078515c55af107f929b21525e01809da14");
}
