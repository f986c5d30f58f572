#include "libauction/sim/market.h"

#include <algorithm>

#include "libauction/sim/bidder.h"

namespace auction {
namespace {

Money total_purse(const Setup& setup) {
  Money total;
  for (const Participant& p : setup.participants) total += p.purse;
  return total;
}

Money total_base(const Setup& setup) {
  Money total;
  for (const AssetSlot asset : offered_assets(setup)) {
    total += base_price(setup.rules->english, (*setup.catalogue)[asset].base_price);
  }
  return total;
}

std::int64_t places(const Setup& setup) {
  std::int64_t places = 0;
  for (const Participant& p : setup.participants) {
    places += setup.rules->squad.max - static_cast<std::int64_t>(p.retained.size());
  }
  return places;
}

}  // namespace

std::int64_t carried_multiple(const Setup& setup) {
  const auto offered = static_cast<std::int64_t>(offered_assets(setup).size());
  const std::int64_t bought = std::min(offered, places(setup));
  if (bought <= 0) return 1000;
  const std::int64_t average_base = std::max<std::int64_t>(1, total_base(setup).units / offered);
  const std::int64_t average_money = total_purse(setup).units / bought;
  const std::int64_t times = std::min<std::int64_t>(100, average_money / average_base);
  const std::int64_t rest = times < 100 ? average_money % average_base * 1000 / average_base : 0;
  return std::max<std::int64_t>(1000, times * 1000 + rest);
}

void draw_worth(const Market& market, const Setup& setup, std::uint64_t seed,
                std::vector<Money>& out) {
  const std::size_t assets = setup.catalogue->assets.size();
  if (!market.worth.empty()) {
    AUCTION_CHECK(market.worth.size() == assets, "a worth for each asset");
    out = market.worth;
    return;
  }
  const std::int64_t multiple =
      market.multiple_permille > 0 ? market.multiple_permille : carried_multiple(setup);
  SplitMix64 chance(seed);
  out.clear();
  for (const Asset& asset : setup.catalogue->assets) {
    const Money base = base_price(setup.rules->english, asset.base_price);
    const std::int64_t off = spread(chance.next(), -market.spread * 10, market.spread * 10);
    out.push_back(scaled(scaled(base, multiple), 1000 + off));
  }
}

}  // namespace auction
