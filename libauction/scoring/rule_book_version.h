// The version of a rule book: all that decides points, as canonical bytes and as their digest.
//
// Two books have the same version if and only if they differ in nothing but id, title and source:
// any figure, position, multiplier, rule or number that changes gives another one. A host that
// writes it beside a score can tell, years later, whether the book it has is the book that scored.
//
//   rules_digest(*rule_book("fpl-2022-23")) == rules_digest(*rule_book("fpl-2023-24"))
//   rules_digest(*rule_book("fpl-2023-24")) != rules_digest(*rule_book("fpl-2024-25"))
//
// Rules are told in their order, for explanations follow it: the same rules otherwise arranged are
// another version.
#pragma once

#include "libauction/base/sha256.h"
#include "libauction/scoring/rule_book.h"

namespace auction {

void put_rules(Bytes& out, const RuleBook& book);
Digest rules_digest(const RuleBook& book);

}  // namespace auction
