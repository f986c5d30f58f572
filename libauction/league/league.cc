#include "libauction/league/league.h"

#include <algorithm>

namespace auction {

const LeagueMember* find_member(const League& league, ActorId id) {
  for (const LeagueMember& member : league.members) {
    if (member.id == id) return &member;
  }
  return nullptr;
}

std::size_t seats_taken(const League& league) {
  return static_cast<std::size_t>(
      std::count_if(league.members.begin(), league.members.end(),
                    [](const LeagueMember& member) { return has_seat(member.role); }));
}

// One at a time, so it is the last one.
bool has_unfinished_auction(const League& league) {
  return !league.auctions.empty() && league.auctions.back().fate == AuctionFate::kUnfinished;
}

Digest invite_hash(LeagueId league, std::string_view secret) {
  constexpr std::string_view kPrefix = "libauction invite";
  Bytes bytes(kPrefix.begin(), kPrefix.end());
  put(bytes, league);
  bytes.insert(bytes.end(), secret.begin(), secret.end());
  return sha256(bytes);
}

std::vector<Participant> participants_of(const League& league, Money purse) {
  std::vector<Participant> participants;
  for (const LeagueMember& member : league.members) {
    if (!has_seat(member.role)) continue;
    participants.push_back({{member.id.hi, member.id.lo}, member.label, purse, {}});
  }
  return participants;
}

std::vector<ActorId> commissioners_of(const League& league) {
  std::vector<ActorId> ids;
  for (const LeagueMember& member : league.members) {
    if (member.role >= LeagueRole::kDeputy) ids.push_back(member.id);
  }
  return ids;
}

}  // namespace auction
