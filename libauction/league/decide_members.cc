// Joining, leaving, names and roles.
#include "libauction/league/decide_internal.h"

namespace auction {

// While an auction runs its managers are the ones of its set-up; spectators come and go.
LeagueAnswer no_room(const League& league, LeagueRole role) {
  if (!has_seat(role)) {
    if (league.members.size() - seats_taken(league) < kMaxSpectators) return std::nullopt;
    return refuse(LeagueReason::kLeagueFull, "role", kMaxSpectators);
  }
  if (has_unfinished_auction(league)) return refuse(LeagueReason::kAuctionUnfinished);
  if (seats_taken(league) < league.settings.max_managers) return std::nullopt;
  return refuse(LeagueReason::kLeagueFull, "role", league.settings.max_managers);
}

LeagueAnswer on(const LeagueDesk& desk, const JoinLeague& command) {
  if (command.role > LeagueRole::kManager) return refuse(LeagueReason::kOutOfRange, "role");
  const LeagueMember* self = desk.self();
  if (self != nullptr && self->role >= command.role) return std::nullopt;
  const LeagueSettings& settings = desk.league.settings;
  if (!(has_seat(command.role) ? settings.open : settings.spectators)) {
    return refuse(LeagueReason::kNotAllowed, "role");
  }
  if (LeagueAnswer no = no_room(desk.league, command.role)) return no;
  if (self != nullptr) return desk.conclude(RoleGiven{self->id, command.role, 0});
  if (LeagueAnswer bad = bad_label(desk.league, command.label, {})) return bad;
  return desk.conclude(MemberEntered{desk.context.actor, command.label, command.role, false, 0});
}

LeagueAnswer on(const LeagueDesk& desk, const LeaveLeague&) {
  const LeagueMember& self = *desk.self();
  if (self.role == LeagueRole::kCommissioner) return refuse(LeagueReason::kCommissionerStays);
  if (has_seat(self.role) && has_unfinished_auction(desk.league)) {
    return refuse(LeagueReason::kAuctionUnfinished);
  }
  return desk.conclude(MemberLeft{self.id, false});
}

// A label is pinned in an auction's set-up, and would be two while it runs.
LeagueAnswer on(const LeagueDesk& desk, const Relabel& command) {
  const LeagueMember& self = *desk.self();
  if (LeagueAnswer bad = bad_label(desk.league, command.label, self.id)) return bad;
  if (self.label == command.label) return std::nullopt;
  if (has_seat(self.role) && has_unfinished_auction(desk.league)) {
    return refuse(LeagueReason::kAuctionUnfinished);
  }
  return desk.conclude(MemberRelabelled{self.id, command.label});
}

LeagueAnswer on(const LeagueDesk& desk, const AddBot& command) {
  if (command.id.is_nil()) return refuse(LeagueReason::kUnknownMember, "id");
  if (const LeagueMember* there = find_member(desk.league, command.id)) {
    if (there->bot && there->label == command.label) return std::nullopt;
    return refuse(LeagueReason::kTaken, "id");
  }
  if (LeagueAnswer no = no_room(desk.league, LeagueRole::kManager)) return no;
  if (LeagueAnswer bad = bad_label(desk.league, command.label, {})) return bad;
  return desk.conclude(MemberEntered{command.id, command.label, LeagueRole::kManager, true, 0});
}

LeagueAnswer on(const LeagueDesk& desk, const RemoveMember& command) {
  const LeagueMember* member = find_member(desk.league, command.member);
  if (member == nullptr) return refuse(LeagueReason::kUnknownMember, "member");
  if (member->role == LeagueRole::kCommissioner) return refuse(LeagueReason::kCommissionerStays);
  if (has_seat(member->role) && has_unfinished_auction(desk.league)) {
    return refuse(LeagueReason::kAuctionUnfinished);
  }
  return desk.conclude(MemberLeft{member->id, true});
}

LeagueAnswer on(const LeagueDesk& desk, const GiveRole& command) {
  const LeagueMember* member = find_member(desk.league, command.member);
  if (member == nullptr) return refuse(LeagueReason::kUnknownMember, "member");
  if (command.role > LeagueRole::kDeputy) return refuse(LeagueReason::kOutOfRange, "role");
  if (member->role == command.role) return std::nullopt;
  if (member->role == LeagueRole::kCommissioner) return refuse(LeagueReason::kCommissionerStays);
  if (member->bot) return refuse(LeagueReason::kNotForBots, "role");
  if (has_seat(member->role) != has_seat(command.role)) {
    if (has_unfinished_auction(desk.league)) return refuse(LeagueReason::kAuctionUnfinished);
    if (LeagueAnswer no = no_room(desk.league, command.role)) return no;
  }
  return desk.conclude(RoleGiven{member->id, command.role, 0});
}

LeagueAnswer on(const LeagueDesk& desk, const HandOver& command) {
  const LeagueMember* to = find_member(desk.league, command.to);
  if (to == nullptr) return refuse(LeagueReason::kUnknownMember, "to");
  if (to->bot) return refuse(LeagueReason::kNotForBots, "to");
  if (!has_seat(to->role)) return refuse(LeagueReason::kNotAllowed, "to");
  if (to->role == LeagueRole::kCommissioner) return std::nullopt;
  return desk.conclude(CommissionerChanged{to->id});
}

}  // namespace auction
