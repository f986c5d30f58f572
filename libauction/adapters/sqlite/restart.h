// Restart: the state of a stream as it was, from its last snapshot or from its beginning.
//
// A snapshot that is damaged, unreadable or not on the chain is passed over; what was recorded
// after it has every hash recomputed. Without one the whole stream is read and recomputed.
//
//   absl::StatusOr<Replay> replay = restart(*store, stream);
//   Book book(log, salts, stream, replay->state, replay->head);
//
// `restart<LeagueMachine>`, `restart<SeasonMachine>` for the others. As many threads as the store
// allows.
#pragma once

#include "libauction/adapters/sqlite/sqlite_store.h"
#include "libauction/replay/fold.h"

namespace auction {

template <class M = AuctionMachine>
absl::StatusOr<ReplayOf<M>> restart(SqliteStore& store, StreamId stream);

// Keeps a snapshot of the state, for the next restart.
template <class M>
absl::Status keep_snapshot(SqliteStore& store, StreamId stream, const ReplayOf<M>& replay);

}  // namespace auction
