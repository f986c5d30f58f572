#include "libauction/log/secrecy.h"

namespace auction {
namespace {

bool is_hidden(const RuleSet& rules, Status status) {
  return rules.order.hidden && !is_over(status);
}

constexpr std::uint16_t kDrawType = 3;
static_assert(std::is_same_v<std::variant_alternative_t<kDrawType - 1, Event>, LotsOrdered>);

}  // namespace

bool is_secret(const Event& event, const RuleSet& rules, Status status) {
  return std::holds_alternative<LotsOrdered>(event) && is_hidden(rules, status);
}

bool is_secret(const Record& record, const RuleSet& rules, Status status) {
  if (!is_hidden(rules, status) || kind_of(record) != StreamKind::kAuction) return false;
  ByteReader in(record.body);
  while (in.left() > 0) {
    if (in.u16() == kDrawType) return true;
    in.bytes(in.u32());
  }
  return false;
}

}  // namespace auction
