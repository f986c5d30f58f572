// The sample matches in the repository, told ball by ball; and a table of files that do not read.
#include "libauction/adapters/results/cricsheet.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "libauction/base/bytes.h"
#include "libauction/base/sha256.h"
#include "libauction/scoring/cricket_points.h"
#include "libauction/scoring/cricket_result.h"
#include "libauction/scoring/rule_books.h"
#include "tests/catch.h"

using namespace auction;

namespace {

CricketMatch sample(const std::string& id) {
  const char* source = std::getenv("LIBAUCTION_SOURCE_DIR");
  const std::string path =
      std::string(source == nullptr ? "." : source) + "/tests/results/cricsheet/" + id + ".json";
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  auto match = match_from_cricsheet(text);
  INFO(path << ": " << match.status());
  REQUIRE(match.ok());
  return *std::move(match);
}

std::string told(const CricketMatch& match) {
  return result_text(result_of(score_of(match).innings()), match.teams);
}

Figures figures_of(const CricketMatch& match, const std::string& name) {
  for (std::size_t i = 0; i < match.players.size(); ++i) {
    if (match.players[i].name == name) {
      return score_of(match).figures({static_cast<std::uint16_t>(i)});
    }
  }
  FAIL("no " + name);
  return {};
}

// The digest of everyone's points under a book.
Digest digest_of(const RuleBook& book, const CricketMatch& match) {
  const CricketScore score = score_of(match);
  Bytes bytes;
  for (std::size_t i = 0; i < match.players.size(); ++i) {
    put_i64(bytes, points(book, score, {static_cast<std::uint16_t>(i)}));
  }
  return sha256(bytes);
}

// A whole small match, to be spoilt in one place.
const std::string kMatch =
    R"({"meta":{"data_version":"1.1.0"},"info":{"balls_per_over":6,"dates":["2020-01-02"],)"
    R"("match_type":"T20","overs":1,"teams":["A","B"],"players":{"A":["a1","a2","a3"],)"
    R"("B":["b1","b2"]},"outcome":{"winner":"A","by":{"runs":5}},)"
    R"("registry":{"people":{"a1":"id1"}}},)"
    R"("innings":[{"team":"A","overs":[{"over":0,"deliveries":[)"
    R"({"batter":"a1","bowler":"b1","non_striker":"a2","runs":{"batter":4,"extras":1,"total":5},)"
    R"("extras":{"noballs":1}},)"
    R"({"batter":"a1","bowler":"b1","non_striker":"a2","runs":{"batter":0,"extras":0,"total":0},)"
    R"("wickets":[{"kind":"caught","player_out":"a1","fielders":[{"name":"b2"}]}]}]}]},)"
    R"({"team":"B","target":{"runs":6,"overs":1},"overs":[]}]})";

std::string spoilt(const std::string& from, const std::string& to) {
  const std::size_t at = kMatch.find(from);
  REQUIRE(at != std::string::npos);
  std::string text = kMatch;
  return text.replace(at, from.size(), to);
}

struct Spoilt {
  std::string from;
  std::string to;
  std::string message;
};

}  // namespace

TEST_CASE("sample matches: winner and margin, a tie by super over, rain and no result") {
  CHECK(told(sample("1216493")) == "tie (Delhi Capitals in the super over)");
  CHECK(told(sample("729309")) == "Delhi Daredevils by 6 wickets");
  CHECK(told(sample("951323")) == "Scotland by 8 wickets");
  CHECK(told(sample("377316")) == "no result");
}

TEST_CASE("ball by ball equals at once, at every ball") {
  const CricketMatch match = sample("1216493");
  CricketScore live(match);
  CricketMatch so_far = match;
  so_far.innings.clear();
  for (const CricketInnings& innings : match.innings) {
    live.begin(innings.header);
    so_far.innings.push_back({innings.header, {}});
    for (const Ball& ball : innings.balls) {
      live.apply(ball);
      so_far.innings.back().balls.push_back(ball);
      REQUIRE(live == score_of(so_far));
    }
  }
  CHECK(live == score_of(match));
}

TEST_CASE("a correction changes the digest of the points, and its inverse restores it") {
  const RuleBook book = *rule_book("dream11-t20-2026");
  CricketMatch match = sample("729309");
  const Digest before = digest_of(book, match);
  Ball& ball = match.innings[0].balls[10];
  const Ball original = ball;
  ball.bat = 6;
  CHECK(digest_of(book, match) != before);
  ball = original;
  CHECK(digest_of(book, match) == before);
}

TEST_CASE("super overs give totals and no figures") {
  const CricketMatch match = sample("1216493");
  CricketMatch without = match;
  std::erase_if(without.innings, [](const CricketInnings& i) { return i.header.super_over; });
  REQUIRE(without.innings.size() == 2);
  const RuleBook book = *rule_book("dream11-t20-2020");
  CHECK(digest_of(book, match) == digest_of(book, without));
  CHECK(score_of(match).innings().size() == 4);
}

