// The FPL API's answers. The samples are made up, in the shape the API had in 2025/26.
#include "libauction/adapters/results/fpl.h"

#include "libauction/scoring/rule_books.h"
#include "tests/catch.h"

using namespace auction;

namespace {

const std::string kBootstrap = R"({"events":[{"id":1,"name":"Gameweek 1"}],"total_players":2,
  "elements":[{"id":1,"web_name":"Keeper","team":3,"element_type":1,"now_cost":55,"form":"2.5"},
              {"id":9,"web_name":"Back","team":4,"element_type":2,"now_cost":45,"form":"0.0"}],
  "element_types":[{"id":1,"singular_name_short":"GKP"}]})";

// The figures of a match, in the API's order; influence and expected goals are texts there.
std::string stats(int minutes, int goals, int saves, int clearances) {
  return "\"minutes\":" + std::to_string(minutes) + ",\"goals_scored\":" + std::to_string(goals) +
         R"(,"assists":0,"clean_sheets":0,"goals_conceded":1,"own_goals":0,"penalties_saved":0,)"
         R"("penalties_missed":0,"yellow_cards":1,"red_cards":0,"saves":)" +
         std::to_string(saves) +
         R"(,"bonus":3,"bps":31,"influence":"12.4","clearances_blocks_interceptions":)" +
         std::to_string(clearances) + R"(,"recoveries":2,"tackles":1,"in_dreamteam":false)";
}

std::string live(const std::string& explain) {
  return R"({"elements":[{"id":1,"stats":{)" + stats(90, 0, 7, 0) + R"(},"explain":)" + explain +
         R"(,"modified":false},{"id":9,"stats":{)" + stats(0, 0, 0, 0) + R"(},"explain":[]}]})";
}
const std::string kLive =
    live(R"([{"fixture":5,"stats":[{"identifier":"minutes","points":2,"value":90}]}])");

const std::string kSummary = R"({"fixtures":[{"id":30,"minutes":0}],"history_past":[],"history":[
  {"element":9,"fixture":5,"round":1,"total_points":14,)" +
                             stats(90, 1, 0, 9) + R"(},
  {"element":9,"fixture":15,"round":2,"total_points":4,)" +
                             stats(59, 0, 0, 8) + "}]}";

const RuleBook kBook = *rule_book("fpl-2025-26");

std::string told(const std::string& json, const RuleBook& book = kBook) {
  const auto rows = figures_from_fpl(json, *players_from_fpl(kBootstrap), book);
  if (!rows.ok()) return std::string(rows.status().message());
  std::string all;
  for (const FigureRow& row : *rows) {
    all += row.match + ":" + row.player + "=" + points_text(points(book, row_of(row)), book.scale) +
           " ";
  }
  return all;
}

