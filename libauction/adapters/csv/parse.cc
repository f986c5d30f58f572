#include <csv.h>

#include "libauction/adapters/csv/parse_internal.h"
#include "libauction/base/utf8.h"

namespace auction {
namespace {

// libcsv calls back with cells and ends of rows. It is fed byte by byte, so that the line at which
// a row begins is known when its first cell is complete.
class Parser {
 public:
  Parser() {
    if (csv_init(&csv_, CSV_STRICT | CSV_STRICT_FINI) != 0) failed_ = "cannot be read";
  }
  ~Parser() { csv_free(&csv_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  // False at the first byte that cannot stand where it stands.
  bool take(char c) {
    const bool ends_line = c == '\n' || c == '\r';
    if (!in_row_ && !ends_line) {
      in_row_ = true;
      row_.line = line_;
    }
    if (csv_parse(&csv_, &c, 1, on_cell, on_row, this) != 1) failed_ = reason();
    if (c == '\n' && last_ != '\r') ++line_;
    if (c == '\r') ++line_;
    last_ = c;
    return failed_ == nullptr;
  }

  bool finish() {
    if (failed_ == nullptr && csv_fini(&csv_, on_cell, on_row, this) != 0) failed_ = reason();
    return failed_ == nullptr;
  }

  const char* failed() const { return failed_; }
  std::uint32_t line() const { return in_row_ ? row_.line : line_; }
  std::vector<CsvRow> rows() && { return std::move(rows_); }

 private:
  static void on_cell(void* cell, std::size_t size, void* self) {
    auto& parser = *static_cast<Parser*>(self);
    if (size > kMaxCsvCell) parser.failed_ = "has a cell of more than 8000 bytes";
    if (parser.row_.cells.size() == kMaxCsvColumns) parser.failed_ = "has more than 250 cells";
    if (parser.failed_ == nullptr) {
      parser.row_.cells.emplace_back(static_cast<const char*>(cell), size);
    }
  }

  static void on_row(int, void* self) {
    auto& parser = *static_cast<Parser*>(self);
    if (parser.failed_ != nullptr) return;
    parser.rows_.push_back(std::move(parser.row_));
    parser.row_ = {};
    parser.in_row_ = false;
  }

  const char* reason() {
    return csv_error(&csv_) == CSV_EPARSE ? "has a quote that is not doubled, or not closed"
                                          : "cannot be read";
  }

  csv_parser csv_{};
  CsvRow row_;
  bool in_row_ = false;
  std::uint32_t line_ = 1;
  char last_ = '\0';
  const char* failed_ = nullptr;
  std::vector<CsvRow> rows_;
};

std::uint32_t line_at(std::string_view text, std::size_t offset) {
  std::uint32_t line = 1;
  for (std::size_t i = 0; i < offset; ++i) line += text[i] == '\n' ? 1u : 0u;
  return line;
}

// A fault that can be told before parsing, or nothing.
std::optional<CsvFault> unreadable(std::string_view text) {
  if (text.size() > kMaxCsvBytes) {
    return CsvFault{0, "", std::to_string(text.size()), "must be 16777216 bytes at most"};
  }
  if (const std::size_t wrong = utf8_prefix(text); wrong < text.size()) {
    return CsvFault{line_at(text, wrong), "", "", "is not UTF-8"};
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= ' ' || c == '\n' || c == '\r' || c == '\t') continue;
    return CsvFault{line_at(text, i), "", "", "has a control character"};
  }
  return std::nullopt;
}

}  // namespace

std::vector<CsvRow> parse_csv(std::string_view text, std::vector<CsvFault>& faults) {
  if (text.substr(0, 3) == "\xef\xbb\xbf") text.remove_prefix(3);
  if (std::optional<CsvFault> fault = unreadable(text)) {
    faults.push_back(*std::move(fault));
    return {};
  }
  Parser parser;
  bool good = parser.failed() == nullptr;
  for (std::size_t i = 0; good && i < text.size(); ++i) good = parser.take(text[i]);
  if (!good || !parser.finish()) {
    faults.push_back({parser.line(), "", "", parser.failed()});
    return {};
  }
  return std::move(parser).rows();
}

}  // namespace auction
