// The fields of each season event, once: their order is the order of the canonical bytes, their
// names are the names of the JSON form. Adding a type means adding it here, in `SeasonEvent` and in
// apply.
//
//   fields(event, [](const char* name, auto& field) { ... });
#pragma once

#include <type_traits>

#include "libauction/season/event.h"

namespace auction {

template <class E, class T>
concept SeasonEventOf = std::is_same_v<std::remove_const_t<E>, T>;

template <SeasonEventOf<SeasonCreated> E, class F>
void fields(E& e, F&& f) {
  f("setup", e.setup);
}
template <SeasonEventOf<MemberJoined> E, class F>
void fields(E& e, F&& f) {
  f("manager", e.member.id), f("label", e.member.label);
}
template <SeasonEventOf<StrangerNoticed> E, class F>
void fields(E& e, F&& f) {
  f("externalId", e.external_id);
}
template <SeasonEventOf<Meeting> E, class F>
void fields(E& e, F&& f) {
  f("externalId", e.external_id), f("home", e.home), f("away", e.away);
  f("startsAt", e.starts_at), f("venue", e.venue), f("round", e.round);
}
template <SeasonEventOf<Goals> E, class F>
void fields(E& e, F&& f) {
  f("home", e.home), f("away", e.away);
}
template <SeasonEventOf<FixtureAdded> E, class F>
void fields(E& e, F&& f) {
  fields(e.meeting, f);
}
template <SeasonEventOf<FixtureMoved> E, class F>
void fields(E& e, F&& f) {
  f("fixture", e.fixture);
  fields(e.meeting, f);
}
template <SeasonEventOf<ResultSet> E, class F>
void fields(E& e, F&& f) {
  f("fixture", e.fixture), f("status", e.result.status), f("goals", e.result.goals);
  f("note", e.note);
}
template <SeasonEventOf<FiguresSet> E, class F>
void fields(E& e, F&& f) {
  f("fixture", e.fixture), f("asset", e.line.asset), f("values", e.line.values);
}
template <SeasonEventOf<OwnerSet> E, class F>
void fields(E& e, F&& f) {
  f("asset", e.stint.asset), f("from", e.stint.from), f("manager", e.stint.manager);
}
template <SeasonEventOf<OwnerCleared> E, class F>
void fields(E& e, F&& f) {
  f("asset", e.asset), f("from", e.from);
}
template <SeasonEventOf<PointsDeducted> E, class F>
void fields(E& e, F&& f) {
  f("number", e.deduction.number), f("manager", e.deduction.manager);
  f("hundredths", e.deduction.hundredths), f("note", e.deduction.note);
}
template <SeasonEventOf<DeductionLifted> E, class F>
void fields(E& e, F&& f) {
  f("number", e.number), f("note", e.note);
}
template <SeasonEventOf<BookChanged> E, class F>
void fields(E& e, F&& f) {
  f("book", e.book), f("note", e.note);
}

}  // namespace auction
