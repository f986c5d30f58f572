#include "libauction/adapters/csv/fixtures.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "libauction/adapters/csv/table_internal.h"
#include "libauction/season/calendar.h"

namespace auction {
namespace {

const std::vector<std::string_view> kFixtureNeeds{
    "startsAt", "homeAssetExternalId", "awayAssetExternalId", "venue", "round", "externalMatchId"};
const std::vector<std::string_view> kFixtureKnows{
    "startsAt",        "homeAssetExternalId", "awayAssetExternalId", "venue", "round",
    "externalMatchId", "goalsHome",           "goalsAway",           "status"};

bool check_fixture_columns(const CsvTable& table, std::vector<CsvFault>& faults) {
  if (!table.check_names(kFixtureNeeds, kFixtureKnows)) return false;
  const std::size_t before = faults.size();
  for (const std::string& name : table.header()) {
    if (std::find(kFixtureKnows.begin(), kFixtureKnows.end(), name) != kFixtureKnows.end())
      continue;
    faults.push_back({table.header_line(), name, "",
                      "is unknown; beside the six there are goalsHome, goalsAway and status"});
  }
  return faults.size() == before;
}

class FixtureReader {
 public:
  explicit FixtureReader(const CsvTable& table) : table_(table) {}

  FixtureRow read(const CsvRow& row) {
    FixtureRow fixture;
    const auto at = read_instant(table_.cell(row, "startsAt"));
    if (!at)
      table_.fail(row, "startsAt", "must be a time with its zone, like 2025-01-15T19:00:00Z");
    fixture.starts_at = at.value_or(Instant{});
    fixture.home = needed(row, "homeAssetExternalId");
    fixture.away = needed(row, "awayAssetExternalId");
    fixture.venue = table_.cell(row, "venue");
    fixture.round = table_.cell(row, "round");
    fixture.external_id = table_.cell(row, "externalMatchId");
    fixture.goals = read_goals(row);
    fixture.status = read_status(row);
    return fixture;
  }

 private:
  const std::string& needed(const CsvRow& row, std::string_view column) {
    const std::string& cell = table_.cell(row, column);
    if (cell.empty()) table_.fail(row, column, "must not be empty");
    return cell;
  }

  std::optional<Goals> read_goals(const CsvRow& row) {
    const bool home = !table_.cell(row, "goalsHome").empty();
    const bool away = !table_.cell(row, "goalsAway").empty();
    if (!home && !away) return std::nullopt;
    if (home != away) {
      table_.fail(row, home ? "goalsAway" : "goalsHome", "is empty where the other has goals");
      return std::nullopt;
    }
    return Goals{goals(row, "goalsHome"), goals(row, "goalsAway")};
  }

  std::int32_t goals(const CsvRow& row, std::string_view column) {
    const std::string& cell = table_.cell(row, column);
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    const bool whole = error == std::errc() && end == cell.data() + cell.size();
    if (whole && value >= 0 && value <= kMaxGoals) return value;
    table_.fail(row, column, "must be 0 to 999");
    return 0;
  }

  std::optional<FixtureStatus> read_status(const CsvRow& row) {
    const std::string& cell = table_.cell(row, "status");
    if (cell.empty()) return std::nullopt;
    const std::optional<FixtureStatus> status = fixture_status(cell);
    if (!status) table_.fail(row, "status", "must be scheduled, live, final or abandoned");
    return status;
  }

  const CsvTable& table_;
};

}  // namespace

FixtureFile read_fixtures(std::string_view text, std::vector<CsvFault>& faults) {
  const CsvTable table(text, faults);
  FixtureFile file;
  if (!table.is_readable() || !check_fixture_columns(table, faults)) return file;
  FixtureReader reader(table);
  for (const CsvRow& row : table.rows()) {
    file.rows.push_back(reader.read(row));
    file.lines.push_back(row.line);
  }
  if (file.rows.empty() && faults.empty()) faults.push_back({0, "", "", "has no row"});
  return file;
}

absl::StatusOr<FixtureFile> fixtures_from_csv(std::string_view text) {
  std::vector<CsvFault> faults;
  FixtureFile file = read_fixtures(text, faults);
  if (!faults.empty()) return to_status(faults);
  return file;
}

namespace {

std::string cell_of(const FixtureRow& row, std::string_view column) {
  if (column == "homeAssetExternalId") return row.home;
  if (column == "awayAssetExternalId") return row.away;
  if (column == "venue") return row.venue;
  if (column == "round") return row.round;
  if (column == "externalMatchId") return row.external_id;
  if (column == "goalsHome" && row.goals) return std::to_string(row.goals->home);
  return "";
}

std::string cell_of(const ScoreRow& row, std::string_view column) {
  if (column == "matchId") return row.match;
  if (column == "playerExternalId") return row.player;
  return "";
}

template <class File>
std::vector<CsvFault> faults_by_line(const SeasonRefusals& refusals, const File& file) {
  std::vector<CsvFault> faults;
  for (const SeasonRefusal& refusal : refusals) {
    std::string message(sentence(refusal.reason));
    if (refusal.limit != 0) message += " (" + std::to_string(refusal.limit) + " would do)";
    const bool row = refusal.row < file.rows.size();
    faults.push_back({row ? file.lines[refusal.row] : 0, std::string(refusal.column),
                      row ? cell_of(file.rows[refusal.row], refusal.column) : "",
                      std::move(message)});
  }
  return faults;
}

bool is_of_its_cell(SeasonReason reason) {
  return reason == SeasonReason::kUnknownTeam || reason == SeasonReason::kUnknownAsset ||
         reason == SeasonReason::kUnknownFixture || reason == SeasonReason::kSameTeam ||
         reason == SeasonReason::kTooLong;
}

template <class File>
void merge(std::vector<CsvFault>& faults, const SeasonRefusals& refusals, const File& file) {
  std::set<std::uint32_t> unread;
  std::set<std::pair<std::uint32_t, std::string>> told;
  for (const CsvFault& fault : faults) {
    unread.insert(fault.line);
    told.emplace(fault.line, fault.column);
  }
  const std::vector<CsvFault> refused = faults_by_line(refusals, file);
  for (std::size_t i = 0; i < refused.size(); ++i) {
    const CsvFault& fault = refused[i];
    const bool whole = !unread.contains(fault.line);
    if (!whole && !is_of_its_cell(refusals[i].reason)) continue;
    if (told.emplace(fault.line, fault.column).second) faults.push_back(fault);
  }
  std::stable_sort(faults.begin(), faults.end(),
                   [](const CsvFault& a, const CsvFault& b) { return a.line < b.line; });
}

}  // namespace

void add_refusals(std::vector<CsvFault>& faults, const SeasonRefusals& refusals,
                  const FixtureFile& file) {
  merge(faults, refusals, file);
}

void add_refusals(std::vector<CsvFault>& faults, const SeasonRefusals& refusals,
                  const ScoreFile& file) {
  merge(faults, refusals, file);
}

std::vector<CsvFault> faults_of(const SeasonRefusals& refusals, const FixtureFile& file) {
  return faults_by_line(refusals, file);
}

std::vector<CsvFault> faults_of(const SeasonRefusals& refusals, const ScoreFile& file) {
  return faults_by_line(refusals, file);
}

}  // namespace auction
