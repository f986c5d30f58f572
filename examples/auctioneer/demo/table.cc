#include "examples/auctioneer/demo/table.h"

#include <algorithm>
#include <charconv>

#include "examples/auctioneer/files.h"
#include "examples/auctioneer/stop.h"

namespace auction::demo {
namespace {

std::vector<std::string> cut(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(at);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

Table read_table(const std::string& path, const std::string& header) {
  std::vector<std::string> lines = cut(cli::read_file(path), '\n');
  if (lines.back().empty()) lines.pop_back();
  if (lines.empty() || lines.front() != header) {
    cli::stop(cli::kBadInput, "{}: line 1: expected {}", path, header);
  }
  const auto columns = std::count(header.begin(), header.end(), ',') + 1;
  Table table{path, {}};
  for (std::size_t i = 1; i < lines.size(); ++i) {
    table.rows.push_back(cut(lines[i], ','));
    const auto cells = static_cast<std::ptrdiff_t>(table.rows.back().size());
    if (cells != columns) {
      cli::stop(cli::kBadInput, "{}: line {}: expected {} cells, not {}", path, i + 1, columns,
                cells);
    }
  }
  return table;
}

std::int64_t number(const Table& table, std::size_t row, std::size_t column) {
  const std::string& cell = table.rows[row][column];
  const char* end = cell.data() + cell.size();
  std::int64_t value = 0;
  const auto read = std::from_chars(cell.data(), end, value);
  if (read.ec != std::errc{} || read.ptr != end || value < 0) {
    cli::stop(cli::kBadInput, "{}: line {}: '{}' is no whole number", table.path, row + 2, cell);
  }
  return value;
}

}  // namespace auction::demo