TEST_CASE("penalty runs are the side's and nobody's; retired hurt is not out") {
  const CricketMatch match = sample("729309");
  const CricketScore score = score_of(match);
  std::int32_t conceded = 0;
  for (std::size_t i = 0; i < match.players.size(); ++i) {
    const Figures figures = score.figures({static_cast<std::uint16_t>(i)});
    conceded += figures[CricketStat::kConceded];
  }
  std::int32_t runs = 0;
  std::int32_t fielding_extras = 0;
  for (const CricketInnings& innings : match.innings) {
    for (const Ball& ball : innings.balls)
      fielding_extras += ball.byes + ball.leg_byes + ball.penalty;
  }
  for (const InningsTotal& innings : score.innings()) runs += innings.runs;
  CHECK(runs == conceded + fielding_extras);
  CHECK(figures_of(match, "M Vijay")[CricketStat::kInXi] == 1);
}

TEST_CASE("the small match reads, with ids where the registry has them") {
  const auto match = match_from_cricsheet(kMatch);
  INFO(match.status());
  REQUIRE(match.ok());
  CHECK(match->players[0].id == "id1");
  const CricketScore score = score_of(*match);
  CHECK(score.innings()[0].runs == 5);
  CHECK(score.innings()[0].balls == 1);
  CHECK(figures_of(*match, "b2")[CricketStat::kCatches] == 1);
  CHECK(figures_of(*match, "b1")[CricketStat::kConceded] == 5);
  CHECK(figures_of(*match, "a1")[CricketStat::kBalls] == 2);
}

