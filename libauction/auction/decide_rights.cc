// Who is commissioner: granted and taken in a running auction, and never taken from the last.
#include <algorithm>

#include "libauction/auction/decide_internal.h"

namespace auction {
namespace {

bool is_commissioner(const State& state, ActorId id) {
  const std::vector<ActorId>& all = state.setup->commissioners;
  return std::find(all.begin(), all.end(), id) != all.end();
}

template <class Command>
Answer check_rights(const State& state, bool known, const Command& command) {
  const bool right = state.status != Status::kNone && state.status != Status::kCancelled;
  if (!right) return no(state, Reason::kWrongState);
  if (!known) return no(state, Reason::kUnknownManager);
  if (!note_fits(command.note)) return no(state, Reason::kOutOfRange, kMaxNote);
  return std::nullopt;
}

}  // namespace

Answer decide_stage(const State& state, const Appoint& command, const Context&, Events& out) {
  if (auto refused = check_rights(state, !command.who.is_nil(), command)) return refused;
  if (is_commissioner(state, command.who)) return no(state, Reason::kWrongState);
  out.emplace_back(CommissionerAppointed{command.who, command.note});
  return std::nullopt;
}

Answer decide_stage(const State& state, const Dismiss& command, const Context&, Events& out) {
  if (auto refused = check_rights(state, is_commissioner(state, command.who), command))
    return refused;
  const std::vector<ActorId>& all = state.setup->commissioners;
  if (static_cast<std::size_t>(std::count(all.begin(), all.end(), command.who)) == all.size())
    return no(state, Reason::kWrongState);
  out.emplace_back(CommissionerDismissed{command.who, command.note});
  return std::nullopt;
}

}  // namespace auction
