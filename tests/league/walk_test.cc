// Random people do random things to a league: what must hold holds after each, whatever they do.
#include <set>

#include "libauction/base/random.h"
#include "tests/catch.h"
#include "tests/league/small_league.h"

using namespace auction;

namespace {

class Crowd {
 public:
  explicit Crowd(std::uint64_t seed) : chance_(seed) {}

  ActorId anybody() { return person(below(8)); }
  std::string label() { return "Team " + std::to_string(below(9)); }
  std::string secret() { return std::string(1, static_cast<char>('a' + below(5))); }
  LeagueRole role() { return static_cast<LeagueRole>(below(4)); }
  std::uint64_t below(std::uint64_t bound) { return chance_.below(bound); }

  // The last one as often as any.
  AuctionId auction(const League& league) {
    if (league.auctions.empty() || below(2) == 0) return {8, below(20)};
    return league.auctions.back().auction;
  }

  LeagueSettings settings() {
    LeagueSettings settings = small_league().settings;
    settings.min_managers = static_cast<std::uint8_t>(1 + below(4));
    settings.max_managers = static_cast<std::uint8_t>(1 + below(7));
    settings.open = below(2) == 0;
    settings.spectators = below(2) == 0;
    return settings;
  }

  LeagueCommand command(const League& league, Instant now) {
    switch (below(28)) {
      case 0:
        return JoinLeague{label(), role()};
      case 1:
        return LeaveLeague{};
      case 2:
        return Relabel{label()};
      case 3:
        return ChangeSettings{settings()};
      case 4:
        return MakeInvite{invite_hash(league.id, secret()), role(),
                          static_cast<std::uint32_t>(below(3)),
                          below(2) == 0 ? kNever : now + Millis(int(below(300)))};
      case 5:
        return RevokeInvite{static_cast<std::uint32_t>(below(league.last_invite + 2))};
      case 6:
        return AddBot{person(6 + below(4)), label()};
      case 7:
        return RemoveMember{anybody()};
      case 8:
        return GiveRole{anybody(), role()};
      case 9:
        return HandOver{anybody()};
      case 10:
        return below(200) == 0 ? LeagueCommand(DissolveLeague{}) : LeaveLeague{};
      case 11:
        return ChooseRules{Shared<RuleSet>(rules())};
      case 12:
        return ChooseAssets{{{1, below(3)}, {1, below(3) + 1}}};
      case 13:
        return ChooseCompetition{below(2) == 0 ? "cup" : "a\nb"};
      case 14:
        return ChooseBook{secret()};
      case 15:
      case 16:
        return LinkAuction{{8, 1 + below(20)}};
      case 17:
      case 18:
        return EndAuction{auction(league), AuctionFate(below(3))};
      case 19:
        return LinkSeason{{5, below(9)}};
      case 20:
      case 21:
      case 22:
      case 23:
        return ReopenAuction{auction(league)};
      default:
        return AcceptInvite{secret(), label()};
    }
  }

  RuleSet rules() {
    RuleSet rules = *preset(below(2) == 0 ? "pilot-football" : "ipl-2025");
    if (below(4) == 0) rules.squad.max = 0;
    return rules;
  }

