// A CSV file as a table: RFC 4180, strictly, by libcsv.
//
// UTF-8 with or without a byte order mark; lines end in CR LF, LF or CR; blanks around an unquoted
// cell are dropped; empty lines are skipped. Every row has as many cells as the header.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libauction/adapters/csv/csv_fault.h"

namespace auction {

inline constexpr std::size_t kMaxCsvBytes = 16 * 1024 * 1024;
inline constexpr std::size_t kMaxCsvColumns = 250;
inline constexpr std::size_t kMaxCsvCell = 8'000;

struct CsvRow {
  std::uint32_t line = 0;
  std::vector<std::string> cells;
};

class CsvTable {
 public:
  // Faults of the file's form go to `faults`. Those of a row cost the row; those of the file or its
  // header make the table one that cannot be read.
  CsvTable(std::string_view text, std::vector<CsvFault>& faults);

  bool is_readable() const { return readable_; }

  const std::vector<std::string>& header() const { return header_; }
  std::uint32_t header_line() const { return header_line_; }
  const std::vector<CsvRow>& rows() const { return rows_; }

  std::optional<std::size_t> column(std::string_view name) const;

  // The cell, or "" where the file has no such column.
  const std::string& cell(const CsvRow& row, std::string_view name) const;

  void fail(const CsvRow& row, std::string_view column, std::string message) const;

  // A fault unless the header has each of `needed` and no name that differs from one of `known`
  // (which holds `needed`) by case alone. False: there was one.
  bool check_names(const std::vector<std::string_view>& needed,
                   const std::vector<std::string_view>& known) const;

 private:
  void fail_header(std::string column, std::string message) const;
  void check_header() const;
  bool has_header_form(const CsvRow& row) const;

  std::vector<CsvFault>& faults_;
  bool readable_ = false;
  std::uint32_t header_line_ = 1;
  std::vector<std::string> header_;
  std::vector<CsvRow> rows_;
};

}  // namespace auction
