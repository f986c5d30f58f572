#include "libauction/franchise/retention.h"

namespace auction {
namespace {

Money capped_slab(const RetentionRules& rules, std::size_t nth) {
  if (rules.capped_slabs.empty()) return {0};
  const std::size_t last = rules.capped_slabs.size() - 1;
  return rules.capped_slabs[nth < last ? nth : last];
}

}  // namespace

RetentionCharge retention_charge(const RetentionRules& rules, const Catalogue& catalogue,
                                 const std::vector<Retained>& retained) {
  RetentionCharge charge;
  Money slabs;
  for (const Retained& r : retained) {
    charge.paid += r.price;
    if (attribute(catalogue[r.asset], rules.capped_attribute) == rules.capped_value) {
      slabs += capped_slab(rules, charge.capped++);
    } else {
      slabs += rules.uncapped_slab;
      ++charge.uncapped;
    }
  }
  charge.charged = charge.paid < slabs ? slabs : charge.paid;
  return charge;
}

}  // namespace auction
