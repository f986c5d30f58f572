// The pilot's two files and football-data's, good and bad: each bad file with its exact error.
#include "libauction/adapters/csv/fixtures.h"
#include "libauction/season/calendar.h"
#include "tests/catch.h"
#include "tests/season/small_season.h"

using namespace auction;

namespace {

const std::string kFixtureHeader =
    "startsAt,homeAssetExternalId,awayAssetExternalId,venue,round,externalMatchId\n";
const std::vector<std::string> kFigures{"runs",      "wickets",  "catches",
                                        "stumpings", "run_outs", "balls"};
const std::string kScores = "matchId,playerExternalId,runs,wickets,catches,stumpings,runOuts\n";
const std::string kResults = "Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\n";

template <class File>
std::string faults(const absl::StatusOr<File>& file) {
  std::string text;
  for (const CsvFault& fault : csv_faults(file.status())) {
    text += (text.empty() ? "" : "; ") + to_text(fault);
  }
  return text;
}

std::string fixtures(const std::string& text) { return faults(fixtures_from_csv(text)); }
std::string scores(const std::string& text) { return faults(scores_from_csv(text, kFigures)); }
std::string results(const std::string& text) { return faults(results_from_football_data(text)); }

}  // namespace

TEST_CASE("fixtures read in any order of columns, with BOM, CRLF, quotes and zones") {
  const auto file = fixtures_from_csv(
      "\xef\xbb\xbf"
      "externalMatchId,round,venue,awayAssetExternalId,homeAssetExternalId,startsAt,"
      "goalsAway,goalsHome,status\r\n"
      "match001,1,\"Etihad, Manchester\",INT,ARS,2025-01-15T20:00:00+01:00,2,9,final\r\n"
      "match002,1,,PSG,INM,2025-01-15T19:00:00.5Z,,,\r\n");
  REQUIRE(file.ok());
  CHECK(file->rows[0].venue == "Etihad, Manchester");
  CHECK(file->rows[0].starts_at == Instant{1'736'967'600'000});
  CHECK(file->rows[0].goals == Goals{9, 2});
  CHECK(file->rows[0].status == FixtureStatus::kFinal);
  CHECK(file->rows[1].starts_at == Instant{1'736'967'600'500});
  CHECK(!file->rows[1].goals.has_value());
  CHECK(!file->rows[1].status.has_value());
  CHECK(file->lines == std::vector<std::uint32_t>{2, 3});
}

TEST_CASE("a bad fixture file is refused with every fault in it") {
  const std::string at = "2025-01-15T19:00:00Z";
  CHECK(fixtures("") == "has no header");
  CHECK(fixtures(kFixtureHeader) == "has no row");
  CHECK(fixtures("startsAt,homeAssetExternalId,awayAssetExternalId,venue,round\n") ==
        "line 1, column externalMatchId: is missing in the header");
  CHECK(fixtures("StartsAt,homeAssetExternalId,awayAssetExternalId,venue,round,externalMatchId\n")
            .find("must be written startsAt") != std::string::npos);
  CHECK(fixtures(
            "startsAt,homeAssetExternalId,awayAssetExternalId,venue,round,externalMatchId,x\n") ==
        "line 1, column x: is unknown; beside the six there are goalsHome, goalsAway and status");
  for (const char* bad : {"2025-01-15", "2025-01-15T19:00:00", "15/01/2025 19:00", "yesterday",
                          "2025-02-30T19:00:00Z", "2025-01-15T24:00:00Z", "2025-01-15T19:00:60Z",
                          "2025-01-15T19:00:00.Z", "2025-01-15T19:00:00+15:00", "=NOW()",
                          "2025-01-15T19:00:00Zx", "10000-01-15T19:00:00Z"}) {
    CHECK(fixtures(kFixtureHeader + bad + ",ARS,INT,,1,m\n") ==
          "line 2, column startsAt: must be a time with its zone, like 2025-01-15T19:00:00Z, not " +
              std::string(bad));
  }
  CHECK(fixtures(kFixtureHeader + at + ",,INT,,1,m\n" + at + ",ARS,,,1,m\n") ==
        "line 2, column homeAssetExternalId: must not be empty; "
        "line 3, column awayAssetExternalId: must not be empty");
  CHECK(fixtures(kFixtureHeader + at + ",ARS,INT,,1\n") == "line 2: has 5 cells, the header has 6");
  CHECK(fixtures(kFixtureHeader + at + ",ARS,INT,\"x\ny\",1,m\n") ==
        "line 2, column venue: must be one line");
  CHECK(fixtures(kFixtureHeader + at + ",ARS,INT,\"x,1,m\n").find("line 2: has a quote") == 0);
  CHECK(fixtures(kFixtureHeader + std::string("a\0b", 3) + ",ARS,INT,,1,m\n") ==
        "line 2: has a control character");
  CHECK(fixtures("\xff\xfes\0t\0a\0").find("is not UTF-8") != std::string::npos);
  CHECK(fixtures(kFixtureHeader + at + ",ARS,INT,\xc0\xaf,1,m\n") == "line 2: is not UTF-8");
  CHECK(fixtures(std::string(300, ',') + "\n") == "line 1: has more than 250 cells");
}

