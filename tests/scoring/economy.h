// The economy rate of a cricket book under test, to be changed.
#pragma once

#include "libauction/scoring/rule_books.h"

namespace auction {

inline Rate& economy_of(RuleBook& book) {
  return std::get<Rate>(find_rule(book, "economy")->shape);
}

}  // namespace auction
