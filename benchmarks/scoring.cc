// How fast are points? A season of player-matches column by column beside row by row, and Cricsheet
// matches read and scored beside plain JSON parsing of the same bytes.
//
// The rows are drawn from a seed in the likeness of a Premier League season. The matches are those
// of the examples' samples, or of a folder given by --matches=FOLDER.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "benchmarks/harness.h"
#include "libauction/adapters/results/cricsheet.h"
#include "libauction/base/check.h"
#include "libauction/base/random.h"
#include "libauction/scoring/cricket_points.h"
#include "libauction/scoring/rule_books.h"
#include "libauction/scoring/sheet.h"

namespace {

using namespace auction;

constexpr std::size_t kRows = 1'000'000;
constexpr const char* kMatches = "tests/results/cricsheet";

struct Season {
  std::vector<std::int32_t> stats;  // row by row
  std::vector<std::uint8_t> positions;
};

// How often a figure is not zero (in a thousand), and its greatest value then: as in 2025/26.
struct Likely {
  const char* stat;
  std::uint64_t per_mille;
  std::uint64_t most;
};

constexpr Likely kLikely[] = {{"minutes", 1000, 90},
                              {"goals_scored", 80, 3},
                              {"assists", 78, 2},
                              {"clean_sheets", 200, 1},
                              {"goals_conceded", 597, 5},
                              {"own_goals", 3, 1},
                              {"penalties_saved", 2, 1},
                              {"penalties_missed", 2, 1},
                              {"yellow_cards", 118, 1},
                              {"red_cards", 4, 1},
                              {"saves", 61, 10},
                              {"bonus", 103, 3},
                              {"clearances_blocks_interceptions", 701, 21},
                              {"tackles", 547, 11},
                              {"recoveries", 827, 16}};

Season drawn_season(const RuleBook& book) {
  SplitMix64 chance(2025);
  Season season;
  season.stats.assign(kRows * book.stats.size(), 0);
  for (std::size_t row = 0; row < kRows; ++row) {
    season.positions.push_back(static_cast<std::uint8_t>(chance.below(4)));
    for (const Likely& likely : kLikely) {
      if (chance.below(1000) >= likely.per_mille) continue;
      const std::size_t stat = find_stat(book, likely.stat).value();
      season.stats[row * book.stats.size() + stat] =
          static_cast<std::int32_t>(1 + chance.below(likely.most));
    }
  }
  return season;
}

void bench_season(bench::Table& table) {
  const RuleBook book = *rule_book("fpl-2025-26");
  const Season season = drawn_season(book);
  const std::size_t width = book.stats.size();
  const auto row = [&](std::size_t i) {
    return Row{{season.stats.data() + i * width, width}, season.positions[i]};
  };
  Sheet sheet(width);
  for (std::size_t i = 0; i < kRows; ++i) AUCTION_CHECK(sheet.add(row(i)), "figures are small");
  std::vector<std::int64_t> by_row(kRows);
  std::vector<std::int64_t> by_column(kRows);
  const auto rows = [&] {
    return bench::timed([&] {
      for (std::size_t i = 0; i < kRows; ++i) by_row[i] = points(book, row(i));
      bench::keep(by_row);
    });
  };
  const auto columns = [&] {
    return bench::timed([&] {
      points(book, sheet, by_column);
      bench::keep(by_column);
    });
  };
  table.compare("1,000,000 FPL player-matches", {"row by row", rows}, {"column by column", columns},
                static_cast<double>(kRows), 6.0);
  AUCTION_CHECK(by_row == by_column, "both ways give the same points");
}

std::vector<std::string> texts_of(const std::string& folder) {
  std::vector<std::string> texts;
  if (!std::filesystem::is_directory(folder)) return texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

std::int64_t points_of(const std::string& text, const RuleBook& book) {
  const auto match = match_from_cricsheet(text);
  AUCTION_CHECK(match.ok(), "the sample reads");
  const CricketScore score = score_of(*match);
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < match->players.size(); ++i) {
    sum += points(book, score, {static_cast<std::uint16_t>(i)});
  }
  return sum;
}

void bench_cricsheet(bench::Table& table, const std::string& folder) {
  const std::vector<std::string> texts = texts_of(folder);
  if (texts.empty()) return table.note("no Cricsheet matches in " + folder);
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  const RuleBook book = *rule_book("dream11-t20-2026");
  const auto parse = [&] {
    return bench::timed([&] {
      for (const std::string& text : texts) {
        const auto json = nlohmann::json::parse(text);
        bench::keep(json);
      }
    });
  };
  const auto score = [&] {
    return bench::timed([&] {
      for (const std::string& text : texts) {
        const std::int64_t sum = points_of(text, book);
        bench::keep(sum);
      }
    });
  };
  table.compare("Cricsheet, a byte", {"nlohmann/json parses", parse}, {"read and score", score},
                static_cast<double>(bytes), 0.5);
  table.note(std::to_string(texts.size()) + " matches, " + std::to_string(bytes) + " bytes");
}

}  // namespace

int main(int argc, char** argv) {
  std::string folder = kMatches;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument.starts_with("--matches=")) folder = argument.substr(10);
  }
  bench::Table table("scoring", argc, argv);
  bench_season(table);
  bench_cricsheet(table, folder);
  return table.finish();
}
