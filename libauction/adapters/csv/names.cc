#include "libauction/adapters/csv/names.h"

#include <charconv>
#include <map>

#include "libauction/adapters/csv/table_internal.h"

namespace auction {
namespace {

const std::string& needed(const CsvTable& table, const CsvRow& row, std::string_view column) {
  const std::string& cell = table.cell(row, column);
  if (cell.empty()) table.fail(row, column, "must not be empty");
  return cell;
}

}  // namespace

absl::StatusOr<std::vector<NamedId>> names_from_csv(std::string_view text) {
  std::vector<CsvFault> faults;
  const CsvTable table(text, faults);
  if (faults.empty()) table.check_names({"name", "externalId"}, {"name", "externalId"});
  std::vector<NamedId> names;
  std::map<std::string, std::uint32_t> lines;
  if (faults.empty()) {
    for (const CsvRow& row : table.rows()) {
      names.push_back({needed(table, row, "name"), needed(table, row, "externalId")});
      const auto [first, fresh] = lines.try_emplace(names.back().name, row.line);
      if (!fresh) {
        table.fail(row, "name", "stands on line " + std::to_string(first->second) + " already");
      }
    }
  }
  if (!faults.empty()) return to_status(faults);
  return names;
}

absl::StatusOr<std::vector<NamedDeduction>> deductions_from_csv(std::string_view text) {
  std::vector<CsvFault> faults;
  const CsvTable table(text, faults);
  if (faults.empty()) table.check_names({"team", "points"}, {"team", "points", "note"});
  std::vector<NamedDeduction> deductions;
  if (faults.empty()) {
    for (const CsvRow& row : table.rows()) {
      const std::string& cell = table.cell(row, "points");
      std::int32_t points = 0;
      const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), points);
      const bool whole = error == std::errc() && end == cell.data() + cell.size();
      if (!whole || points < -999 || points > 999) {
        table.fail(row, "points", "must be -999 to 999");
      }
      deductions.push_back({needed(table, row, "team"), points, table.cell(row, "note")});
    }
  }
  if (!faults.empty()) return to_status(faults);
  return deductions;
}

}  // namespace auction
