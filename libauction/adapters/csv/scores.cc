#include "libauction/adapters/csv/cells_internal.h"
#include "libauction/adapters/csv/figures.h"
#include "libauction/adapters/csv/fixtures.h"

namespace auction {

ScoreFile read_scores(std::string_view text, const std::vector<std::string>& figures,
                      std::vector<CsvFault>& faults) {
  RuleBook book;  // the figures reader asks a book for names only
  book.stats = figures;
  book.positions = {"ANY"};
  ScoreFile file;
  for (FigureRow& row : read_cricket_figures(text, book, faults)) {
    for (std::size_t i = 0; i < row.stats.size(); ++i) {
      if (row.stats[i] >= 0) continue;
      faults.push_back(
          {row.line, camel_case(figures[i]), std::to_string(row.stats[i]), "must be 0 or more"});
    }
    file.rows.push_back({std::move(row.match), std::move(row.player), std::move(row.stats)});
    file.lines.push_back(row.line);
  }
  if (file.rows.empty() && faults.empty()) faults.push_back({0, "", "", "has no row"});
  return file;
}

absl::StatusOr<ScoreFile> scores_from_csv(std::string_view text,
                                          const std::vector<std::string>& figures) {
  std::vector<CsvFault> faults;
  ScoreFile file = read_scores(text, figures, faults);
  if (!faults.empty()) return to_status(faults);
  return file;
}

}  // namespace auction
