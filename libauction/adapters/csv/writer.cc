#include "libauction/adapters/csv/writer.h"

#include <array>

namespace auction {
namespace {

bool begins_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool looks_like_formula(std::string_view text) {
  constexpr std::array<std::string_view, 10> kStarts{
      "=",           "+", "-", "@", "\t", "\r", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d",
      "\xef\xbc\xa0"};
  while (begins_with(text, " ")) text.remove_prefix(1);
  for (const std::string_view start : kStarts) {
    if (begins_with(text, start)) return true;
  }
  return false;
}

bool needs_quotes(std::string_view text) {
  if (text.empty()) return true;  // else a row of one empty cell would be an empty line
  return text.find_first_of(",\"\r\n\t;") != std::string_view::npos || text.front() == ' ' ||
         text.back() == ' ';
}

}  // namespace

void CsvWriter::separate() {
  if (!first_) out_.push_back(',');
  first_ = false;
}

CsvWriter& CsvWriter::cell(std::string_view text) {
  separate();
  const std::string safe = (looks_like_formula(text) ? "'" : "") + std::string(text);
  if (!needs_quotes(safe)) {
    out_ += safe;
    return *this;
  }
  out_.push_back('"');
  for (const char c : safe) {
    if (c == '"') out_.push_back('"');
    out_.push_back(c);
  }
  out_.push_back('"');
  return *this;
}

CsvWriter& CsvWriter::cell(std::int64_t number) {
  separate();
  out_ += std::to_string(number);
  return *this;
}

CsvWriter& CsvWriter::empty() {
  separate();
  return *this;
}

void CsvWriter::end_row() {
  out_.push_back('\n');
  first_ = true;
}

}  // namespace auction
