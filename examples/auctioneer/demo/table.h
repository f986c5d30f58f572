// A plain table: our own data files, without quotes, blanks or empty lines.
#pragma once

#include <string>
#include <vector>

namespace auction::demo {

struct Table {
  std::string path;
  std::vector<std::vector<std::string>> rows;  // without the header
};

// Stops with bad input unless the first line is exactly `header` and every row has as many cells.
Table read_table(const std::string& path, const std::string& header);

// The whole number in a cell, or Stop.
std::int64_t number(const Table& table, std::size_t row, std::size_t column);

}  // namespace auction::demo
