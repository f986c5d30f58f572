// Rule books from outside. What reads comes back from its own JSON; what lint lets pass can score.
#include "libauction/adapters/json/rule_book.h"

#include "libauction/scoring/rule_book_lint.h"
#include "libauction/scoring/sheet.h"
#include "tests/fuzz/oracle.h"

namespace {

using namespace auction;

void check_points(const RuleBook& book) {
  Sheet sheet(book.stats.size());
  for (const std::int32_t value : {0, 1, 12, 150, -3, 32'767, -32'768}) {
    const std::vector<std::int32_t> stats(book.stats.size(), value);
    sheet.add({stats, 0});
    const Score captain = score(book, {stats, 0}, Armband::kCaptain);
    fuzz::require(!explain(book, captain).empty(), "an explanation ends with a total");
    fuzz::require(captain.units == points(book, sheet).back(), "rows and columns agree");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto book = rule_book_from_json(fuzz::text_of(data, size));
  if (!book.ok()) return 0;
  const auto again = rule_book_from_json(to_json(*book));
  const bool errors = has_errors(lint(*book));
  if (errors) return 0;
  fuzz::require(again.ok() && *again == *book, "a book survives JSON");
  check_points(*book);
  return 0;
}
