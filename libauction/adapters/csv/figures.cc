#include "libauction/adapters/csv/figures.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "libauction/adapters/csv/cells_internal.h"
#include "libauction/adapters/csv/table_internal.h"

namespace auction {
namespace {

// The columns of one kind of file.
struct Columns {
  std::string_view match;
  std::string_view player;
  std::string_view position;  // "" where the file has none
  std::vector<std::string> stats;
  std::vector<std::string> needed;
};

std::optional<std::int32_t> figure_of(std::string_view cell) {
  if (cell.empty()) return 0;
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  if (value < kLeastFigure || value > kMostFigure) return std::nullopt;
  return value;
}

// "GK, DEF, MID or FWD"
std::string words_of(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += names[i];
  }
  return text;
}

class FigureReader {
 public:
  FigureReader(std::string_view text, const Columns& columns,
               const std::vector<std::string>& positions, std::vector<CsvFault>& faults)
      : columns_(columns), positions_(positions), table_(text, faults) {
    if (!table_.is_readable()) return;
    const std::vector<std::string_view> needed(columns.needed.begin(), columns.needed.end());
    std::vector<std::string_view> known = needed;
    known.insert(known.end(), columns.stats.begin(), columns.stats.end());
    if (!table_.check_names(needed, known)) return;
    readable_ = true;
    for (const std::string& stat : columns.stats) places_.push_back(table_.column(stat));
  }

  std::vector<FigureRow> rows() {
    std::vector<FigureRow> rows;
    if (!readable_) return rows;
    rows.reserve(table_.rows().size());
    for (const CsvRow& row : table_.rows()) rows.push_back(read(row));
    return rows;
  }

 private:
  FigureRow read(const CsvRow& row) {
    FigureRow read;
    read.line = row.line;
    read.match = key(row, columns_.match);
    read.player = key(row, columns_.player);
    if (!columns_.position.empty()) read.position = position(row);
    read.stats.reserve(places_.size());
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const auto& place = places_[i];
      const auto value = place ? figure_of(row.cells[*place]) : 0;
      if (!value) {
        table_.fail(row, columns_.stats[i], "must be a whole number from -10000 to 30000");
      }
      read.stats.push_back(value.value_or(0));
    }
    return read;
  }

  std::string key(const CsvRow& row, std::string_view column) {
    const std::string& cell = table_.cell(row, column);
    if (cell.empty()) table_.fail(row, column, "must not be empty");
    return cell;
  }

  std::uint8_t position(const CsvRow& row) {
    const std::string& cell = table_.cell(row, columns_.position);
    const auto found = std::find(positions_.begin(), positions_.end(), cell);
    if (found != positions_.end()) return static_cast<std::uint8_t>(found - positions_.begin());
    table_.fail(row, columns_.position, "must be " + words_of(positions_));
    return 0;
  }

  const Columns& columns_;
  const std::vector<std::string>& positions_;
  bool readable_ = false;
  CsvTable table_;
  std::vector<std::optional<std::size_t>> places_;
};

Columns fpl_columns(const std::vector<std::string>& stats, std::string_view position) {
  Columns columns{"fixture", "element", position, stats, {"fixture", "element"}};
  if (!position.empty()) columns.needed.emplace_back(position);
  columns.needed.insert(columns.needed.end(), columns.stats.begin(), columns.stats.end());
  return columns;
}

std::vector<FigureRow> last_of_each(std::vector<FigureRow> rows) {
  std::map<std::pair<std::string, std::string>, std::size_t> places;
  std::vector<FigureRow> kept;
  for (FigureRow& row : rows) {
    const auto [place, fresh] = places.try_emplace({row.match, row.player}, kept.size());
    if (fresh) {
      kept.push_back(std::move(row));
    } else {
      kept[place->second] = std::move(row);
    }
  }
  return kept;
}

absl::StatusOr<std::vector<FigureRow>> all_rows(std::string_view text, const Columns& columns,
                                                const std::vector<std::string>& positions) {
  std::vector<CsvFault> faults;
  std::vector<FigureRow> rows = FigureReader(text, columns, positions, faults).rows();
  if (!faults.empty()) return to_status(faults);
  return rows;
}

absl::Status twice(const std::vector<FigureRow>& rows) {
  std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> lines;
  std::vector<CsvFault> faults;
  for (const FigureRow& row : rows) {
    const auto [line, fresh] = lines.try_emplace({row.match, row.player}, row.line);
    if (fresh) continue;
    faults.push_back({row.line, "element", row.player,
                      "is in this fixture already, on line " + std::to_string(line->second)});
  }
  return faults.empty() ? absl::OkStatus() : to_status(faults);
}

}  // namespace

absl::StatusOr<std::vector<FigureRow>> fpl_figures_from_csv(std::string_view text,
                                                            const RuleBook& book) {
  const Columns columns = fpl_columns(book.stats, "position");
  auto rows = all_rows(text, columns, book.positions);
  if (!rows.ok()) return rows;
  if (absl::Status status = twice(*rows); !status.ok()) return status;
  return rows;
}

std::vector<FigureRow> read_cricket_figures(std::string_view text, const RuleBook& book,
                                            std::vector<CsvFault>& faults) {
  Columns columns{"matchId", "playerExternalId", "", {}, {"matchId", "playerExternalId"}};
  for (const std::string& stat : book.stats) columns.stats.push_back(camel_case(stat));
  for (const char* name : {"runs", "wickets", "catches", "stumpings", "runOuts"}) {
    columns.needed.emplace_back(name);
  }
  return last_of_each(FigureReader(text, columns, book.positions, faults).rows());
}

absl::StatusOr<std::vector<FigureRow>> cricket_figures_from_csv(std::string_view text,
                                                                const RuleBook& book) {
  std::vector<CsvFault> faults;
  std::vector<FigureRow> rows = read_cricket_figures(text, book, faults);
  if (!faults.empty()) return to_status(faults);
  return rows;
}

absl::StatusOr<std::vector<BonusRow>> fpl_bonus_from_csv(std::string_view text) {
  Columns columns = fpl_columns({"minutes", "bps"}, "");
  columns.stats.emplace_back("bonus");
  auto rows = all_rows(text, columns, {});
  if (!rows.ok()) return rows.status();
  if (absl::Status status = twice(*rows); !status.ok()) return status;
  std::vector<BonusRow> bonus;
  for (FigureRow& row : *rows) {
    bonus.push_back(
        {std::move(row.match), std::move(row.player), {row.stats[0], row.stats[1]}, row.stats[2]});
  }
  return bonus;
}

}  // namespace auction
