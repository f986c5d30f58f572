#include "benchmarks/bid_floor.h"

namespace bench {
namespace {

constexpr std::uint32_t kNobody = auction::kNoManager.value;

}  // namespace

int Floor::judge(const auction::Command& command, const auction::Context& context) {
  switch (command.index()) {
    case 0:
      return place(*std::get_if<auction::PlaceBid>(&command), context);
    default:
      return 100;
  }
}

int Floor::place(const auction::PlaceBid& bid, const auction::Context& context) {
  if (!running || paused) return 1;
  const std::size_t slot = bid.lot.value - 1;
  if (slot >= lots.size()) return 2;
  Lot& lot = lots[slot];
  const std::int64_t now = context.now.unix_ms;
  if (!lot.open || now >= lot.ends_at) return 2;
  const std::uint32_t seat = context.actor.seat.value;
  if (seat >= managers.size()) return 3;
  if (lot.leader == seat) return 4;
  Manager& manager = managers[seat];
  const std::int64_t amount = bid.amount.units == 0 ? lot.next : bid.amount.units;
  if (amount != lot.next) return amount < lot.next ? 6 : 7;
  if (amount > manager.free) return 8;
  if (manager.held >= max_squad || (lot.overseas && manager.overseas >= max_overseas)) return 9;
  if (amount > manager.limit) return 10;
  if (lot.leader != kNobody) take(managers[lot.leader], lot, -1, -lot.price);
  take(manager, lot, 1, amount);
  lot.leader = seat;
  lot.price = amount;
  lot.next = next_price(amount);
  if (lot.ends_at - now < window) {
    lot.ends_at = now + window;
    ++lot.extensions;
  }
  return 0;
}

void Floor::take(Manager& m, const Lot& lot, int places, std::int64_t money) const {
  m.free -= money;
  m.held += static_cast<std::uint32_t>(places);
  if (lot.overseas) m.overseas += static_cast<std::uint32_t>(places);
  const std::int64_t empty = std::int64_t{min_squad} - std::int64_t{m.held} - 1;
  m.limit = m.free - (empty > 0 ? empty * reserve : 0);
}

std::int64_t Floor::next_price(std::int64_t price) const {
  std::int64_t from = 0;
  for (const auction::Band& band : ladder.bands) {
    if (price < band.below.units) {
      const std::int64_t step = band.step.units;
      return from + ((price - from) / step + 1) * step;
    }
    from = band.below.units;
  }
  return price;
}

}  // namespace bench
