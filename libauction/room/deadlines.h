// Deadlines: which of many rooms is due next, where almost every deadline moves before it comes.
//
// A soft close moves a lot's end with every late bid, so moving must cost nothing: `set` to a later
// instant is one store. The queue holds when each key will be *looked at*; if its deadline has
// moved on by then, it is looked at again at the new one.
//
//   Deadlines due;
//   due.set(room, {now + 30 s});      // arms
//   due.set(room, {now + 40 s});      // a store
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
    if (key >= entries_.size()) entries_.resize(std::size_t{key} + 1);
    Entry& entry = entries_[key];
    entry.deadline = at;
    if (at < entry.looked_at) arm(key, at);
  }

  // Takes one key that is due, earliest look first, of equal ones the lowest; its deadline is gone
  // until it is set again. Nothing: no key is due.
  std::optional<Key> take(Instant now);

  // No later than the next deadline; kNever when there is none.
  Instant next() const { return heap_.empty() ? kNever : heap_.front().at; }

 private:
  struct Entry {
    Instant deadline = kNever;
    Instant looked_at = kNever;
  };
  struct Look {
    Instant at;
    Key key;

    bool operator<(const Look& other) const {
      return at < other.at || (at == other.at && key < other.key);
    }
  };

  void arm(Key key, Instant at);
  Look pop();

  std::vector<Entry> entries_;
  std::vector<Look> heap_;  // four children a node
};

}  // namespace auction