 private:
  SplitMix64 chance_;
};

struct Seen {
  std::set<std::size_t> events;
  std::set<LeagueReason> reasons;
};

// What one step must leave behind, told without decide's help.
void check_step(Clubhouse& house, const League& before, const LeagueContext& context,
                const LeagueCommand& command, const std::optional<LeagueRefusal>& no) {
  REQUIRE(broken_invariant(house.league) == "");
  REQUIRE(house.league.seq == house.log.size());
  if (no) REQUIRE(house.last.empty());
  if (house.last.empty()) REQUIRE(house.league == before);
  if (no && no->reason == LeagueReason::kTooFewManagers) {
    REQUIRE(std::int64_t(seats_taken(before)) < no->limit);
  }
  if (no && no->reason == LeagueReason::kLeagueFull && no->limit < 1000) {
    REQUIRE(std::int64_t(seats_taken(before)) >= no->limit);
  }
  // Who has a seat in an auction that runs keeps it, under the same label.
  if (has_unfinished_auction(before)) {
    REQUIRE(participants_of(house.league, {}) == participants_of(before, {}));
    REQUIRE(house.league.choices.rules == before.choices.rules);
    REQUIRE(house.league.choices.assets == before.choices.assets);
  }
  // Only a member makes others move; a stranger at most comes in.
  if (!context.host && !house.last.empty() && find_member(before, context.actor) == nullptr) {
    REQUIRE(house.last.size() == 1);
    const auto* entered = std::get_if<MemberEntered>(&house.last[0]);
    REQUIRE((entered != nullptr && entered->member == context.actor && !entered->bot));
    REQUIRE(entered->role <= LeagueRole::kManager);
  }
  // Asked again, an answer that changed something changes nothing more, or is refused.
  const bool makes = std::holds_alternative<MakeInvite>(command);
  if (!no && !makes && house.league.status == LeagueStatus::kStanding) {
    LeagueEvents again;
    (void)decide(house.league, command, context, again);
    REQUIRE(again.empty());
  }
}

void check_whole(const Clubhouse& house, const std::vector<Instant>& times) {
  League folded;
  Bytes log;
  for (std::size_t i = 0; i < house.log.size(); ++i) {
    apply(folded, house.log[i], times[i]);
    put(log, house.log[i]);
  }
  CHECK(folded == house.league);
  CHECK(content_digest(folded) == content_digest(house.league));
  ByteReader in(log);
  for (const LeagueEvent& event : house.log) REQUIRE(read_league_event(in) == event);
  CHECK(in.finished());
  Bytes state;
  put(state, house.league);
  CHECK(read_league(state) == house.league);
  for (const Invite& invite : house.league.invites) {
    std::uint32_t uses = 0;
    for (const LeagueEvent& event : house.log) {
      if (const auto* e = std::get_if<MemberEntered>(&event)) uses += e->invite == invite.number;
      if (const auto* e = std::get_if<RoleGiven>(&event)) uses += e->invite == invite.number;
    }
    CHECK(uses == invite.uses);
  }
}

void walk(std::uint64_t seed, Seen& seen) {
  INFO("seed " << seed);
  Crowd crowd(seed);
  Clubhouse house;
  std::vector<Instant> times(house.log.size(), house.now);
  seen.events.insert(house.log[0].index());
  for (int step = 0; step < 300; ++step) {
    house.now = house.now + Millis(int(crowd.below(60)) - 5);
    const League before = house.league;
    const LeagueCommand command = crowd.command(before, house.now);
    LeagueContext context{crowd.below(3) > 0 ? crowd.anybody() : kAda, false, house.now};
    if (crowd.below(8) == 0) context = {kOutsider, true, house.now};
    const auto no = house.tries(context, command);
    times.resize(house.log.size(), house.now);
    check_step(house, before, context, command, no);
    for (const LeagueEvent& event : house.last) seen.events.insert(event.index());
    if (no) seen.reasons.insert(no->reason);
  }
  check_whole(house, times);
}

}  // namespace

TEST_CASE("whatever people do to a league, it stays whole") {
  Seen seen;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) walk(seed, seen);
  for (std::size_t type = 0; type < kLeagueEventTypes; ++type) {
    INFO(league_event_name(static_cast<std::uint16_t>(type + 1)));
    CHECK(seen.events.contains(type));
  }
  for (int reason = 1; reason <= 18; ++reason) {
    INFO(word(LeagueReason(reason)));
    CHECK(seen.reasons.contains(LeagueReason(reason)));
  }
}

TEST_CASE("bytes of a league that no events could give are refused") {
  Clubhouse house;
  house.fill();
  Bytes bytes;
  put(bytes, house.league);
  REQUIRE(read_league(bytes));
  for (std::size_t end = 0; end < bytes.size(); end += 7) {
    CHECK(!read_league(ByteView(bytes).first(end)));
  }
  const auto refused = [&](auto&& spoil) {
    League league = house.league;
    spoil(league);
    Bytes spoilt;
    put(spoilt, league);
    return !read_league(spoilt);
  };
  CHECK(refused([](League& l) { l.members[0].role = LeagueRole::kManager; }));
  CHECK(refused([](League& l) { l.members[1].role = LeagueRole::kCommissioner; }));
  CHECK(refused([](League& l) { l.members[1].label = l.members[0].label; }));
  CHECK(refused([](League& l) { l.members[1].id = l.members[0].id; }));
  CHECK(refused([](League& l) { l.settings.max_managers = 2; }));
  CHECK(refused([](League& l) { l.invites[0].uses = 3; }));
  CHECK(refused([](League& l) { l.last_invite = 0; }));
  CHECK(refused([](League& l) { l.auctions = {{{8, 1}, {}}, {{8, 2}, {}}}; }));
  CHECK(refused([](League& l) { l.members[0].role = static_cast<LeagueRole>(4); }));
  CHECK(!refused([](League&) {}));
}

TEST_CASE("an event that cannot follow is a failed check") {
  Clubhouse house;
  for (const LeagueEvent& event : LeagueEvents{
           MemberLeft{kAda, false}, MemberLeft{kBen, true}, RoleGiven{kAda, {}, 5},
           InviteMade{7, {}, {}, 1, kNever}, InviteRevoked{1}, AuctionEnded{{8, 1}, {}},
           AuctionReopened{{8, 1}}, MemberEntered{kAda, "x", {}, false, 0}, LeagueCreated{}}) {
    League league = house.league;
    set_check_handler([](const CheckFailure& failure) { throw failure; });
    CHECK_THROWS_AS(apply(league, event, house.now), CheckFailure);
    set_check_handler(nullptr);
  }
}
