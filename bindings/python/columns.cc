#include "bindings/python/columns.h"

namespace auction::python {
namespace {

// One column of a dict, by its name; a missing one reads as nothing in every row.
class ColumnReader {
 public:
  ColumnReader(const py::dict& columns, const char* name) : name_(name) {
    if (columns.contains(name)) values_ = py::list(columns[name]);
  }

  std::size_t size() const { return values_.size(); }
  bool is_missing(std::size_t row) const { return row >= values_.size() || values_[row].is_none(); }
  std::string text(std::size_t row) const {
    return is_missing(row) ? "" : text_of(values_[row], name_);
  }
  py::object value(std::size_t row) const { return values_[row]; }

 private:
  const char* name_;
  py::list values_;
};

std::optional<Goals> goals_of(const ColumnReader& home, const ColumnReader& away, std::size_t row) {
  if (home.is_missing(row) || away.is_missing(row)) return std::nullopt;
  const auto scored = whole(home.value(row), "goals_home", -1, kMaxGoals);
  const auto conceded = whole(away.value(row), "goals_away", -1, kMaxGoals);
  if (scored < 0 || conceded < 0) return std::nullopt;
  return Goals{static_cast<std::int32_t>(scored), static_cast<std::int32_t>(conceded)};
}

std::optional<FixtureStatus> status_at(const ColumnReader& statuses, std::size_t row) {
  const std::string word = statuses.text(row);
  if (word.empty()) return std::nullopt;
  if (const auto status = fixture_status(word)) return status;
  throw py::value_error("status: '" + word + "' is none");
}

}  // namespace

py::dict figure_columns(const std::vector<FigureRow>& rows, const RuleBook& book) {
  py::dict columns;
  columns["match"] = text_column(rows, [](const FigureRow& r) { return r.match; });
  columns["player"] = text_column(rows, [](const FigureRow& r) { return r.player; });
  columns["position"] =
      text_column(rows, [&](const FigureRow& r) { return book.positions[r.position]; });
  for (std::size_t s = 0; s < book.stats.size(); ++s) {
    columns[py::str(book.stats[s])] =
        number_column<std::int32_t>(rows, [s](const FigureRow& r) { return r.stats[s]; });
  }
  return columns;
}

py::dict fixture_columns(const std::vector<FixtureRow>& rows) {
  py::dict columns;
  columns["starts_at"] =
      number_column<std::int64_t>(rows, [](const FixtureRow& r) { return r.starts_at.unix_ms; });
  columns["home"] = text_column(rows, [](const FixtureRow& r) { return r.home; });
  columns["away"] = text_column(rows, [](const FixtureRow& r) { return r.away; });
  columns["venue"] = text_column(rows, [](const FixtureRow& r) { return r.venue; });
  columns["round"] = text_column(rows, [](const FixtureRow& r) { return r.round; });
  columns["external_id"] = text_column(rows, [](const FixtureRow& r) { return r.external_id; });
  columns["status"] = text_column(rows, [](const FixtureRow& r) {
    return r.status ? std::string(word(*r.status)) : std::string();
  });
  columns["goals_home"] = number_column<std::int32_t>(
      rows, [](const FixtureRow& r) { return r.goals ? r.goals->home : -1; });
  columns["goals_away"] = number_column<std::int32_t>(
      rows, [](const FixtureRow& r) { return r.goals ? r.goals->away : -1; });
  return columns;
}

std::vector<FixtureRow> fixture_rows(const py::dict& columns) {
  const ColumnReader starts(columns, "starts_at");
  const ColumnReader home(columns, "home"), away(columns, "away"), venue(columns, "venue");
  const ColumnReader round(columns, "round"), id(columns, "external_id");
  const ColumnReader status(columns, "status");
  const ColumnReader goals_home(columns, "goals_home"), goals_away(columns, "goals_away");
  std::vector<FixtureRow> rows;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    FixtureRow row;
    row.starts_at = instant_of(starts.value(i), "starts_at");
    row.home = home.text(i);
    row.away = away.text(i);
    row.venue = venue.text(i);
    row.round = round.text(i);
    row.external_id = id.text(i);
    row.status = status_at(status, i);
    row.goals = goals_of(goals_home, goals_away, i);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace auction::python
