#include "libauction/adapters/sqlite/restart.h"

#include "libauction/log/league_machine.h"
#include "libauction/log/season_machine.h"

namespace auction {
namespace {

template <class M>
absl::StatusOr<ReplayOf<M>> begin(SqliteStore& store, StreamId stream) {
  absl::StatusOr<std::optional<Snapshot>> found = store.find_snapshot(stream);
  if (!found.ok()) return found.status();
  if (const std::optional<Snapshot>& snapshot = *found) {
    std::optional<typename M::State> state = M::read_state(snapshot->state);
    if (state && state->seq == snapshot->head.seq) {
      return ReplayOf<M>{*std::move(state), snapshot->head};
    }
  }
  return ReplayOf<M>{typename M::State{}, genesis(stream)};
}

}  // namespace

template <class M>
absl::StatusOr<ReplayOf<M>> restart(SqliteStore& store, StreamId stream) {
  absl::StatusOr<ReplayOf<M>> replay = begin<M>(store, stream);
  if (!replay.ok()) return replay.status();
  std::vector<typename M::Event> events;
  std::optional<Fault> fault;
  const HeadAnswer read = store.read(stream, replay->head.seq + 1, [&](const Record& record) {
    const LinkFault link = check_link(replay->head, record);
    if (link != LinkFault::kNone) {
      fault = Fault{record.seq, std::string(sentence(link))};
    } else {
      fault = fold_record(*replay, record, events);
    }
    return !fault;
  });
  if (const auto* failure = std::get_if<StorageFailure>(&read)) {
    return absl::DataLossError(failure->what);
  }
  if (fault) return absl::DataLossError(std::to_string(fault->seq) + ": " + fault->what);
  return replay;
}

template <class M>
absl::Status keep_snapshot(SqliteStore& store, StreamId stream, const ReplayOf<M>& replay) {
  Snapshot snapshot{replay.head, {}};
  put(snapshot.state, replay.state);
  return store.keep_snapshot(stream, snapshot);
}

template absl::StatusOr<Replay> restart<AuctionMachine>(SqliteStore&, StreamId);
template absl::StatusOr<ReplayOf<SeasonMachine>> restart<SeasonMachine>(SqliteStore&, StreamId);
template absl::StatusOr<ReplayOf<LeagueMachine>> restart<LeagueMachine>(SqliteStore&, StreamId);
template absl::Status keep_snapshot(SqliteStore&, StreamId, const Replay&);
template absl::Status keep_snapshot(SqliteStore&, StreamId, const ReplayOf<SeasonMachine>&);
template absl::Status keep_snapshot(SqliteStore&, StreamId, const ReplayOf<LeagueMachine>&);

}  // namespace auction
