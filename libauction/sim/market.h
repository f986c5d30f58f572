// The market: what the assets of a simulated auction are worth, before anybody misjudges them.
//
// Either a table gives each asset's worth, or it is drawn for every auction anew: base price times
// a multiple, off by at most `spread` percent. The multiple is named, or found so that the purses
// just carry the assets that can be bought.
//
//   Market market;                       // prices as high as the purses are deep
//   Market table{.worth = {{1500}, {900}}};
#pragma once

#include "libauction/auction/setup.h"

namespace auction {

struct Market {
  std::vector<Money> worth;            // by asset slot; empty: drawn
  std::int64_t multiple_permille = 0;  // of the base price; 0: what the purses carry
  std::int64_t spread = 60;            // percent, 0..100
};

// All purses over the base prices of as many assets as the squads can take, in permille; at least
// 1000 (the base price itself), at most 100,000.
std::int64_t carried_multiple(const Setup& setup);

// One worth an asset into `out`, drawn from the seed where no table is given.
void draw_worth(const Market& market, const Setup& setup, std::uint64_t seed,
                std::vector<Money>& out);

}  // namespace auction
