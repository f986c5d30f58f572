// Bad files, reader by reader, each with its exact error: the wrong header, the bad number, the
// unknown player, the file cut short, two million columns, NUL, UTF-16, a cell with a formula.
#include "libauction/adapters/csv/assets.h"
#include "libauction/adapters/csv/figures.h"
#include "libauction/adapters/csv/fixtures.h"
#include "libauction/adapters/csv/managers.h"
#include "libauction/adapters/csv/names.h"
#include "libauction/adapters/json/rule_book.h"
#include "libauction/adapters/results/cricsheet.h"
#include "libauction/adapters/results/fpl.h"
#include "libauction/adapters/results/openfootball.h"
#include "libauction/adapters/results/overrides.h"
#include "libauction/rules/presets.h"
#include "tests/catch.h"
#include "tests/season/small_season.h"

using namespace auction;
using namespace std::string_literals;

namespace {

struct BadFile {
  std::string text;
  std::string says;
  int members = 0;  // the text is an object of so many, made when it is read
};

const std::string kFixtures =
    "startsAt,homeAssetExternalId,awayAssetExternalId,venue,round,externalMatchId\n";
const std::string kScores = "matchId,playerExternalId,runs,wickets,catches,stumpings,runOuts\n";
const std::string kResults = "Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\n";
const std::string kFpl = "fixture,element,position,minutes,saves\n";

std::string utf16(std::string_view text) {
  std::string wide = "\xff\xfe";
  for (const char c : text) wide += {c, '\0'};
  return wide;
}

// {"0":0,"1":0, ...
std::string members(int count) {
  std::string text = "{";
  for (int i = 0; i < count; ++i) text += (i > 0 ? ",\"" : "\"") + std::to_string(i) + "\":0";
  return text + "}";
}

RuleBook keepers() {
  RuleBook book;
  book.stats = {"minutes", "saves"};
  book.positions = {"GK", "MID"};
  return book;
}

const std::vector<std::string> kFigures{"runs", "wickets", "catches", "stumpings", "run_outs"};

// Read, then joined to a season that knows the match m1 and four clubs.
absl::Status imported(const std::string& text) {
  Table table;
  (void)table.act(ImportFixtures{{row(day(1), "ARS", "INT", "m1")}});
  const auto file = scores_from_csv(text, kFigures);
  if (!file.ok()) return file.status();
  std::vector<ScoreRow> rows = file->rows;
  for (ScoreRow& row : rows) row.values.resize(2);  // that season keeps runs and wickets
  return to_status(faults_of(table.act(ImportFigures{rows}), *file));
}

absl::Status fpl_answers(const std::string& text) {
  return figures_from_fpl(text, {{"1", "A", "1", "GK"}}, keepers()).status();
}

absl::Status managers(const std::string& text) {
  return managers_from_csv(text, *preset("ipl-2025"), {}).status();
}

const BadFile kFixtureFiles[] = {
    {"", "has no header"},
    {"\n\n", "has no header"},
    {kFixtures, "has no row"},
    {"\xff\xfes\0t\0"s, "line 1: is not UTF-8"},
    {utf16(kFixtures), "line 1: is not UTF-8"},
    {std::string(2'000'000, ','), "line 1: has more than 250 cells"},
    {"startsAt;homeAssetExternalId\n",
     "line 1, column startsAt: is missing in the header (and 5 more; nothing was read)"},
    {"StartsAt" + kFixtures.substr(8),
     "line 1, column startsAt: is missing in the header (and 1 more; nothing was read)"},
    {kFixtures.substr(0, kFixtures.size() - 1) + ",stadium\n",
     "line 1, column stadium: is unknown; beside the six there are goalsHome, goalsAway and "
     "status"},
    {kFixtures.substr(0, kFixtures.size() - 1) + ",venue\n",
     "line 1, column venue: stands twice in the header"},
    {kFixtures + "2025-01-15T19:00:00,ARS,INT,,1,m\n",
     "line 2, column startsAt: must be a time with its zone, like 2025-01-15T19:00:00Z, not "
     "2025-01-15T19:00:00"},
    {kFixtures + "15/01/2025 19:00,ARS,INT,,1,m\n",
     "line 2, column startsAt: must be a time with its zone, like 2025-01-15T19:00:00Z, not "
     "15/01/2025 19:00"},
    {kFixtures + "=NOW(),ARS,INT,,1,m\n",
     "line 2, column startsAt: must be a time with its zone, like 2025-01-15T19:00:00Z, not "
     "=NOW()"},
    {kFixtures + "2025-02-29T19:00:00Z,ARS,INT,,1,m\n",
     "line 2, column startsAt: must be a time with its zone, like 2025-01-15T19:00:00Z, not "
     "2025-02-29T19:00:00Z"},
    {kFixtures + "2025-01-15T19:00:00Z,,INT,,1,m\n",
     "line 2, column homeAssetExternalId: must not be empty"},
    {kFixtures + "2025-01-15T19:00:00Z,ARS,INT,,1\n", "line 2: has 5 cells, the header has 6"},
    {kFixtures + "2025-01-15T19:00:00Z,ARS,INT,\"x,1,m\n",
     "line 2: has a quote that is not doubled, or not closed"},
    {kFixtures + "2025-01-15T19:00:00Z,ARS,INT,a\0b,1,m\n"s, "line 2: has a control character"},
    {kFixtures + "2025-01-15T19:00:00Z,ARS,INT,\xc0\xaf,1,m\n", "line 2: is not UTF-8"},
    {kFixtures + "x,,INT,,1,m\n\n,ARS,,,1,m\n",
     "line 2, column startsAt: must be a time with its zone, like 2025-01-15T19:00:00Z, not x (and "
     "3 more; nothing was read)"},
};

const BadFile kScoreFiles[] = {
    {kScores, "has no row"},
    {"matchId,playerExternalId,runs\n",
     "line 1, column wickets: is missing in the header (and 3 more; nothing was read)"},
    {"RunOuts," + kScores,
     "line 1, column RunOuts: must be written runOuts (and 1 more; nothing was read)"},
    {kScores + "m,p,4.5,0,0,0,0\n",
     "line 2, column runs: must be a whole number from -10000 to 30000, not 4.5"},
    {kScores + "m,p,=4,0,0,0,0\n",
     "line 2, column runs: must be a whole number from -10000 to 30000, not =4"},
    {kScores + "m,p,-4,0,0,0,0\n", "line 2, column runs: must be 0 or more, not -4"},
    {kScores + "m,p,99999999999,0,0,0,0\n",
     "line 2, column runs: must be a whole number from -10000 to 30000, not 99999999999"},
    {kScores + "m,p,1e2,0,0,0,0\n",
     "line 2, column runs: must be a whole number from -10000 to 30000, not 1e2"},
    {kScores + ",p,4,0,0,0,0\n", "line 2, column matchId: must not be empty"},
    {kScores + "m,,4,0,0,0,0\n", "line 2, column playerExternalId: must not be empty"},
    {kScores + "m,p,4,0,0,0,0,0\n", "line 2: has 8 cells, the header has 7"},
    {kScores + "m,p,\xd9\xa4,0,0,0,0\n",
     "line 2, column runs: must be a whole number from -10000 to 30000, not ٤"},
    {kScores + std::string(2'000'000, ',') + "\n", "line 2: has more than 250 cells"},
};

const BadFile kImportedScores[] = {
    {kScores + "m1,ARS,4,0,0,0,0\nm1,Arsenal,4,0,0,0,0\n",
     "line 3, column playerExternalId: no asset has this id, not Arsenal"},
    {kScores + "m2,ARS,4,0,0,0,0\n", "line 2, column matchId: no fixture has this id, not m2"},
    {kScores + "m1,ARS,4,0,0,0,0\nm9,Nobody,4,0,0,0,0\n",
     "line 3, column matchId: no fixture has this id, not m9"},
};

const BadFile kResultFiles[] = {
    {kResults, "has no row"},
    {"Date,HomeTeam,AwayTeam,FTHG\n", "line 1, column FTAG: is missing in the header"},
    {"date,HomeTeam,AwayTeam,FTHG,FTAG\n",
     "line 1, column Date: is missing in the header (and 1 more; nothing was read)"},
    {kResults + "16.08.2024,A,B,1,0,H\n",
     "line 2, column Date: must be a day, like 2024-08-16 or 16/08/24, not 16.08.2024"},
    {kResults + "2024-08-16,A,A,1,0,H\n", "line 2, column AwayTeam: cannot meet itself, not A"},
    {kResults + "2024-08-16,A,B,1,,H\n", "line 2, column FTAG: must be 0 to 999"},
    {kResults + "2024-08-16,A,B,1000,0,H\n", "line 2, column FTHG: must be 0 to 999, not 1000"},
    {kResults + "2024-08-16,A,B,1,0,D\n", "line 2, column FTR: must be H by the goals, not D"},
    {kResults + "2024-08-16,A,B,1,0,H\n2024-09-16,A,B,1,0,H\n",
     "line 3, column HomeTeam: met this team at home on line 2 already, not A"},
};

const BadFile kNameFiles[] = {
    {"name\n", "line 1, column externalId: is missing in the header"},
    {"name,externalId\nJuventus,\n", "line 2, column externalId: must not be empty"},
    {"name,externalId\nA,1\nB,2\nA,3\n", "line 4, column name: stands on line 2 already, not A"},
    {"name,externalId\n\"A\nB\",1\n", "line 2, column name: must be one line"},
};

const BadFile kDeductionFiles[] = {
    {"team\n", "line 1, column points: is missing in the header"},
    {"team,points\nA,nine\n", "line 2, column points: must be -999 to 999, not nine"},
    {"team,points\nA,1000\n", "line 2, column points: must be -999 to 999, not 1000"},
    {"team,points\n,9\n", "line 2, column team: must not be empty"},
    {"team,points\nA,+9\n", "line 2, column points: must be -999 to 999, not +9"},
};

const BadFile kFplFiles[] = {
    {"", "has no header"},
    {"fixture,element\n1,2\n",
     "line 1, column position: is missing in the header (and 2 more; nothing was read)"},
    {kFpl + "1,2,GK,9O,0\n",
     "line 2, column minutes: must be a whole number from -10000 to 30000, not 9O"},
    {kFpl + "1,2,GK,90,=1\n",
     "line 2, column saves: must be a whole number from -10000 to 30000, not =1"},
    {kFpl + "1,2,GKP,90,0\n", "line 2, column position: must be GK or MID, not GKP"},
    {kFpl + "1,2,GK,90,0\n1,2,GK,90,0\n",
     "line 3, column element: is in this fixture already, on line 2, not 2"},
    {kFpl + "1,,GK,90,0\n", "line 2, column element: must not be empty"},
    {kFpl + "1,2,GK,90\n", "line 2: has 4 cells, the header has 5"},
    {kFpl + "1,2,GK,90,30001\n",
     "line 2, column saves: must be a whole number from -10000 to 30000, not 30001"},
    {"Fixture" + kFpl.substr(7),
     "line 1, column fixture: is missing in the header (and 1 more; nothing was read)"},
};

const BadFile kBonusFiles[] = {
    {"fixture,element,minutes\n", "line 1, column bps: is missing in the header"},
    {"fixture,element,minutes,bps\n1,2,90,high\n",
     "line 2, column bps: must be a whole number from -10000 to 30000, not high"},
    {"fixture,element,minutes,bps\n1,2,90,1\n1,2,9,1\n",
     "line 3, column element: is in this fixture already, on line 2, not 2"},
};

const BadFile kFplApi[] = {
    {"", "is not JSON, from byte 1 on"},
    {R"({"elements":[)", "is not JSON, from byte 14 on"},
    {"[]", "the text: must be an object, not a list"},
    {R"({"detail":"Not found."})",
     "the text: must have \"elements\" (event live) or \"history\" (element-summary)"},
    {R"({"elements":[{"id":1}]})", "/elements/0: must have \"stats\""},
    {R"({"history":[{"element":2,"fixture":1}]})",
     "/history/0/element: must be a player of bootstrap-static, not 2"},
    {R"({"history":[{"element":1,"fixture":1,"minutes":90}]})", "/history/0: must have \"saves\""},
    {R"({"history":[{"element":1,"fixture":1,"minutes":"90","saves":0}]})",
     "/history/0/minutes: must be -10000 to 30000, not \"90\""},
    {utf16(R"({"history":[]})"), "is not JSON, from byte 1 on"},
    {members(257), "has an object of more than 256 members"},
};

const BadFile kFplPlayers[] = {
    {"null", "the text: must be an object, not null"},
    {R"({"elements":[{"id":0,"web_name":"A","team":1,"element_type":1}]})",
     "/elements/0/id: must be 1 to 1000000, not 0"},
    {R"({"elements":[{"id":1,"web_name":"A","team":1,"element_type":9}]})",
     "/elements/0/element_type: must be 1 to 5, not 9"},
};

const BadFile kCricsheetFiles[] = {
    {"", "is not JSON, from byte 1 on"},
    {R"({"info":{)", "is not JSON, from byte 10 on"},
    {"{}", "the text: must have \"info\""},
    {R"({"info":{"match_type":"T20","dates":[],"teams":["A","B"],"outcome":{}}})",
     "/info/dates: must have a date"},
    {R"({"info":{"match_type":"T20","dates":["2020-01-02"],"teams":["A"],"outcome":{}}})",
     "/info/teams: must be two different teams"},
    {R"({"info":{},"info":{}})", "has the key \"info\" twice"},
    {std::string(40, '['), "is nested deeper than 32"},
    {utf16("{}"), "is not JSON, from byte 1 on"},
    {"{\"a\":\"\0\"}"s, "is not JSON, from byte 7 on"},
    {"", "must be 16777216 bytes at most", 2'000'000},
};

const BadFile kOpenfootballFiles[] = {
    {"{}", "the text: must have \"matches\""},
    {R"({"matches":{}})", "/matches: must be a list, not an object"},
    {R"({"matches":[{"team1":"A","team2":"B"}]})", "/matches/0: must have \"date\""},
    {R"({"matches":[{"team1":"A","team2":"A","date":"2024-09-17"}]})",
     "/matches/0: has a team against itself"},
    {R"({"matches":[{"team1":"A","team2":"B","date":"17.9.2024"}]})",
     "/matches/0/date: must be a day, like 2024-09-17, not \"17.9.2024\""},
    {R"({"matches":[{"team1":"A","team2":"B","date":"2024-09-17","score":{"ft":[1]}}]})",
     "/matches/0/score/ft: must be two numbers of goals"},
    {R"({"matches":[{"team1":"A","team2":"B","date":"2024-09-17","score":{"ft":[1,"2"]}}]})",
     "/matches/0/score/ft/1: must be 0 to 999, not \"2\""},
    {R"({"matches":[{"team1":"A","team2":"B","date":"2024-09-17")", "is not JSON, from byte 57 on"},
};

const BadFile kOverrideFiles[] = {
    {"{}", "the text: must have \"rules\""},
    {R"({"rules":{"run":1}})", "/rules: must have \"wicket\""},
    {R"({"rules":{"run":0.25}})",
     "/rules/run: must be -1000 to 1000 with one decimal at most, not 0.25"},
    {R"({"rules":{"run":"=1"}})",
     "/rules/run: must be -1000 to 1000 with one decimal at most, not \"=1\""},
    {R"({"rules":{"run":1,"run":2}})", "has the key \"run\" twice"},
};

const BadFile kRuleBooks[] = {
    {"", "is no JSON at byte 1: unexpected end of input; expected '[', '{', or a literal"},
    {"[]", "must be an object, not a list"},
    {R"({"base":"fpl"})", "/base: must be the id of a book, not \"fpl\""},
    {R"({"base":"fpl-2016-17","id":"x","colour":1})",
     "/colour: is unknown here; the members are base, id, title, source, sport, scale, stats, "
     "positions, captain, viceCaptain, byInnings, rules, change or remove"},
    {R"({"base":"fpl-2016-17","id":"x","captain":[2,0]})", "/captain/1: must be 1 to 10, not 0"},
    {R"({"base":"fpl-2016-17","id":"x","remove":["dance"]})",
     "/remove/0: must be the reason of a rule, not \"dance\""},
    {"\xff\xfe{\0"s, "is no JSON at byte 4: a NUL byte"},
    {"\xef\xbb\xbf{}", "begins with a byte order mark; plain UTF-8 has none"},
    {"", "must be 262144 bytes at most, not 22888891", 2'000'000},
    {R"({"base":"fpl-2016-17")",
     "/base: is no JSON at byte 22: unexpected end of input; expected '}'"},
};

const BadFile kAssetFiles[] = {
    {"externalId\n", "line 1, column name: is missing in the header"},
    {"externalId,name,basePrice\na,A,=1\n",
     "line 2, column basePrice: must be an amount of money, like 30 or 2.00 cr, not =1"},
    {"externalId,name\na,A\na,B\n", "line 3, column externalId: stands in line 2 already, not a"},
    {std::string(2'000'000, ','), "line 1: has more than 250 cells"},
    {"externalId,name\na,b\0c\n"s, "line 2: has a control character"},
};

const BadFile kManagerFiles[] = {
    {"purse\n", "line 1, column label: is missing in the header"},
    {"label,purse\nReds,much\n",
     "line 2, column purse: must be an amount of money, like 30 or 2.00 cr, not much"},
    {"label,retained\nReds,nobody:4\n",
     "line 2, column retained: no asset has the externalId nobody, not nobody:4"},
    {"label\nReds\nReds\n", "line 3, column label: stands in line 2 already, not Reds"},
};

template <class Read>
void check(std::span<const BadFile> files, Read read) {
  for (const BadFile& file : files) {
    const std::string text = file.members > 0 ? members(file.members) : file.text;
    CAPTURE(text.substr(0, 200));
    const absl::Status status = read(text);
    CHECK(status.code() == absl::StatusCode::kInvalidArgument);
    CHECK(std::string(status.message()) == file.says);
  }
}

}  // namespace

