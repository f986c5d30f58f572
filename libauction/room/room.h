// A room: one auction as its house keeps it, what the world may see beside what is decided already.
//
// `shown` is the fold of what is committed, and all that views are cut from. `ahead`, where there
// is one, is the same state some decisions further on: those wait for their commit. When nothing
// waits `ahead` is the same state once more, or gone, so an idle room holds one. If the commit
// fails, `ahead` is thrown away and the room is read again from the store; nothing is ever undone.
//
// Plain data, used by house.h alone.
#pragma once

#include <memory>
#include <vector>

#include "libauction/log/chain.h"
#include "libauction/log/store.h"
#include "libauction/room/answers.h"
#include "libauction/room/receipt.h"
#include "libauction/room/request.h"

namespace auction {

enum class Health : std::uint8_t {
  kServing,
  kUnread,       // the store could not be read: tried again
  kQuarantined,  // a check of ours failed
};

struct Room {
  StreamId stream;
  State shown;
  Head shown_head;
  std::unique_ptr<State> ahead;
  Head head;  // of the newest state
  Answers answers;
  Health health = Health::kServing;
  bool recover = false;                // Recover comes first when it has been read
  std::uint32_t waiting = 0;           // requests that wait until the store is free
  bool keeps_ahead = false;            // though nothing waits: it was busy a moment ago
  std::optional<std::size_t> filling;  // its part of the batch that is being gathered

  const State& newest() const { return ahead ? *ahead : shown; }
};

// One thing that leaves after the commit: a record for the room, or an answer for a sender.
struct Leaving {
  std::optional<std::size_t> record;  // its place in the part's batch
  Events events;
  Request request;
  Receipt receipt;
};

// A room's part of one commit: what is stored, and what leaves afterwards, in order.
struct Part {
  std::size_t room = 0;
  bool dropped = false;
  StreamBatch batch;
  std::size_t place = 0;  // of the batch in the commit, once it is sealed
  std::vector<Leaving> leaving;

  bool stores_nothing() const { return batch.records.empty() && batch.answers.empty(); }
};

}  // namespace auction