TEST_CASE("goals and status in a fixture file are checked before the season sees them") {
  const std::string header =
      kFixtureHeader.substr(0, kFixtureHeader.size() - 1) + ",goalsHome,goalsAway,status\n";
  const std::string row = "2025-01-15T19:00:00Z,ARS,INT,,1,m,";
  CHECK(fixtures(header + row + "1,,\n") ==
        "line 2, column goalsAway: is empty where the other has goals");
  CHECK(fixtures(header + row + ",1,\n") ==
        "line 2, column goalsHome: is empty where the other has goals");
  for (const char* bad : {"-1", "1000", "1.0", "two", "1 2", "+1", "1e1", "99999999999"}) {
    CHECK(fixtures(header + row + bad + ",1,\n") ==
          "line 2, column goalsHome: must be 0 to 999, not " + std::string(bad));
  }
  CHECK(fixtures(header + row + "1,1,Final\n") ==
        "line 2, column status: must be scheduled, live, final or abandoned, not Final");
}

TEST_CASE("what the season refuses comes back by line and column; nothing was imported") {
  Table table;
  const auto file = fixtures_from_csv(kFixtureHeader +
                                      "2025-01-15T19:00:00Z,ARS,INT,,1,m1\n\n"
                                      "2025-01-15T19:00:00Z,Arsenal,PSG,,1,m2\n"
                                      "2025-01-16T19:00:00Z,PSG,PSG,,1,m3\n"
                                      "2025-01-17T19:00:00Z,ARS,INT,,1,m1\n");
  REQUIRE(file.ok());
  std::string text;
  for (const CsvFault& fault : faults_of(table.act(ImportFixtures{file->rows}), *file)) {
    text += to_text(fault) + "\n";
  }
  CHECK(text ==
        "line 4, column homeAssetExternalId: no team has this id, not Arsenal\n"
        "line 5, column awayAssetExternalId: a team cannot meet itself, not PSG\n"
        "line 6, column externalMatchId: stands in an earlier row already, not m1\n");
  CHECK(table.season.fixtures.empty());
}

TEST_CASE("scores read by their columns; the later row of a player counts") {
  const auto file = scores_from_csv(
      "playerExternalId,matchId,runOuts,runs,wickets,stumpings,catches,balls\n"
      "P001,m1,1,45,0,3,2,30\nP002,m1,0,8,5,0,1,\nP001,m1,1,46,0,3,2,31\n",
      kFigures);
  REQUIRE(file.ok());
  REQUIRE(file->rows.size() == 2);
  CHECK(file->rows[0].player == "P001");
  CHECK(file->rows[0].values == std::vector<std::int32_t>{46, 0, 2, 3, 1, 31});
  CHECK(file->rows[1].values == std::vector<std::int32_t>{8, 5, 1, 0, 0, 0});
}

