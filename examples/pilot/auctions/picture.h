// The picture of an auction: everything a client shows, cut for one viewer. `GET /auction/{id}` and
// `sync_state` are this.
//
// Its `seq` is that of the last event that showed, so that the next one's prevSeq names it.
#pragma once

#include "examples/pilot/auctions/board.h"

namespace pilot {

Json picture_of(const Scene& scene, const State& state, const Board& board, ActorId viewer,
                Instant now);

// GET /auction/{id}/clubs: current, then sold, unsold and upcoming ones.
Json clubs_of(const Scene& scene, const State& state, const Board& board);

// GET /auction/{id}/report.csv: a line for each lot that is closed.
std::string report_of(const Scene& scene, const State& state);

}  // namespace pilot
