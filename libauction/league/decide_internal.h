// What the decide_* files share. Not for users.
#pragma once

#include "libauction/league/decide.h"

namespace auction {

using LeagueAnswer = std::optional<LeagueRefusal>;

inline LeagueAnswer refuse(LeagueReason reason, std::string_view field = {},
                           std::int64_t limit = 0) {
  return LeagueRefusal{reason, field, limit};
}

// What a command is decided on, and where its events go. Rights were checked before.
struct LeagueDesk {
  const League& league;
  const LeagueContext& context;
  LeagueEvents& out;

  const LeagueMember* self() const { return find_member(league, context.actor); }

  template <class E>
  LeagueAnswer conclude(E event) const {
    out.emplace_back(std::move(event));
    return std::nullopt;
  }
};

// Nothing if it would do. The label may be `self`'s own.
LeagueAnswer bad_label(const League& league, std::string_view label, ActorId self);
LeagueAnswer bad_settings(const LeagueSettings& settings);
LeagueAnswer no_room(const League& league, LeagueRole role);

LeagueAnswer on(const LeagueDesk& desk, const CreateLeague& command);
LeagueAnswer on(const LeagueDesk& desk, const ChangeSettings& command);
LeagueAnswer on(const LeagueDesk& desk, const DissolveLeague& command);

LeagueAnswer on(const LeagueDesk& desk, const JoinLeague& command);
LeagueAnswer on(const LeagueDesk& desk, const LeaveLeague& command);
LeagueAnswer on(const LeagueDesk& desk, const Relabel& command);
LeagueAnswer on(const LeagueDesk& desk, const AddBot& command);
LeagueAnswer on(const LeagueDesk& desk, const RemoveMember& command);
LeagueAnswer on(const LeagueDesk& desk, const GiveRole& command);
LeagueAnswer on(const LeagueDesk& desk, const HandOver& command);

LeagueAnswer on(const LeagueDesk& desk, const AcceptInvite& command);
LeagueAnswer on(const LeagueDesk& desk, const MakeInvite& command);
LeagueAnswer on(const LeagueDesk& desk, const RevokeInvite& command);

LeagueAnswer on(const LeagueDesk& desk, const ChooseRules& command);
LeagueAnswer on(const LeagueDesk& desk, const ChooseAssets& command);
LeagueAnswer on(const LeagueDesk& desk, const ChooseCompetition& command);
LeagueAnswer on(const LeagueDesk& desk, const ChooseBook& command);

LeagueAnswer on(const LeagueDesk& desk, const LinkAuction& command);
LeagueAnswer on(const LeagueDesk& desk, const EndAuction& command);
LeagueAnswer on(const LeagueDesk& desk, const LinkSeason& command);
LeagueAnswer on(const LeagueDesk& desk, const ReopenAuction& command);

}  // namespace auction
