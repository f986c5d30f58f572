// Deadlines: which of many rooms is due next, where almost every deadline moves before it comes.
//
// A soft close moves a lot's end with every late bid, so moving must cost nothing: to a later
// instant it is one store. The queue holds when each key will be *looked at*; if its deadline has
// moved on by then, it is looked at again at the new one.
//
//   Deadlines due;
//   due.set(room, {now + 30 s});      // arms
//   due.extend(room, {now + 40 s});   // a store
//   while (auto key = due.take(now)) ...
//
// Keys are small dense numbers. One thread at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "libauction/base/instant.h"

namespace auction {

class Deadlines {
 public:
  using Key = std::uint32_t;

  // kNever: none.
  void set(Key key, Instant at) {
    if (key >= deadlines_.size()) grow(key);
    deadlines_[key] = at;
    if (at < looks_[key]) arm(key, at);
  }

  // The same for a key that is set, to an instant no earlier than before: one store.
  void extend(Key key, Instant at) { deadlines_[key] = at; }

  // Takes one key that is due, earliest look first, of equal ones the lowest; its deadline is gone
  // until it is set again. Nothing: no key is due.
  std::optional<Key> take(Instant now);

  // No later than the next deadline; kNever when there is none.
  Instant next() const { return heap_.empty() ? kNever : heap_.front().at; }

 private:
  struct Look {
    Instant at;
    Key key;

    bool operator<(const Look& other) const {
      return at < other.at || (at == other.at && key < other.key);
    }
  };

  void grow(Key key);
  void arm(Key key, Instant at);
  Look pop();

  std::vector<Instant> deadlines_;
  std::vector<Instant> looks_;  // when each will be looked at; no later than its deadline
  std::vector<Look> heap_;      // four children a node
};

}  // namespace auction
