#include <algorithm>

#include "libauction/league/league.h"

namespace auction {
namespace {

// Whether no two items have the same name.
template <class Item, class NameOf>
bool all_distinct(const std::vector<Item>& items, NameOf&& name_of) {
  std::vector<std::decay_t<decltype(name_of(items.front()))>> names;
  for (const Item& item : items) names.push_back(name_of(item));
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) == names.end();
}

std::string broken_members(const League& league) {
  const auto& members = league.members;
  const auto leaders = std::count_if(members.begin(), members.end(), [](const LeagueMember& m) {
    return m.role == LeagueRole::kCommissioner;
  });
  if (leaders != 1) return "a league has one commissioner";
  if (!all_distinct(members, [](const LeagueMember& m) { return m.id; }))
    return "a member is in twice";
  if (!all_distinct(members, [](const LeagueMember& m) { return std::string_view(m.label); }))
    return "two members have the same label";
  if (seats_taken(league) > league.settings.max_managers) return "more managers than seats";
  for (const LeagueMember& member : members) {
    if (member.label.empty() || member.label.size() > kMaxLeagueText) return "a label is too long";
    if (member.bot && member.role != LeagueRole::kManager) return "a bot has a role of people";
    if (member.id.is_nil()) return "a member has no id";
    if (member.joined_at > league.last_at) return "a member joined after the last event";
  }
  return "";
}

std::string broken_invites(const League& league) {
  std::uint32_t last = 0;
  for (const Invite& invite : league.invites) {
    if (invite.number <= last) return "invites do not count up";
    if (invite.uses > invite.most_uses) return "an invite was used too often";
    if (invite.role > LeagueRole::kManager) return "an invite gives too much";
    last = invite.number;
  }
  if (last > league.last_invite) return "an invite has a number that was never given";
  return league.invites.size() > kMaxInvites ? "too many invites" : "";
}

std::string broken_links(const League& league) {
  for (std::size_t i = 0; i + 1 < league.auctions.size(); ++i) {
    if (league.auctions[i].fate == AuctionFate::kUnfinished) return "two auctions run at once";
  }
  if (!all_distinct(league.auctions, [](const LinkedAuction& a) { return a.auction; }))
    return "an auction is linked twice";
  if (!all_distinct(league.seasons, [](SeasonId season) { return season; }))
    return "a season is linked twice";
  if (has_unfinished_auction(league) && league.status == LeagueStatus::kDissolved)
    return "a dissolved league has an auction that runs";
  return "";
}

}  // namespace

std::string broken_invariant(const League& league) {
  if (league.status == LeagueStatus::kNone) {
    return league == League{} ? "" : "a league that is not there has content";
  }
  const LeagueSettings& settings = league.settings;
  if (settings.min_managers < 2 || settings.min_managers > settings.max_managers ||
      settings.max_managers > kMaxManagers) {
    return "the numbers of managers do not fit";
  }
  if (std::string broken = broken_members(league); !broken.empty()) return broken;
  if (std::string broken = broken_invites(league); !broken.empty()) return broken;
  return broken_links(league);
}

}  // namespace auction