std::string spoilt(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("FPL API: the players, with the positions of the books") {
  const auto players = players_from_fpl(kBootstrap);
  INFO(players.status());
  REQUIRE(players.ok());
  REQUIRE(players->size() == 2);
  CHECK((*players)[0].name == "Keeper");
  CHECK((*players)[0].position == "GK");
  CHECK((*players)[1].element == "9");
  CHECK((*players)[1].team == "4");
  CHECK((*players)[1].position == "DEF");
}

TEST_CASE("FPL API: a gameweek gives a row to whoever had a fixture") {
  CHECK(told(kLive) == "5:1=6 ");  // 2 for minutes, 2 for saves, 3 bonus, a yellow card
  CHECK(told(R"({"elements":[]})").empty());
}

TEST_CASE("FPL API: a player's season gives a row a match") {
  CHECK(told(kSummary) == "5:9=12 15:9=3 ");
}

TEST_CASE("FPL API: two fixtures in one sum are refused, with the way out") {
  CHECK(told(live(R"([{"fixture":5,"stats":[]},{"fixture":6,"stats":[]}])")) ==
        "/elements/0/explain: must be one fixture, not 2: the figures are their sum; "
        "element-summary/1 tells them apart");
}

TEST_CASE("FPL API: players that do not read: where, and what would do") {
  const std::pair<std::string, std::string> rows[] = {
      {"", "is not JSON, from byte 1 on"},
      {kBootstrap.substr(0, 200), "is not JSON, from byte 201 on"},
      {"[]", "the text: must be an object, not a list"},
      {"{}", "the text: must have \"elements\""},
      {R"({"elements":{}})", "/elements: must be a list, not an object"},
      {R"({"elements":[7]})", "/elements/0: must be an object, not 7"},
      {spoilt(kBootstrap, R"("id":1,"web)", R"("web)"), "/elements/0: must have \"id\""},
      {spoilt(kBootstrap, R"("id":9)", R"("id":1)"),
       "/elements/1: has the id 1 of an earlier player"},
      {spoilt(kBootstrap, R"("id":9)", R"("id":"9")"),
       "/elements/1/id: must be 1 to 1000000, not \"9\""},
      {spoilt(kBootstrap, R"("element_type":2)", R"("element_type":6)"),
       "/elements/1/element_type: must be 1 to 5, not 6"},
      {spoilt(kBootstrap, R"("Back")", R"("")"), "/elements/1/web_name: must be a text, not \"\""},
  };
  for (const auto& [text, message] : rows) {
    CAPTURE(text.substr(0, 80));
    const auto players = players_from_fpl(text);
    REQUIRE(!players.ok());
    CHECK(std::string(players.status().message()) == message);
  }
}

TEST_CASE("FPL API: figures that do not read: where, and what would do") {
  const std::pair<std::string, std::string> rows[] = {
      {"", "is not JSON, from byte 1 on"},
      {kLive.substr(0, 100), "is not JSON, from byte 101 on"},
      {"\xef\xbb\xbf" + kLive, "begins with a byte order mark"},
      {std::string("\xff\xfe{\0", 4), "is not JSON, from byte 1 on"},
      {R"({"detail":"Not found."})",
       "the text: must have \"elements\" (event live) or \"history\" (element-summary)"},
      {R"({"elements":{"1":{}}})", "/elements: must be a list, not an object"},
      {R"({"history":null})", "/history: must be a list, not null"},
      {spoilt(kLive, R"("id":1)", R"("id":2)"),
       "/elements/0/id: must be a player of bootstrap-static, not 2"},
      {spoilt(kLive, R"("minutes":90)", R"("minutes":90.0)"),
       "/elements/0/stats/minutes: must be -10000 to 30000, not 90.0"},
      {spoilt(kLive, R"("minutes":90)", R"("minutes":"90")"),
       "/elements/0/stats/minutes: must be -10000 to 30000, not \"90\""},
      {spoilt(kLive, R"("minutes":90)", R"("minutes":30001)"),
       "/elements/0/stats/minutes: must be -10000 to 30000, not 30001"},
      {spoilt(kLive, R"("minutes":90)", R"("minutes":null)"),
       "/elements/0/stats/minutes: must be -10000 to 30000, not null"},
      {spoilt(kLive, R"("tackles":1)", R"("tackled":1)"),
       "/elements/0/stats: must have \"tackles\""},
      {spoilt(kLive, R"("fixture":5)", R"("fixture":0)"),
       "/elements/0/explain/0/fixture: must be 1 to 1000000, not 0"},
      {spoilt(kLive, R"("explain":[{"fix)", R"("explained":[{"fix)"),
       "/elements/0: must have \"explain\""},
      {spoilt(kSummary, R"("fixture":15)", R"("fixture":5)"),
       "/history/1/element: is in fixture 5 already"},
      {spoilt(kSummary, R"("element":9)", R"("element":-9)"),
       "/history/0/element: must be 1 to 1000000, not -9"},
  };
  for (const auto& [text, message] : rows) {
    CAPTURE(text.substr(0, 80));
    CHECK(told(text) == message);
  }
}

TEST_CASE("FPL API: a position the book does not list is refused") {
  RuleBook outfield = kBook;
  outfield.positions[0] = "SWEEPER";
  CHECK(told(kLive, outfield) == "/elements/0/id: is GK, a position the book does not list");
}