TEST_CASE("Cricsheet files that do not read: where, and what would do") {
  const std::string delivery = "/innings/0/overs/0/deliveries/";
  const Spoilt rows[] = {
      {R"("info")", R"("inf")", "the text: must have \"info\""},
      {R"("outcome":{)", R"("outcom":{)", "/info: must have \"outcome\""},
      {R"("match_type":"T20")", R"("match_type":20)", "/info/match_type: must be a text, not 20"},
      {R"("match_type":"T20",)", "", "/info: must have \"match_type\""},
      {R"(["2020-01-02"])", "[]", "/info/dates: must have a date"},
      {R"(["2020-01-02"])", R"("2020-01-02")", "/info/dates: must be a list, not \"2020-01-02\""},
      {R"("overs":1,)", R"("overs":0,)", "/info/overs: must be 1 to 100, not 0"},
      {R"("overs":1,)", R"("overs":1.5,)", "/info/overs: must be 1 to 100, not 1.5"},
      {R"("balls_per_over":6)", R"("balls_per_over":"6")",
       "/info/balls_per_over: must be 1 to 12, not \"6\""},
      {R"("teams":["A","B"])", R"("teams":["A","A"])", "/info/teams: must be two different teams"},
      {R"("teams":["A","B"])", R"("teams":["A"])", "/info/teams: must be two different teams"},
      {R"("teams":["A","B"])", R"("teams":["A","C"])",
       "/info/players/B: must be the sheet of one of the teams"},
      {R"(["b1","b2"])", R"(["b1","a1"])", "/info/players/B/1: must be listed once, not \"a1\""},
      {R"("winner":"A")", R"("winner":"C")",
       "/info/outcome/winner: must be one of the two teams, not \"C\""},
      {R"("by":{"runs":5})", R"("by":{"runs":-5})",
       "/info/outcome/by/runs: must be 0 to 2000, not -5"},
      {R"("by":{"runs":5})", R"("by":{"wickets":11})",
       "/info/outcome/by/wickets: must be 0 to 10, not 11"},
      {R"("by":{"runs":5})", R"("result":"won")",
       "/info/outcome/result: must be tie, draw or no result, not \"won\""},
      {R"("team":"A",)", R"("team":"C",)",
       "/innings/0/team: must be one of the two teams, not \"C\""},
      {R"("team":"A",)", "", "/innings/0: must have \"team\""},
      {R"("target":{"runs":6)", R"("target":{"runs":0)",
       "/innings/1/target/runs: must be 1 to 2000, not 0"},
      {R"("overs":1},)", R"("overs":1.6},)",
       "/innings/1/target/overs: must be overs and balls, like 20 or 26.1, not 1.6"},
      {R"("overs":1},)", R"("overs":1.25},)",
       "/innings/1/target/overs: must be overs and balls, like 20 or 26.1, not 1.25"},
      {R"("over":0)", R"("over":-1)", "/innings/0/overs/0/over: must be 0 to 999, not -1"},
      {R"("over":0,)", "", "/innings/0/overs/0: must have \"over\""},
      {R"("deliveries":[)", R"("deliveries":5,"x":[)",
       "/innings/0/overs/0/deliveries: must be a list, not 5"},
      {R"("batter":"a1",)", "", delivery + "0: must have batter, bowler, non_striker and runs"},
      {R"("batter":"a1")", R"("batter":"b2")",
       delivery + "0/batter: must be a player of A, not \"b2\""},
      {R"("bowler":"b1")", R"("bowler":"a3")",
       delivery + "0/bowler: must be a player of B, not \"a3\""},
      {R"("bowler":"b1")", R"("bowler":"z")",
       delivery + "0/bowler: must be a player of B, not \"z\""},
      {R"("total":5)", R"("total":4)", delivery + "0/runs/total: must be 5 (4 + 1), not 4"},
      {R"("batter":4)", R"("batter":-4)", delivery + "0/runs/batter: must be 0 to 40, not -4"},
      {R"("batter":4)", R"("batter":"4")", delivery + "0/runs/batter: must be 0 to 40, not \"4\""},
      {R"("batter":4)", R"("batter":4.0)", delivery + "0/runs/batter: must be 0 to 40, not 4.0"},
      {R"("extras":1,)", "", delivery + "0/runs: must have \"extras\""},
      {R"("noballs":1)", R"("noballs":2)",
       delivery + "0/extras: must add up to the extras of the runs, 1, not 2"},
      {R"("noballs":1)", R"("gifts":1)",
       delivery + "0/extras/gifts: must be wides, noballs, byes, legbyes or penalty"},
      {R"("kind":"caught")", R"("kind":"tired")",
       delivery + "1/wickets/0/kind: must be a way of being out, not \"tired\""},
      {R"("kind":"caught",)", "", delivery + "1/wickets/0: must have \"kind\""},
      {R"("player_out":"a1")", R"("player_out":"b1")",
       delivery + "1/wickets/0/player_out: must be a player of A, not \"b1\""},
      {R"([{"name":"b2"}])", R"([{"name":"a2"}])",
       delivery + "1/wickets/0/fielders/0/name: must be a player of B, not \"a2\""},
      {R"([{"name":"b2"}])", R"(["b2"])",
       delivery + "1/wickets/0/fielders/0: must be an object, not \"b2\""},
      {R"([{"name":"b2"}])", R"([{"name":"b2","substitute":1}])",
       delivery + "1/wickets/0/fielders/0/substitute: must be true or false, not 1"},
      {R"({"team":"B",)", R"({"team":"B","super_over":0,)",
       "/innings/1/super_over: must be true or false, not 0"},
      {R"({"team":"B",)", R"({"team":"B","miscounted_overs":{"x":{}},)",
       "/innings/1/miscounted_overs/x: must be named by an over"},
      {R"({"team":"B",)", R"({"team":"A","overs":[]},{"team":"A","overs":[]},{"team":"B",)",
       "/innings/2: is the third innings of its team"},
      {R"("meta":{)", R"("meta":{"data_version":1,)", "has the key \"data_version\" twice"},
      {R"("data_version":"1.1.0")", R"("n":99999999999999999999)", "/info: must have \"outcome\""},
  };
  for (const Spoilt& row : rows) {
    CAPTURE(row.from, row.to);
    const auto match = match_from_cricsheet(spoilt(row.from, row.to));
    if (row.from == R"("data_version":"1.1.0")") {
      CHECK(match.ok());  // a number too large for us, where nobody looks
      continue;
    }
    REQUIRE(!match.ok());
    CHECK(std::string(match.status().message()) == row.message);
  }
}

TEST_CASE("texts that are no JSON at all") {
  const std::pair<std::string, std::string> rows[] = {
      {"", "is not JSON, from byte 1 on"},
      {"null", "the text: must be an object, not null"},
      {"[]", "the text: must be an object, not a list"},
      {"{}", "the text: must have \"info\""},
      {kMatch.substr(0, 300), "is not JSON, from byte 301 on"},
      {kMatch + "x", "is not JSON, from byte " + std::to_string(kMatch.size() + 1) + " on"},
      {"\xef\xbb\xbf" + kMatch, "begins with a byte order mark"},
      {std::string("{\0", 2), "is not JSON, from byte 2 on"},
      {std::string("\xff\xfe{\0", 4), "is not JSON, from byte 1 on"},
      {"{\"a\":\"\xff\"}", "is not JSON, from byte 7 on"},
      {std::string(40, '['), "is nested deeper than 32"},
      {"{'a':1}", "is not JSON, from byte 2 on"},
      {"{\"a\":NaN}", "is not JSON, from byte 6 on"},
      {"{\"a\":18446744073709551615}", "has a number beyond 64 bits"},
      {std::string(16 * 1024 * 1024 + 1, ' '), "must be 16777216 bytes at most"},
  };
  for (const auto& [text, message] : rows) {
    CAPTURE(text.substr(0, 60));
    const auto match = match_from_cricsheet(text);
    REQUIRE(!match.ok());
    CHECK(std::string(match.status().message()) == message);
  }
}
