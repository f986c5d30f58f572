// Every row of every FPL season file beside the repository, exact; and the bonus of every fixture.
#include <iostream>
#include <set>

#include "libauction/adapters/csv/figures.h"
#include "libauction/adapters/results/fpl.h"
#include "libauction/scoring/rule_books.h"
#include "libauction/scoring/sheet.h"
#include "tests/catch.h"
#include "tests/results/data.h"

using namespace auction;

namespace {

constexpr const char* kSeasons[] = {"2016-17", "2019-20", "2020-21",
                                    "2023-24", "2024-25", "2025-26"};

std::string path_of(const std::string& season) {
  return "football/fpl_player_match_" + season + ".csv";
}

// A book that reads one more column, the official total, and scores nothing for it.
RuleBook with_total(RuleBook book) {
  book.stats.emplace_back("total_points");
  return book;
}

// Minutes of a fixture add up to two elevens for its ninety, but for players sent off: a fixture
// with fewer than 22 players is not whole in the file.
bool is_complete(const std::vector<BonusRow>& rows) {
  int played = 0;
  for (const BonusRow& row : rows) played += row.line.minutes > 0;
  return played >= 22;
}

// The table as the API would tell it: element-summaries of all players in one, and their positions.
struct Answers {
  std::string players = "{\"elements\":[";
  std::string figures = "{\"history\":[";
};

Answers answers_of(const std::vector<results_data::Row>& rows, const RuleBook& book) {
  const std::map<std::string, std::string> types{
      {"GK", "1"}, {"DEF", "2"}, {"MID", "3"}, {"FWD", "4"}};
  Answers answers;
  std::set<std::string> seen;
  for (const results_data::Row& row : rows) {
    const std::string& element = row.at("element");
    if (seen.insert(element).second) {
      if (seen.size() > 1) answers.players += ",";
      answers.players += "{\"id\":" + element +
                         ",\"web_name\":\"x\",\"team\":" + row.at("team_id") +
                         ",\"element_type\":" + types.at(row.at("position")) + "}";
    }
    if (answers.figures.ends_with('}')) answers.figures += ",";
    answers.figures += "{\"element\":" + element + ",\"fixture\":" + row.at("fixture");
    for (const std::string& stat : book.stats) {
      const std::string& value = row.at(stat);
      answers.figures += ",\"" + stat + "\":" + (value.empty() ? "0" : value);
    }
    answers.figures += "}";
  }
  answers.players += "]}";
  answers.figures += "]}";
  return answers;
}

}  // namespace

TEST_CASE("FPL: every player-match of every season is scored as officially") {
  int rows_total = 0, exact_total = 0;
  for (const char* season : kSeasons) {
    CAPTURE(season);
    const auto text = results_data::text(path_of(season));
    if (!text) return;
    const RuleBook book = with_total(*rule_book("fpl-" + std::string(season)));
    const auto rows = fpl_figures_from_csv(*text, book);
    INFO(rows.status());
    REQUIRE(rows.ok());
    Sheet sheet(book.stats.size());
    for (const FigureRow& row : *rows) REQUIRE(sheet.add(row_of(row)));
    const std::vector<std::int64_t> columnar = points(book, sheet);
    int exact = 0;
    for (std::size_t i = 0; i < rows->size(); ++i) {
      const FigureRow& row = (*rows)[i];
      const bool same = points(book, row_of(row)) == row.stats.back();
      exact += same;
      if (!same) UNSCOPED_INFO("line " << row.line);
      if (columnar[i] != points(book, row_of(row))) FAIL("columns and rows differ");
    }
    CHECK(exact == static_cast<int>(rows->size()));
    rows_total += static_cast<int>(rows->size());
    exact_total += exact;
  }
  std::cout << "fpl: " << exact_total << " of " << rows_total << " player-matches exact\n";
  CHECK(rows_total == 56'697);
}

TEST_CASE("FPL: the bonus follows from the bonus system's values in every complete fixture") {
  int fixtures = 0, incomplete = 0, exact = 0;
  for (const char* season : kSeasons) {
    const auto text = results_data::text(path_of(season));
    if (!text) return;
    const auto rows = fpl_bonus_from_csv(*text);
    INFO(rows.status());
    REQUIRE(rows.ok());
    std::map<std::string, std::vector<BonusRow>> by_fixture;
    for (const BonusRow& row : *rows) by_fixture[row.fixture].push_back(row);
    for (const auto& [fixture, players] : by_fixture) {
      if (!is_complete(players)) {
        ++incomplete;
        std::cout << "  incomplete: " << season << " fixture " << fixture << ", " << players.size()
                  << " players\n";
        continue;
      }
      ++fixtures;
      std::vector<BonusLine> lines;
      for (const BonusRow& row : players) lines.push_back(row.line);
      const std::vector<std::int32_t> bonus = bonus_points(lines);
      bool same = true;
      for (std::size_t i = 0; i < players.size(); ++i) same &= bonus[i] == players[i].given;
      exact += same;
      if (!same) std::cout << "  differs: " << season << " fixture " << fixture << "\n";
    }
  }
  std::cout << "fpl bonus: " << exact << " of " << fixtures << " complete fixtures exact, "
            << incomplete << " incomplete\n";
  CHECK(exact == fixtures);
  CHECK(fixtures > 1'500);
}

TEST_CASE("FPL: a season in the API's JSON scores as its CSV and as officially") {
  const auto text = results_data::text(path_of("2025-26"));
  const auto table = results_data::rows(path_of("2025-26"));
  if (!text || !table) return;
  const RuleBook book = with_total(*rule_book("fpl-2025-26"));
  const Answers answers = answers_of(*table, book);
  const auto players = players_from_fpl(answers.players);
  INFO(players.status());
  REQUIRE(players.ok());
  const auto rows = figures_from_fpl(answers.figures, *players, book);
  INFO(rows.status());
  REQUIRE(rows.ok());
  const auto csv = fpl_figures_from_csv(*text, book);
  REQUIRE(csv.ok());
  REQUIRE(rows->size() == csv->size());
  for (std::size_t i = 0; i < rows->size(); ++i) {
    const FigureRow& row = (*rows)[i];
    REQUIRE(row.stats == (*csv)[i].stats);
    REQUIRE(row.position == (*csv)[i].position);
    REQUIRE(points(book, row_of(row)) == row.stats.back());
  }
}
