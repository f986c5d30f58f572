// Figures from CSV: any order of columns, all or none, and each fault with its line and column.
#include "libauction/adapters/csv/figures.h"

#include "libauction/scoring/rule_books.h"
#include "tests/catch.h"

using namespace auction;

namespace {

const std::string kFpl =
    "fixture,element,name,position,minutes,goals_scored,assists,clean_sheets,goals_conceded,"
    "own_goals,penalties_saved,penalties_missed,yellow_cards,red_cards,saves,bonus\n"
    "1,54,Tom Heaton,GK,90,0,0,0,1,0,0,0,0,0,7,0\n"
    "1,55,\"Lowton, Matthew\",DEF,90,1,0,0,1,0,0,0,1,0,0,\n";

const std::string kPilot =
    "matchId,playerExternalId,runs,wickets,catches,stumpings,runOuts\n"
    "m1,p1,89,0,1,0,0\n"
    "m1,p2,8,5,1,0,0\n";

std::string changed(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string fpl_faults(const std::string& text) {
  const auto rows = fpl_figures_from_csv(text, *rule_book("fpl-2016-17"));
  if (rows.ok()) return "reads";
  std::string all;
  for (const CsvFault& fault : csv_faults(rows.status())) {
    all += (all.empty() ? "" : "; ") + to_text(fault);
  }
  return all;
}

std::vector<std::string> points_of(const std::string& text) {
  const RuleBook book = *rule_book("pilot-cricket");
  const auto rows = cricket_figures_from_csv(text, book);
  INFO(rows.status());
  REQUIRE(rows.ok());
  std::vector<std::string> all;
  for (const FigureRow& row : *rows) {
    all.push_back(row.match + " " + row.player + " " +
                  points_text(points(book, row_of(row)), book.scale));
  }
  return all;
}

}  // namespace

TEST_CASE("FPL rows: figures by name, an empty cell is nothing") {
  const RuleBook book = *rule_book("fpl-2016-17");
  const auto rows = fpl_figures_from_csv(kFpl, book);
  INFO(rows.status());
  REQUIRE(rows.ok());
  REQUIRE(rows->size() == 2);
  CHECK((*rows)[0].match == "1");
  CHECK((*rows)[0].player == "54");
  CHECK(points(book, row_of((*rows)[0])) == 4);
  CHECK(points(book, row_of((*rows)[1])) == 7);
  CHECK((*rows)[1].line == 3);
}

TEST_CASE("the pilot's scores: its check values, and the same row again replaces") {
  CHECK(points_of(kPilot) == std::vector<std::string>{"m1 p1 109", "m1 p2 168"});
  CHECK(points_of(kPilot + "m1,p1,112,0,0,0,0\n") ==
        std::vector<std::string>{"m1 p1 147", "m1 p2 168"});
  CHECK(points_of(kPilot + kPilot.substr(kPilot.find("m1"))) == points_of(kPilot));
}

TEST_CASE("the pilot's scores: headers in any order, with a mark and CR LF") {
  CHECK(points_of(
            "\xef\xbb\xbfrunOuts,stumpings,playerExternalId,catches,matchId,balls,runs,wickets\r\n"
            "1,3,p,2,m,50,45,0\r\n") == std::vector<std::string>{"m p 120"});
}

TEST_CASE("figures that do not read: every fault with its line and column") {
  const std::pair<std::string, std::string> rows[] = {
      {changed(kFpl, "90,0", "9O,0"),
       "line 2, column minutes: must be a whole number from -10000 to 30000, not 9O"},
      {changed(kFpl, "90,0", "90.0,0"),
       "line 2, column minutes: must be a whole number from -10000 to 30000, not 90.0"},
      {changed(kFpl, "90,0", "1e2,0"),
       "line 2, column minutes: must be a whole number from -10000 to 30000, not 1e2"},
      {changed(kFpl, "90,0", "+90,0"),
       "line 2, column minutes: must be a whole number from -10000 to 30000, not +90"},
      {changed(kFpl, "90,0", "30001,0"),
       "line 2, column minutes: must be a whole number from -10000 to 30000, not 30001"},
      {changed(kFpl, "90,0", "=1+1,0"),
       "line 2, column minutes: must be a whole number from -10000 to 30000, not =1+1"},
      {changed(kFpl, "GK", "GKP"), "line 2, column position: must be GK, DEF, MID or FWD, not GKP"},
      {changed(kFpl, "1,54", ",54"), "line 2, column fixture: must not be empty"},
      {changed(kFpl, "1,55", "1,54"),
       "line 3, column element: is in this fixture already, on line 2, not 54"},
      {changed(kFpl, "1,54,Tom Heaton,GK,90", "x,54,Tom Heaton,GX,9a"),
       "line 2, column position: must be GK, DEF, MID or FWD, not GX; "
       "line 2, column minutes: must be a whole number from -10000 to 30000, not 9a"},
  };
  for (const auto& [text, message] : rows) {
    CAPTURE(text);
    CHECK(fpl_faults(text) == message);
  }
}

TEST_CASE("figure files of the wrong form are refused as a whole") {
  const std::string rows[] = {
      "",
      "fixture\n",
      changed(kFpl, "minutes,", ""),
      changed(kFpl, "minutes", "Minutes"),
      changed(kFpl, "minutes", "saves"),
      changed(kFpl, "fixture,", ","),
      changed(kFpl, "1,54", "1,1,54"),
      changed(kFpl, "\"Lowton", "\"Low\"ton"),
      changed(kFpl, "Matthew\"", "Matthew"),
      changed(kFpl, "Tom", std::string("T\0m", 3)),
      changed(kFpl, "Tom", "T\xffm"),
      changed(kFpl, "Tom", std::string(9000, 'x')),
      std::string("\xff\xfe") + "f\0i\0",
      std::string(2'000'000, ','),
      kFpl.substr(0, kFpl.size() - 5),
  };
  for (const std::string& text : rows) {
    CAPTURE(text.substr(0, 80));
    CHECK(fpl_faults(text) != "reads");
  }
}
