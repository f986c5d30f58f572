#include "libauction/league/apply.h"

#include <algorithm>

#include "libauction/base/check.h"
#include "libauction/base/match.h"

namespace auction {
namespace {

LeagueMember& member(League& league, ActorId id) {
  LeagueMember* found = nullptr;
  for (LeagueMember& m : league.members) {
    if (m.id == id) found = &m;
  }
  AUCTION_CHECK(found != nullptr, "the event names a member");
  return *found;
}

void use(League& league, std::uint32_t number) {
  if (number == 0) return;
  Invite* found = nullptr;
  for (Invite& invite : league.invites) {
    if (invite.number == number) found = &invite;
  }
  AUCTION_CHECK(found != nullptr && found->uses < found->most_uses, "the invite can be used");
  ++found->uses;
}

void on(League& league, const LeagueCreated& e, Instant at) {
  league.status = LeagueStatus::kStanding;
  league.id = e.league;
  league.settings = e.settings;
  league.members.push_back({e.commissioner, e.label, LeagueRole::kCommissioner, false, at});
}

void on(League& league, const SettingsChanged& e, Instant) { league.settings = e.settings; }

void on(League& league, const MemberEntered& e, Instant at) {
  AUCTION_CHECK(find_member(league, e.member) == nullptr, "who enters was no member");
  use(league, e.invite);
  league.members.push_back({e.member, e.label, e.role, e.bot, at});
}

void on(League& league, const MemberLeft& e, Instant) {
  const LeagueMember& leaver = member(league, e.member);
  AUCTION_CHECK(leaver.role != LeagueRole::kCommissioner, "the commissioner stays");
  league.members.erase(league.members.begin() + (&leaver - league.members.data()));
}

void on(League& league, const MemberRelabelled& e, Instant) {
  member(league, e.member).label = e.label;
}

void on(League& league, const RoleGiven& e, Instant) {
  use(league, e.invite);
  member(league, e.member).role = e.role;
}

void on(League& league, const CommissionerChanged& e, Instant) {
  for (LeagueMember& m : league.members) {
    if (m.role == LeagueRole::kCommissioner) m.role = LeagueRole::kManager;
  }
  member(league, e.to).role = LeagueRole::kCommissioner;
}

void on(League& league, const InviteMade& e, Instant) {
  AUCTION_CHECK(e.number == league.last_invite + 1, "invites count up");
  league.last_invite = e.number;
  league.invites.push_back({e.number, e.hash, e.role, e.most_uses, 0, e.expires_at});
}

void on(League& league, const InviteRevoked& e, Instant) {
  const auto erased =
      std::erase_if(league.invites, [&](const Invite& i) { return i.number == e.number; });
  AUCTION_CHECK(erased == 1, "the event names an invite");
}

void on(League& league, const RulesChosen& e, Instant) { league.choices.rules = e.rules; }
void on(League& league, const AssetsChosen& e, Instant) { league.choices.assets = e.assets; }
void on(League& league, const CompetitionChosen& e, Instant) {
  league.choices.competition = e.competition;
}
void on(League& league, const BookChosen& e, Instant) { league.choices.book = e.book; }

void on(League& league, const AuctionLinked& e, Instant) {
  AUCTION_CHECK(!has_unfinished_auction(league), "one auction at a time");
  league.auctions.push_back({e.auction, AuctionFate::kUnfinished});
}

void on(League& league, const AuctionEnded& e, Instant) {
  AUCTION_CHECK(has_unfinished_auction(league) && league.auctions.back().auction == e.auction,
                "the event names the auction that runs");
  league.auctions.back().fate = e.fate;
}

void on(League& league, const AuctionReopened& e, Instant) {
  const LinkedAuction completed{e.auction, AuctionFate::kCompleted};
  AUCTION_CHECK(!league.auctions.empty() && league.auctions.back() == completed,
                "the event names the last auction, and that one was completed");
  league.auctions.back().fate = AuctionFate::kUnfinished;
}

void on(League& league, const SeasonLinked& e, Instant) { league.seasons.push_back(e.season); }
void on(League& league, const LeagueDissolved&, Instant) {
  league.status = LeagueStatus::kDissolved;
}

}  // namespace

void apply(League& league, const LeagueEvent& event, Instant at) {
  const bool created = std::holds_alternative<LeagueCreated>(event);
  AUCTION_CHECK(league.status == (created ? LeagueStatus::kNone : LeagueStatus::kStanding),
                "a league is created first, and nothing follows its end");
  ++league.seq;
  league.last_at = later(league.last_at, at);
  match(event, [&](const auto& e) { on(league, e, league.last_at); });
}

void apply(League& league, std::span<const LeagueEvent> events, Instant at) {
  for (const LeagueEvent& event : events) apply(league, event, at);
}

}  // namespace auction
