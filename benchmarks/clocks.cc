// What moving a deadline costs with a million open lots, beside a 4-ary heap that is kept sorted.
//
// Both hold the same lots. A turn extends random lots, most by a soft close, and takes what is due.
#include <vector>

#include "benchmarks/harness.h"
#include "libauction/base/random.h"
#include "libauction/room/deadlines.h"

namespace {

using auction::Deadlines;
using auction::Instant;
using auction::Millis;
using auction::SplitMix64;

constexpr std::uint32_t kLots = 1'000'000;
constexpr std::size_t kExtensions = 2'000'000;
constexpr Instant kNow{1'000'000'000};

// The textbook way: every lot in the heap, its place known, sifted at every move.
class SortedHeap {
 public:
  explicit SortedHeap(const std::vector<Instant>& deadlines) : at_(deadlines) {
    place_.resize(at_.size());
    for (std::uint32_t key = 0; key < at_.size(); ++key) {
      heap_.push_back(key);
      place_[key] = key;
      up(key);
    }
  }

  void set(std::uint32_t key, Instant at) {
    const bool later = at_[key] < at;
    at_[key] = at;
    if (later) {
      down(place_[key]);
    } else {
      up(place_[key]);
    }
  }

  std::uint32_t first() const { return heap_.front(); }
  Instant next() const { return at_[heap_.front()]; }

 private:
  bool before(std::uint32_t a, std::uint32_t b) const { return at_[heap_[a]] < at_[heap_[b]]; }
  void swap(std::uint32_t a, std::uint32_t b) {
    std::swap(heap_[a], heap_[b]);
    place_[heap_[a]] = a;
    place_[heap_[b]] = b;
  }
  void up(std::uint32_t place) {
    while (place > 0 && before(place, (place - 1) / 4)) {
      swap(place, (place - 1) / 4);
      place = (place - 1) / 4;
    }
  }
  void down(std::uint32_t place) {
    for (;;) {
      const std::uint32_t child = place * 4 + 1;
      if (child >= heap_.size()) return;
      const auto end = std::min<std::uint32_t>(child + 4, static_cast<std::uint32_t>(heap_.size()));
      std::uint32_t least = child;
      for (std::uint32_t i = child + 1; i < end; ++i)
        if (before(i, least)) least = i;
      if (!before(least, place)) return;
      swap(least, place);
      place = least;
    }
  }

  std::vector<Instant> at_;
  std::vector<std::uint32_t> heap_;
  std::vector<std::uint32_t> place_;
};

struct Move {
  std::uint32_t key;
  Instant at;
};

std::vector<Instant> lots() {
  SplitMix64 chance(1);
  std::vector<Instant> ends(kLots);
  for (Instant& end : ends) end = kNow + Millis{static_cast<std::int64_t>(chance.below(30'000))};
  return ends;
}

// Lots near their end get ten more seconds from a bid, again and again.
std::vector<Move> moves(std::vector<Instant> ends) {
  SplitMix64 chance(2);
  std::vector<Move> all;
  for (std::size_t i = 0; i < kExtensions; ++i) {
    const auto key = static_cast<std::uint32_t>(chance.below(kLots));
    ends[key] = ends[key] + Millis{static_cast<std::int64_t>(chance.below(10'000)) + 1};
    all.push_back({key, ends[key]});
  }
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  bench::Table table("clocks", argc, argv);
  const std::vector<Instant> ends = lots();
  const std::vector<Move> all = moves(ends);
  const auto sorted = [&] {
    SortedHeap heap(ends);
    const double ns = bench::timed([&] {
      for (const Move& move : all) heap.set(move.key, move.at);
    });
    bench::keep(heap.next());
    return ns;
  };
  const auto stored = [&] {
    Deadlines deadlines;
    for (std::uint32_t key = 0; key < kLots; ++key) deadlines.set(key, ends[key]);
    const double ns = bench::timed([&] {
      for (const Move& move : all) deadlines.extend(move.key, move.at);
    });
    bench::keep(deadlines.next());
    return ns;
  };
  table.compare("extend, 1 M open lots", {"4-ary heap, sifted at each move", sorted},
                {"a store; looked at again when it comes", stored}, kExtensions, 15);

  // The whole life of a lot: extended twice, looked at again, closed in its turn.
  const auto sorted_life = [&] {
    SortedHeap heap(ends);
    return bench::timed([&] {
      for (const Move& move : all) heap.set(move.key, move.at);
      while (heap.next() != auction::kNever) heap.set(heap.first(), auction::kNever);
    });
  };
  const auto stored_life = [&] {
    Deadlines deadlines;
    for (std::uint32_t key = 0; key < kLots; ++key) deadlines.set(key, ends[key]);
    return bench::timed([&] {
      for (const Move& move : all) deadlines.extend(move.key, move.at);
      while (deadlines.take(kNow + auction::seconds(100'000))) continue;
    });
  };
  table.compare("extend and close, 1 M open lots", {"4-ary heap, closed as they come", sorted_life},
                {"with every look and close", stored_life}, kExtensions + kLots, 0);
  return table.finish();
}
