#include <algorithm>
#include <charconv>
#include <map>

#include "libauction/adapters/csv/fixtures.h"
#include "libauction/adapters/csv/table_internal.h"
#include "libauction/season/calendar.h"

namespace auction {
namespace {

const std::vector<std::string_view> kFootballDataNeeds{"Date", "HomeTeam", "AwayTeam", "FTHG",
                                                       "FTAG"};
const std::vector<std::string_view> kFootballDataKnows{"Date", "Time", "HomeTeam", "AwayTeam",
                                                       "FTHG", "FTAG", "FTR"};

class ResultReader {
 public:
  explicit ResultReader(const CsvTable& table) : table_(table) {}

  FixtureRow read(const CsvRow& row) {
    FixtureRow fixture;
    fixture.starts_at = read_start(row);
    fixture.home = team(row, "HomeTeam");
    fixture.away = team(row, "AwayTeam");
    if (!fixture.home.empty() && fixture.home == fixture.away) {
      table_.fail(row, "AwayTeam", "cannot meet itself");
    }
    const auto [met, fresh] = lines_.try_emplace({fixture.home, fixture.away}, row.line);
    if (!fresh) {
      table_.fail(row, "HomeTeam",
                  "met this team at home on line " + std::to_string(met->second) + " already");
    }
    read_goals(row, fixture);
    return fixture;
  }

 private:
  Instant read_start(const CsvRow& row) {
    const std::optional<Instant> day = read_day(table_.cell(row, "Date"));
    if (!day) table_.fail(row, "Date", "must be a day, like 2024-08-16 or 16/08/24");
    const std::string& cell = table_.cell(row, "Time");
    const std::optional<Millis> time = cell.empty() ? Millis{} : read_time_of_day(cell);
    if (!time) table_.fail(row, "Time", "must be a time of day, like 19:30");
    return day && time ? *day + *time : Instant{};
  }

  const std::string& team(const CsvRow& row, std::string_view column) {
    const std::string& cell = table_.cell(row, column);
    if (cell.empty()) table_.fail(row, column, "must not be empty");
    return cell;
  }

  std::optional<std::int32_t> goals(const CsvRow& row, std::string_view column) {
    const std::string& cell = table_.cell(row, column);
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    const bool whole = error == std::errc() && end == cell.data() + cell.size();
    if (whole && value >= 0 && value <= kMaxGoals) return value;
    table_.fail(row, column, "must be 0 to 999");
    return std::nullopt;
  }

  void read_goals(const CsvRow& row, FixtureRow& fixture) {
    const bool played = !table_.cell(row, "FTHG").empty() || !table_.cell(row, "FTAG").empty();
    if (!played) return;
    const std::optional<std::int32_t> home = goals(row, "FTHG");
    const std::optional<std::int32_t> away = goals(row, "FTAG");
    if (!home || !away) return;
    fixture.goals = Goals{*home, *away};
    const char* result = *home > *away ? "H" : *home < *away ? "A" : "D";
    const std::string& stated = table_.cell(row, "FTR");
    if (stated.empty() || stated == result) return;
    table_.fail(row, "FTR", std::string("must be ") + result + " by the goals");
  }

  const CsvTable& table_;
  std::map<std::pair<std::string, std::string>, std::uint32_t> lines_;
};

bool is_blank(const CsvRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return cell.empty(); });
}

}  // namespace

absl::StatusOr<FixtureFile> results_from_football_data(std::string_view text) {
  std::vector<CsvFault> faults;
  const CsvTable table(text, faults);
  if (faults.empty()) table.check_names(kFootballDataNeeds, kFootballDataKnows);
  FixtureFile file;
  if (faults.empty()) {
    ResultReader reader(table);
    for (const CsvRow& row : table.rows()) {
      if (is_blank(row)) continue;
      file.rows.push_back(reader.read(row));
      file.lines.push_back(row.line);
    }
    if (file.rows.empty()) faults.push_back({0, "", "", "has no row"});
  }
  if (!faults.empty()) return to_status(faults);
  return file;
}

}  // namespace auction
