// Players' figures from CSV. What reads is scored alike by row and by column.
#include "libauction/adapters/csv/figures.h"

#include "libauction/scoring/rule_books.h"
#include "libauction/scoring/sheet.h"
#include "tests/fuzz/oracle.h"

namespace {

using namespace auction;

void check_rows(const absl::StatusOr<std::vector<FigureRow>>& rows, const RuleBook& book) {
  if (!rows.ok()) return;
  Sheet sheet(book.stats.size());
  for (const FigureRow& row : *rows) fuzz::require(sheet.add(row_of(row)), "figures are small");
  const std::vector<std::int64_t> units = points(book, sheet);
  for (std::size_t i = 0; i < rows->size(); ++i) {
    fuzz::require(units[i] == points(book, row_of((*rows)[i])), "rows and columns agree");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  static const RuleBook kFpl = *rule_book("fpl-2025-26");
  static const RuleBook kPilot = *rule_book("pilot-cricket");
  check_rows(fpl_figures_from_csv(text, kFpl), kFpl);
  check_rows(cricket_figures_from_csv(text, kPilot), kPilot);
  if (const auto rows = fpl_bonus_from_csv(text); rows.ok()) {
    std::vector<BonusLine> lines;
    for (const BonusRow& row : *rows) lines.push_back(row.line);
    bonus_points(lines);
  }
  return 0;
}
