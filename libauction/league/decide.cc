#include "libauction/league/decide.h"

#include "libauction/base/match.h"
#include "libauction/base/utf8.h"
#include "libauction/league/decide_internal.h"

namespace auction {
namespace {

template <class C, class... Of>
concept LeagueCommandIs = (std::is_same_v<C, Of> || ...);

bool is_commissioner(const LeagueDesk& desk) {
  const LeagueMember* self = desk.self();
  return self != nullptr && self->role == LeagueRole::kCommissioner;
}

// Who may give a command, each as command.h groups them; the commissioner where nothing is said.
bool may(const LeagueDesk& desk,
         const LeagueCommandIs<CreateLeague, EndAuction, ReopenAuction> auto&) {
  return desk.context.host;
}
bool may(const LeagueDesk& desk, const LeagueCommandIs<JoinLeague, AcceptInvite> auto&) {
  return !desk.context.host && !desk.context.actor.is_nil();
}
bool may(const LeagueDesk& desk, const LeagueCommandIs<LeaveLeague, Relabel> auto&) {
  return !desk.context.host && desk.self() != nullptr;
}
bool may(const LeagueDesk& desk, const LeagueCommandIs<LinkAuction, LinkSeason> auto&) {
  return desk.context.host || is_commissioner(desk);
}
bool may(const LeagueDesk& desk, const auto&) {
  return !desk.context.host && is_commissioner(desk);
}

bool is_plain_name(std::string_view text) {
  return !text.empty() && text.size() <= kMaxLeagueText && is_plain(text) &&
         text.find_first_not_of(' ') != std::string_view::npos;
}

template <class C>
LeagueAnswer judge(const LeagueDesk& desk, const C& command) {
  constexpr bool kCreates = std::is_same_v<C, CreateLeague>;
  const LeagueStatus needed = kCreates ? LeagueStatus::kNone : LeagueStatus::kStanding;
  if (desk.league.status != needed) return refuse(LeagueReason::kWrongState);
  if (!may(desk, command)) return refuse(LeagueReason::kNotAllowed);
  return on(desk, command);
}

}  // namespace

LeagueAnswer bad_settings(const LeagueSettings& settings) {
  if (!is_plain_name(settings.name)) {
    return refuse(LeagueReason::kBadText, "name", kMaxLeagueText);
  }
  if (!is_plain_name(settings.sport)) {
    return refuse(LeagueReason::kBadText, "sport", kMaxLeagueText);
  }
  if (settings.max_managers < 2 || settings.max_managers > kMaxManagers) {
    return refuse(LeagueReason::kOutOfRange, "maxManagers",
                  settings.max_managers < 2 ? 2 : std::int64_t{kMaxManagers});
  }
  if (settings.min_managers < 2 || settings.min_managers > settings.max_managers) {
    return refuse(LeagueReason::kOutOfRange, "minManagers",
                  settings.min_managers < 2 ? 2 : std::int64_t{settings.max_managers});
  }
  return std::nullopt;
}

LeagueAnswer bad_label(const League& league, std::string_view label, ActorId self) {
  if (!is_plain_name(label)) return refuse(LeagueReason::kBadText, "label", kMaxLeagueText);
  for (const LeagueMember& member : league.members) {
    if (member.label == label && member.id != self) return refuse(LeagueReason::kTaken, "label");
  }
  return std::nullopt;
}

LeagueAnswer on(const LeagueDesk& desk, const CreateLeague& command) {
  if (command.commissioner.is_nil()) return refuse(LeagueReason::kUnknownMember, "commissioner");
  if (LeagueAnswer bad = bad_settings(command.settings)) return bad;
  if (LeagueAnswer bad = bad_label(desk.league, command.label, {})) return bad;
  return desk.conclude(
      LeagueCreated{command.league, command.commissioner, command.label, command.settings});
}

LeagueAnswer on(const LeagueDesk& desk, const ChangeSettings& command) {
  if (LeagueAnswer bad = bad_settings(command.settings)) return bad;
  if (command.settings == desk.league.settings) return std::nullopt;
  if (has_unfinished_auction(desk.league)) return refuse(LeagueReason::kAuctionUnfinished);
  const std::size_t taken = seats_taken(desk.league);
  if (command.settings.max_managers < taken) {
    return refuse(LeagueReason::kOutOfRange, "maxManagers", static_cast<std::int64_t>(taken));
  }
  return desk.conclude(SettingsChanged{command.settings});
}

LeagueAnswer on(const LeagueDesk& desk, const DissolveLeague&) {
  if (has_unfinished_auction(desk.league)) return refuse(LeagueReason::kAuctionUnfinished);
  return desk.conclude(LeagueDissolved{});
}

std::optional<LeagueRefusal> decide(const League& league, const LeagueCommand& command,
                                    const LeagueContext& context, LeagueEvents& out) {
  out.clear();
  const LeagueContext timed{context.actor, context.host, later(context.now, league.last_at)};
  const LeagueDesk desk{league, timed, out};
  return match(command, [&](const auto& c) { return judge(desk, c); });
}

}  // namespace auction