TEST_CASE("a bad score file is refused with every fault in it") {
  CHECK(scores(kScores) == "has no row");
  CHECK(scores("matchId,playerExternalId,runs,wickets,catches,stumpings\n") ==
        "line 1, column runOuts: is missing in the header");
  CHECK(scores("matchId,playerExternalId,runs,wickets,catches,stumpings,RunOuts\n")
            .find("must be written runOuts") != std::string::npos);
  CHECK(scores(kScores + "m1,P001,-4,0,0,0,0\n") ==
        "line 2, column runs: must be 0 or more, not -4");
  CHECK(scores(kScores + "m1,P001,0,0,0,0,-1\n") ==
        "line 2, column runOuts: must be 0 or more, not -1");
  for (const char* bad : {"4.5", "four", "4 ", "0x4", "=4", "99999999999"}) {
    if (std::string_view(bad) == "4 ") continue;  // blanks around a cell are dropped
    CHECK(scores(kScores + "m1,P001," + bad + ",0,0,0,0\n").find("line 2, column runs: must be") ==
          0);
  }
  CHECK(scores(kScores + ",P001,1,0,0,0,0\nm1,,1,0,0,0,0\n") ==
        "line 2, column matchId: must not be empty; "
        "line 3, column playerExternalId: must not be empty");
}

TEST_CASE("results as football-data.co.uk has them, in its three ways of writing a day") {
  const auto file = results_from_football_data(
      "Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR\n"
      "E0,2024-08-16,20:00,Man United,Fulham,1,0,H\nE0,17/08/2024,,Ipswich,Liverpool,0,2,A\n"
      "E0,14/08/93,,Arsenal,Coventry,,,\n,,,,,,,\n");
  REQUIRE(file.ok());
  REQUIRE(file->rows.size() == 3);
  CHECK(file->rows[0].starts_at == read_instant("2024-08-16T20:00Z"));
  CHECK(file->rows[1].starts_at == read_instant("2024-08-17T00:00Z"));
  CHECK(file->rows[1].goals == Goals{0, 2});
  CHECK(file->rows[2].starts_at == read_instant("1993-08-14T00:00Z"));
  CHECK(!file->rows[2].goals.has_value());
}

TEST_CASE("a bad result file is refused with every fault in it") {
  CHECK(results("Date,HomeTeam,AwayTeam,FTHG\n") ==
        "line 1, column FTAG: is missing in the header");
  CHECK(results(kResults) == "has no row");
  CHECK(results(kResults + "2024-13-01,A,B,1,0,H\n") ==
        "line 2, column Date: must be a day, like 2024-08-16 or 16/08/24, not 2024-13-01");
  CHECK(results(kResults + "16/8/24,A,B,1,0,H\n").find("line 2, column Date: must be a day") == 0);
  CHECK(results(kResults + "2024-08-16,A,,1,0,H\n") ==
        "line 2, column AwayTeam: must not be empty");
  CHECK(results(kResults + "2024-08-16,A,A,1,0,H\n") ==
        "line 2, column AwayTeam: cannot meet itself, not A");
  CHECK(results(kResults + "2024-08-16,A,B,1,,H\n") == "line 2, column FTAG: must be 0 to 999");
  CHECK(results(kResults + "2024-08-16,A,B,x,0,H\n") ==
        "line 2, column FTHG: must be 0 to 999, not x");
  CHECK(results(kResults + "2024-08-16,A,B,1,0,A\n") ==
        "line 2, column FTR: must be H by the goals, not A");
  CHECK(results(kResults + "2024-08-16,A,B,1,0,H\n2024-09-16,A,B,1,0,H\n") ==
        "line 3, column HomeTeam: met this team at home on line 2 already, not A");
  CHECK(results("Date,Time,HomeTeam,AwayTeam,FTHG,FTAG\n2024-08-16,8pm,A,B,1,0\n") ==
        "line 2, column Time: must be a time of day, like 19:30, not 8pm");
}
