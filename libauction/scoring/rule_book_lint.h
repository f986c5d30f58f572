// Lint for rule books: what in a book cannot work, or will surprise.
//
// An error means points could not be counted exactly (a halved point without a half in the scale,
// a figure or position the book does not list); a host refuses such a book. Pointers are those of
// the book's JSON form.
//
//   has_errors(lint(book))
#pragma once

#include "libauction/rules/lint.h"
#include "libauction/scoring/rule_book.h"

namespace auction {

std::vector<Finding> lint(const RuleBook& book);

}  // namespace auction
