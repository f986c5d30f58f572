#include "libauction/room/deadlines.h"

#include <algorithm>

namespace auction {
namespace {

constexpr std::size_t kChildren = 4;

}  // namespace

void Deadlines::grow(Key key) {
  deadlines_.resize(std::size_t{key} + 1, kNever);
  looks_.resize(std::size_t{key} + 1, kNever);
}

// An earlier deadline arms a second look; the one it replaces is told by its instant when it comes.
void Deadlines::arm(Key key, Instant at) {
  looks_[key] = at;
  heap_.push_back({at, key});
  std::size_t place = heap_.size() - 1;
  while (place > 0) {
    const std::size_t parent = (place - 1) / kChildren;
    if (!(heap_[place] < heap_[parent])) break;
    std::swap(heap_[place], heap_[parent]);
    place = parent;
  }
}

Deadlines::Look Deadlines::pop() {
  const Look first = heap_.front();
  heap_.front() = heap_.back();
  heap_.pop_back();
  std::size_t place = 0;
  for (;;) {
    const std::size_t child = place * kChildren + 1;
    if (child >= heap_.size()) break;
    const std::size_t end = std::min(child + kChildren, heap_.size());
    std::size_t least = child;
    for (std::size_t i = child + 1; i < end; ++i) {
      if (heap_[i] < heap_[least]) least = i;
    }
    if (!(heap_[least] < heap_[place])) break;
    std::swap(heap_[place], heap_[least]);
    place = least;
  }
  return first;
}

std::optional<Deadlines::Key> Deadlines::take(Instant now) {
  while (!heap_.empty() && heap_.front().at <= now) {
    const Look look = pop();
    if (looks_[look.key] != look.at) continue;
    looks_[look.key] = kNever;
    Instant& deadline = deadlines_[look.key];
    if (deadline <= now) {
      deadline = kNever;
      return look.key;
    }
    if (deadline != kNever) arm(look.key, deadline);
  }
  return std::nullopt;
}

}  // namespace auction
