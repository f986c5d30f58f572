#include "tests/results/data.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include "libauction/adapters/results/cricsheet.h"
#include "tests/catch.h"

namespace fs = std::filesystem;

namespace results_data {
namespace {

fs::path folder_of(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? fs::path() : fs::path(value);
}

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool twice = quoted && line[i] == '"' && i + 1 < line.size() && line[i + 1] == '"';
    if (twice) {
      cells.back().push_back('"');
      ++i;
    } else if (line[i] == '"') {
      quoted = !quoted;
    } else if (line[i] == ',' && !quoted) {
      cells.emplace_back();
    } else if (line[i] != '\r') {
      cells.back().push_back(line[i]);
    }
  }
  return cells;
}

std::vector<fs::path> sorted(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

// Tests run side by side: each unpacks into a folder of its own and the first to be done renames.
fs::path unpacked(const fs::path& archive) {
  std::string set = archive.filename().string();
  set.resize(set.size() - std::string(".tar.gz").size());
  const fs::path place = folder_of("LIBAUCTION_BUILD_DIR") / "cricsheet" / set;
  if (fs::exists(place)) return place;
  const fs::path own = place.string() + "." + std::to_string(getpid());
  fs::create_directories(own);
  const std::string command =
      "cd '" + own.string() + "' && cmake -E tar xzf '" + archive.string() + "'";
  REQUIRE(std::system(command.c_str()) == 0);
  std::error_code taken;
  fs::rename(own / set, place, taken);
  fs::remove_all(own);
  REQUIRE(fs::exists(place));
  return place;
}

}  // namespace

std::optional<std::string> text(const std::string& path) {
  const fs::path file = folder_of("LIBAUCTION_DATA") / path;
  if (!fs::exists(file)) {
    std::cout << "SKIPPED: no " << path << " under LIBAUCTION_DATA\n";
    return std::nullopt;
  }
  return read(file);
}

std::optional<std::vector<Row>> rows(const std::string& path) {
  const std::optional<std::string> all = text(path);
  if (!all) return std::nullopt;
  std::vector<Row> rows;
  std::vector<std::string> header;
  for (std::size_t at = 0; at < all->size();) {
    const std::size_t end = std::min(all->find('\n', at), all->size());
    const std::vector<std::string> cells = cells_of(all->substr(at, end - at));
    at = end + 1;
    if (header.empty()) {
      header = cells;
      continue;
    }
    REQUIRE(cells.size() == header.size());
    Row& row = rows.emplace_back();
    for (std::size_t i = 0; i < cells.size(); ++i) row[header[i]] = cells[i];
  }
  return rows;
}

bool cricsheet_files(const std::string& prefix, const std::function<void(const File&)>& each) {
  const fs::path folder = folder_of("LIBAUCTION_DATA") / "cricket";
  if (!fs::exists(folder) || folder_of("LIBAUCTION_BUILD_DIR").empty()) {
    std::cout << "SKIPPED: no cricket/ under LIBAUCTION_DATA\n";
    return false;
  }
  for (const fs::path& archive : sorted(folder)) {
    const std::string name = archive.filename().string();
    if (!name.ends_with(".tar.gz") || !name.starts_with(prefix)) continue;
    const fs::path set = unpacked(archive);
    for (const fs::path& file : sorted(set)) {
      each({set.filename().string(), file.stem().string(), read(file)});
    }
  }
  return true;
}

bool cricsheet_matches(const std::string& prefix, const std::function<void(const Match&)>& each) {
  return cricsheet_files(prefix, [&](const File& file) {
    auto match = auction::match_from_cricsheet(file.text);
    INFO(file.set << "/" << file.id << ": " << match.status());
    REQUIRE(match.ok());
    each({file.set, file.id, *std::move(match)});
  });
}

}  // namespace results_data
