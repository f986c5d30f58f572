// Writes CSV that is safe to open in a spreadsheet: RFC 4180, lines end in LF.
//
// A text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage
// return, also full-width) gets an apostrophe in front. Numbers are written as they are.
//
//   CsvWriter csv(text);
//   csv.cell("Reds").cell(-500).end_row();
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "libauction/base/money.h"

namespace auction {

class CsvWriter {
 public:
  explicit CsvWriter(std::string& out) : out_(out) {}

  CsvWriter& cell(std::string_view text);
  CsvWriter& cell(std::int64_t number);
  CsvWriter& cell(Money amount) { return cell(amount.units); }
  CsvWriter& empty();  // a cell without a value
  void end_row();

 private:
  void separate();

  std::string& out_;
  bool first_ = true;
};

}  // namespace auction
