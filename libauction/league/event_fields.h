// The fields of each league event, once: their order is the order of the canonical bytes, their
// names are the names of the JSON form. Adding a type means adding it here, in `LeagueEvent` and in
// apply.
//
//   fields(event, [](const char* name, auto& field) { ... });
#pragma once

#include <type_traits>

#include "libauction/league/event.h"

namespace auction {

template <class E, class... T>
concept LeagueEventOf = (std::is_same_v<std::remove_const_t<E>, T> || ...);

template <LeagueEventOf<LeagueSettings> E, class F>
void fields(E& e, F&& f) {
  f("name", e.name), f("sport", e.sport);
  f("minManagers", e.min_managers), f("maxManagers", e.max_managers);
  f("open", e.open), f("spectators", e.spectators), f("shareTable", e.is_table_shared);
}
template <LeagueEventOf<LeagueCreated> E, class F>
void fields(E& e, F&& f) {
  f("league", e.league), f("commissioner", e.commissioner), f("label", e.label);
  f("settings", e.settings);
}
template <LeagueEventOf<SettingsChanged> E, class F>
void fields(E& e, F&& f) {
  f("settings", e.settings);
}
template <LeagueEventOf<MemberEntered> E, class F>
void fields(E& e, F&& f) {
  f("member", e.member), f("label", e.label), f("role", e.role), f("bot", e.bot);
  f("invite", e.invite);
}
template <LeagueEventOf<MemberLeft> E, class F>
void fields(E& e, F&& f) {
  f("member", e.member), f("removed", e.removed);
}
template <LeagueEventOf<MemberRelabelled> E, class F>
void fields(E& e, F&& f) {
  f("member", e.member), f("label", e.label);
}
template <LeagueEventOf<RoleGiven> E, class F>
void fields(E& e, F&& f) {
  f("member", e.member), f("role", e.role), f("invite", e.invite);
}
template <LeagueEventOf<CommissionerChanged> E, class F>
void fields(E& e, F&& f) {
  f("to", e.to);
}
template <LeagueEventOf<InviteMade> E, class F>
void fields(E& e, F&& f) {
  f("number", e.number), f("hash", e.hash), f("role", e.role), f("mostUses", e.most_uses);
  f("expiresAt", e.expires_at);
}
template <LeagueEventOf<InviteRevoked> E, class F>
void fields(E& e, F&& f) {
  f("number", e.number);
}
template <LeagueEventOf<RulesChosen> E, class F>
void fields(E& e, F&& f) {
  f("rules", e.rules);
}
template <LeagueEventOf<AssetsChosen> E, class F>
void fields(E& e, F&& f) {
  f("assets", e.assets);
}
template <LeagueEventOf<CompetitionChosen> E, class F>
void fields(E& e, F&& f) {
  f("competition", e.competition);
}
template <LeagueEventOf<BookChosen> E, class F>
void fields(E& e, F&& f) {
  f("book", e.book);
}
template <LeagueEventOf<AuctionLinked> E, class F>
void fields(E& e, F&& f) {
  f("auction", e.auction);
}
template <LeagueEventOf<AuctionEnded> E, class F>
void fields(E& e, F&& f) {
  f("auction", e.auction), f("fate", e.fate);
}
template <LeagueEventOf<SeasonLinked> E, class F>
void fields(E& e, F&& f) {
  f("season", e.season);
}
template <LeagueEventOf<LeagueDissolved> E, class F>
void fields(E&, F&&) {}
template <LeagueEventOf<AuctionReopened> E, class F>
void fields(E& e, F&& f) {
  f("auction", e.auction);
}

}  // namespace auction