TEST_CASE("bad files: fixtures") {
  check(kFixtureFiles, [](const std::string& text) { return fixtures_from_csv(text).status(); });
}

TEST_CASE("bad files: scores") {
  check(kScoreFiles,
        [](const std::string& text) { return scores_from_csv(text, kFigures).status(); });
}

TEST_CASE("bad files: scores joined to a season") {
  check(kImportedScores, [](const std::string& text) { return imported(text); });
}

TEST_CASE("bad files: football-data results") {
  check(kResultFiles,
        [](const std::string& text) { return results_from_football_data(text).status(); });
}

TEST_CASE("bad files: names") {
  check(kNameFiles, [](const std::string& text) { return names_from_csv(text).status(); });
}

TEST_CASE("bad files: deductions") {
  check(kDeductionFiles,
        [](const std::string& text) { return deductions_from_csv(text).status(); });
}

TEST_CASE("bad files: FPL player-matches") {
  check(kFplFiles,
        [](const std::string& text) { return fpl_figures_from_csv(text, keepers()).status(); });
}

TEST_CASE("bad files: FPL bonus") {
  check(kBonusFiles, [](const std::string& text) { return fpl_bonus_from_csv(text).status(); });
}

TEST_CASE("bad files: FPL API figures") {
  check(kFplApi, [](const std::string& text) { return fpl_answers(text); });
}

