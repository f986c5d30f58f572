// Machine: what the log asks of those who keep their events in it.
//
// Auctions, seasons and leagues have one shape: decide(state, command, context) -> events, and
// apply(state, events). A machine is that shape as a type, so that sealing, writing, folding and
// verifying are written once: seal, BookOf, fold, VerifierOf. Nothing of it is called virtually.
//
//   BookOf<LeagueMachine> book(log, salts, stream_of(league));
//   FoldAnswerOf<SeasonMachine> answer = fold<SeasonMachine>(log, stream_of(season));
//
// Each machine's header is to be included by whoever names it; the auction's comes with record.h.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <vector>

#include "libauction/base/sha256.h"
#include "libauction/log/stream.h"

namespace auction {

template <class M>
concept Machine = requires(
    typename M::State state, const typename M::Command& command, const typename M::Context& context,
    std::vector<typename M::Event>& events, ByteReader& in, ActorId actor, Instant now) {
  { M::kKind } -> std::convertible_to<StreamKind>;
  { M::read(in) } -> std::same_as<std::optional<typename M::Event>>;
  // The stream that a first event says it begins; nothing if it begins none.
  { M::begins(events.front()) } -> std::same_as<std::optional<StreamId>>;

  // The rights that follow from the state; and the host's.
  { M::context(state, actor, now) } -> std::same_as<typename M::Context>;
  { M::host(now) } -> std::same_as<typename M::Context>;
  {
    M::decide(state, command, context, events)
  } -> std::same_as<std::optional<typename M::Refusal>>;
  apply(state, events, now);
  { state.seq } -> std::convertible_to<std::uint64_t>;
  { state.last_at } -> std::convertible_to<Instant>;

  { M::broken(state) } -> std::same_as<std::string>;  // an invariant, in a sentence
  { M::digest(state) } -> std::same_as<Digest>;
  { M::read_state(ByteView()) } -> std::same_as<std::optional<typename M::State>>;
};

}  // namespace auction
