#include "libauction/bid/ladder.h"

namespace auction {
namespace {

// The band an amount lies in, as numbers: rungs are from + k * step, and `below` is the next one's
// first.
struct Place {
  std::int64_t from;
  std::int64_t below;
  std::int64_t step;
};

Place place_of(const Ladder& ladder, Money amount) {
  std::int64_t from = 0;
  for (const Band& band : ladder.bands) {
    if (amount < band.below || band.below == kNoEnd) {
      return {from, band.below.units, band.step.units};
    }
    from = band.below.units;
  }
  AUCTION_CHECK(false, "a ladder's last band has no end");
  return {0, 0, 1};
}

// A rung of this band, or the first of the next.
Money rung(const Place& place, std::int64_t k) {
  std::int64_t up = 0;
  if (__builtin_mul_overflow(k, place.step, &up) || place.below - place.from <= up) {
    return {place.below};
  }
  return {place.from + up};
}

}  // namespace

Ladder grid_of(Money step) { return {{{kNoEnd, step}}}; }

Money next_rung(const Ladder& ladder, Money price) {
  const Place place = place_of(ladder, price);
  return rung(place, (price.units - place.from) / place.step + 1);
}

Money rung_after(const Ladder& ladder, Money rung) {
  const Place place = place_of(ladder, rung);
  return place.below - rung.units <= place.step ? Money{place.below}
                                                : Money{rung.units + place.step};
}

Money rung_at_or_above(const Ladder& ladder, Money amount) {
  return is_rung(ladder, amount) ? amount : next_rung(ladder, amount);
}

Money rung_at_or_below(const Ladder& ladder, Money amount) {
  const Place place = place_of(ladder, amount);
  return rung(place, (amount.units - place.from) / place.step);
}

bool is_rung(const Ladder& ladder, Money amount) {
  const Place place = place_of(ladder, amount);
  return (amount.units - place.from) % place.step == 0;
}

}  // namespace auction
