// Events and states of leagues as canonical bytes.
#include <array>

#include "libauction/base/field_bytes.h"
#include "libauction/base/framed.h"
#include "libauction/league/event_fields.h"

namespace auction {

template <LeagueEventOf<LeagueMember> T, class F>
void fields(T& member, F&& f) {
  f("id", member.id), f("label", member.label), f("role", member.role), f("bot", member.bot);
  f("joinedAt", member.joined_at);
}
template <LeagueEventOf<Invite> T, class F>
void fields(T& invite, F&& f) {
  f("number", invite.number), f("hash", invite.hash), f("role", invite.role);
  f("mostUses", invite.most_uses), f("uses", invite.uses), f("expiresAt", invite.expires_at);
}
template <LeagueEventOf<LinkedAuction> T, class F>
void fields(T& link, F&& f) {
  f("auction", link.auction), f("fate", link.fate);
}
template <LeagueEventOf<LeagueChoices> T, class F>
void fields(T& choices, F&& f) {
  f("rules", choices.rules), f("assets", choices.assets), f("competition", choices.competition);
  f("book", choices.book);
}
// The content; what else a state has is in front of it.
template <LeagueEventOf<League> T, class F>
void fields(T& league, F&& f) {
  f("status", league.status), f("id", league.id), f("settings", league.settings);
  f("choices", league.choices), f("members", league.members), f("invites", league.invites);
  f("auctions", league.auctions), f("seasons", league.seasons);
}

namespace {

constexpr std::array<std::string_view, kLeagueEventTypes> kNames{
    "LeagueCreated", "SettingsChanged",     "MemberEntered",  "MemberLeft",    "MemberRelabelled",
    "RoleGiven",     "CommissionerChanged", "InviteMade",     "InviteRevoked", "RulesChosen",
    "AssetsChosen",  "CompetitionChosen",   "BookChosen",     "AuctionLinked", "AuctionEnded",
    "SeasonLinked",  "LeagueDissolved",     "AuctionReopened"};

}  // namespace

std::string_view league_event_name(std::uint16_t number) {
  return number == 0 || number > kLeagueEventTypes ? std::string_view() : kNames[number - 1u];
}

void put(Bytes& out, const LeagueEvent& event) {
  put_framed(out, event, [&](const auto& e) { put_fields(out, e); });
}

std::optional<LeagueEvent> read_league_event(ByteReader& in) {
  return read_framed<LeagueEvent>(in, [](ByteReader& body, auto& e) { read_fields(body, e); });
}

void put(Bytes& out, const League& league) {
  put_u64(out, league.seq);
  put(out, league.last_at);
  put_u32(out, league.last_invite);
  put_fields(out, league);
}

std::optional<League> read_league(ByteView bytes) {
  ByteReader in(bytes);
  League league;
  league.seq = in.u64();
  league.last_at = in.instant();
  league.last_invite = in.u32();
  read_fields(in, league);
  if (!in.finished() || !broken_invariant(league).empty()) return std::nullopt;
  return league;
}

Digest content_digest(const League& league) {
  Bytes bytes;
  put_fields(bytes, league);
  return sha256(bytes);
}

}  // namespace auction
