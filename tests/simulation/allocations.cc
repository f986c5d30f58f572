// The bid path allocates nothing: settle, decide and apply of accepted and refused bids, counted.
#include <cstdio>
#include <cstdlib>
#include <new>

#include "tests/auction/table.h"

namespace {

std::size_t allocations = 0;

}  // namespace

// g++ 12 inlines one half of a replaced pair and then misses the other.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
void* operator new(std::size_t size) {
  ++allocations;
  if (void* block = std::malloc(size)) return block;
  throw std::bad_alloc();
}
void operator delete(void* block) noexcept { std::free(block); }
void operator delete(void* block, std::size_t) noexcept { std::free(block); }

namespace {

using namespace auction;

constexpr int kBids = 50;

// Bids in turn on every open lot, each followed by one that is refused; returns how many were
// accepted.
int bid_everywhere(AuctionTable& table) {
  int accepted = 0;
  for (int i = 0; i < kBids; ++i) {
    for (std::size_t lot = 0; lot < table.state.open.size(); ++lot) {
      table.now = table.now + Millis{lot % 7 == 0 ? 1'500 : 0};
      settle(table.state, table.now, table.events);
      const auto seat = static_cast<std::uint8_t>((static_cast<std::size_t>(i) + lot) % 3);
      const PlaceBid bid{table.state.open[lot].number, table.state.open[lot].next_bid, 0};
      for (int twice = 0; twice < 2; ++twice) {
        if (decide(table.state, bid, {manager_at({seat}), table.now}, table.events)) continue;
        apply(table.state, table.events, table.now);
        ++accepted;
      }
    }
  }
  return accepted;
}

}  // namespace

int main() {
  RuleSet rules = pilot_rules();
  rules.open_lots = 8;
  rules.squad.min = 0;
  rules.squad.max = kMaxSquad;
  AuctionTable table(table_setup(rules, 8));
  table.begin();
  table.bid(reds, 1, 1'000'000);
  table.bid(blues, 1, 1'100'000);

  const std::size_t before = allocations;
  const int accepted = bid_everywhere(table);
  const std::size_t during = allocations - before;
  std::printf("%d bids accepted, %d refused, %zu allocations\n", accepted, accepted, during);
  return accepted == kBids * 8 && during == 0 ? 0 : 1;
}