TEST_CASE("bad files: FPL API players") {
  check(kFplPlayers, [](const std::string& text) { return players_from_fpl(text).status(); });
}

TEST_CASE("bad files: Cricsheet") {
  check(kCricsheetFiles,
        [](const std::string& text) { return match_from_cricsheet(text).status(); });
}

TEST_CASE("bad files: openfootball") {
  check(kOpenfootballFiles,
        [](const std::string& text) { return fixtures_from_openfootball(text).status(); });
}

TEST_CASE("bad files: overrides") {
  check(kOverrideFiles, [](const std::string& text) { return overrides_from_json(text).status(); });
}

TEST_CASE("bad files: rule books") {
  check(kRuleBooks, [](const std::string& text) { return rule_book_from_json(text).status(); });
}

TEST_CASE("bad files: assets") {
  check(kAssetFiles, [](const std::string& text) {
    return assets_from_csv(text, preset("ipl-2025")->currency).status();
  });
}

TEST_CASE("bad files: managers") {
  check(kManagerFiles, [](const std::string& text) { return managers(text); });
}

TEST_CASE("the table of bad files stays long") {
  CHECK(std::size(kFixtureFiles) + std::size(kScoreFiles) + std::size(kImportedScores) +
            std::size(kResultFiles) + std::size(kNameFiles) + std::size(kDeductionFiles) +
            std::size(kFplFiles) + std::size(kBonusFiles) + std::size(kFplApi) +
            std::size(kFplPlayers) + std::size(kCricsheetFiles) + std::size(kOpenfootballFiles) +
            std::size(kOverrideFiles) + std::size(kRuleBooks) + std::size(kAssetFiles) +
            std::size(kManagerFiles) >=
        122);
}
