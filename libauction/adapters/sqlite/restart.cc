#include "libauction/adapters/sqlite/restart.h"

namespace auction {
namespace {

absl::StatusOr<Replay> begin(SqliteStore& store, StreamId stream) {
  absl::StatusOr<std::optional<Snapshot>> found = store.find_snapshot(stream);
  if (!found.ok()) return found.status();
  if (const std::optional<Snapshot>& snapshot = *found) {
    std::optional<State> state = read_state(snapshot->state);
    if (state && state->seq == snapshot->head.seq) return Replay{*std::move(state), snapshot->head};
  }
  return Replay{State{}, genesis(stream)};
}

}  // namespace

absl::StatusOr<Replay> restart(SqliteStore& store, StreamId stream) {
  absl::StatusOr<Replay> replay = begin(store, stream);
  if (!replay.ok()) return replay.status();
  Events events;
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

absl::Status keep_snapshot(SqliteStore& store, StreamId stream, const Replay& replay) {
  Snapshot snapshot{replay.head, {}};
  put(snapshot.state, replay.state);
  return store.keep_snapshot(stream, snapshot);
}

}  // namespace auction
