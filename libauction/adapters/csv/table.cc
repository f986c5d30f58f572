#include "libauction/adapters/csv/table_internal.h"

#include <algorithm>

#include "libauction/adapters/csv/parse_internal.h"

namespace auction {
namespace {

std::string lower(std::string_view text) {
  std::string all(text);
  for (char& c : all) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return all;
}

bool has(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

CsvTable::CsvTable(std::string_view text, std::vector<CsvFault>& faults) : faults_(faults) {
  rows_ = parse_csv(text, faults);
  if (!faults.empty()) return;
  if (rows_.empty()) {
    faults_.push_back({0, "", "", "has no header"});
    return;
  }
  header_line_ = rows_.front().line;
  header_ = std::move(rows_.front().cells);
  rows_.erase(rows_.begin());
  check_header();
  readable_ = faults_.empty();
  if (readable_) std::erase_if(rows_, [this](const CsvRow& row) { return !has_header_form(row); });
}

void CsvTable::fail_header(std::string column, std::string message) const {
  faults_.push_back({header_line_, std::move(column), "", std::move(message)});
}

void CsvTable::check_header() const {
  for (std::size_t i = 0; i < header_.size(); ++i) {
    const auto same =
        std::find(header_.begin(), header_.begin() + static_cast<std::ptrdiff_t>(i), header_[i]);
    const bool twice = same != header_.begin() + static_cast<std::ptrdiff_t>(i);
    if (header_[i].empty()) {
      fail_header("", "column " + std::to_string(i + 1) + " has no name");
    } else if (header_[i].find_first_of("\r\n") != std::string::npos) {
      fail_header("", "column " + std::to_string(i + 1) + " has two lines");
    } else if (twice) {
      fail_header(header_[i], "stands twice in the header");
    }
  }
}

bool CsvTable::has_header_form(const CsvRow& row) const {
  if (row.cells.size() != header_.size()) {
    faults_.push_back({row.line, "", "",
                       "has " + std::to_string(row.cells.size()) + " cells, the header has " +
                           std::to_string(header_.size())});
    return false;
  }
  bool good = true;
  for (std::size_t i = 0; i < header_.size(); ++i) {
    if (row.cells[i].find_first_of("\r\n") == std::string::npos) continue;
    faults_.push_back({row.line, header_[i], "", "must be one line"});
    good = false;
  }
  return good;
}

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  for (std::size_t i = 0; i < header_.size(); ++i) {
    if (header_[i] == name) return i;
  }
  return std::nullopt;
}

const std::string& CsvTable::cell(const CsvRow& row, std::string_view name) const {
  static const std::string kNone;
  const std::optional<std::size_t> i = column(name);
  return i ? row.cells[*i] : kNone;
}

void CsvTable::fail(const CsvRow& row, std::string_view column, std::string message) const {
  faults_.push_back({row.line, std::string(column), cell(row, column), std::move(message)});
}

bool CsvTable::check_names(const std::vector<std::string_view>& needed,
                           const std::vector<std::string_view>& known) const {
  const std::size_t before = faults_.size();
  for (const std::string_view name : needed) {
    if (!column(name)) fail_header(std::string(name), "is missing in the header");
  }
  for (const std::string& name : header_) {
    if (has(known, name)) continue;
    for (const std::string_view meant : known) {
      if (lower(meant) != lower(name)) continue;
      fail_header(name, "must be written " + std::string(meant));
    }
  }
  return faults_.size() == before;
}

}  // namespace auction
