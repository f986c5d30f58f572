// Invites: who shows the secret may join, so often and so long as the commissioner said.
#include "libauction/league/decide_internal.h"

namespace auction {
namespace {

const Invite* find_invite(const League& league, std::string_view secret) {
  const Digest hash = invite_hash(league.id, secret);
  for (const Invite& invite : league.invites) {
    if (invite.hash == hash) return &invite;
  }
  return nullptr;
}

LeagueAnswer spent(const Invite& invite, Instant now) {
  if (now >= invite.expires_at) {
    return refuse(LeagueReason::kInviteExpired, "secret", invite.expires_at.unix_ms);
  }
  if (invite.uses >= invite.most_uses) {
    return refuse(LeagueReason::kInviteUsedUp, "secret", invite.most_uses);
  }
  return std::nullopt;
}

}  // namespace

// Who is in already uses nothing up, so a second tap cannot fail.
LeagueAnswer on(const LeagueDesk& desk, const AcceptInvite& command) {
  const Invite* invite = find_invite(desk.league, command.secret);
  if (invite == nullptr) return refuse(LeagueReason::kUnknownInvite, "secret");
  const LeagueMember* self = desk.self();
  if (self != nullptr && self->role >= invite->role) return std::nullopt;
  if (LeagueAnswer no = spent(*invite, desk.context.now)) return no;
  if (LeagueAnswer no = no_room(desk.league, invite->role)) return no;
  if (self != nullptr) return desk.conclude(RoleGiven{self->id, invite->role, invite->number});
  if (LeagueAnswer bad = bad_label(desk.league, command.label, {})) return bad;
  return desk.conclude(
      MemberEntered{desk.context.actor, command.label, invite->role, false, invite->number});
}

LeagueAnswer on(const LeagueDesk& desk, const MakeInvite& command) {
  if (command.role > LeagueRole::kManager) return refuse(LeagueReason::kOutOfRange, "role");
  if (command.most_uses == 0) return refuse(LeagueReason::kOutOfRange, "mostUses", 1);
  if (command.expires_at <= desk.context.now) {
    return refuse(LeagueReason::kOutOfRange, "expiresAt", desk.context.now.unix_ms + 1);
  }
  for (const Invite& invite : desk.league.invites) {
    if (invite.hash == command.hash) return refuse(LeagueReason::kTwice, "hash");
  }
  if (desk.league.invites.size() >= kMaxInvites) {
    return refuse(LeagueReason::kOutOfRange, "", kMaxInvites);
  }
  return desk.conclude(InviteMade{desk.league.last_invite + 1, command.hash, command.role,
                                  command.most_uses, command.expires_at});
}

LeagueAnswer on(const LeagueDesk& desk, const RevokeInvite& command) {
  for (const Invite& invite : desk.league.invites) {
    if (invite.number == command.number) return desk.conclude(InviteRevoked{invite.number});
  }
  const bool revoked = command.number > 0 && command.number <= desk.league.last_invite;
  return revoked ? std::nullopt : refuse(LeagueReason::kUnknownInvite, "number");
}

}  // namespace auction
