// League tables against the published ones: every final table of shared data, row by row.
#include <map>

#include "libauction/adapters/csv/fixtures.h"
#include "libauction/adapters/results/openfootball.h"
#include "libauction/standings/cricket_table.h"
#include "libauction/standings/league_table.h"
#include "tests/catch.h"
#include "tests/results/data.h"

using namespace auction;

namespace {

// How football-data.co.uk calls the clubs whose names it shortens.
const std::map<std::string, std::string> kShort{{"Birmingham", "Birmingham City"},
                                                {"Blackburn", "Blackburn Rovers"},
                                                {"Bolton", "Bolton Wanderers"},
                                                {"Bradford", "Bradford City"},
                                                {"Brighton", "Brighton & Hove Albion"},
                                                {"Cardiff", "Cardiff City"},
                                                {"Charlton", "Charlton Athletic"},
                                                {"Coventry", "Coventry City"},
                                                {"Derby", "Derby County"},
                                                {"Huddersfield", "Huddersfield Town"},
                                                {"Hull", "Hull City"},
                                                {"Ipswich", "Ipswich Town"},
                                                {"Leeds", "Leeds United"},
                                                {"Leicester", "Leicester City"},
                                                {"Man City", "Manchester City"},
                                                {"Man United", "Manchester United"},
                                                {"Newcastle", "Newcastle United"},
                                                {"Norwich", "Norwich City"},
                                                {"QPR", "Queens Park Rangers"},
                                                {"Stoke", "Stoke City"},
                                                {"Swansea", "Swansea City"},
                                                {"Tottenham", "Tottenham Hotspur"},
                                                {"West Brom", "West Bromwich Albion"},
                                                {"West Ham", "West Ham United"},
                                                {"Wigan", "Wigan Athletic"},
                                                {"Wolves", "Wolverhampton Wanderers"}};

const std::map<std::string, std::string> kFranchises{{"Chennai Super Kings", "CSK"},
                                                     {"Deccan Chargers", "DEC"},
                                                     {"Delhi Capitals", "DC"},
                                                     {"Delhi Daredevils", "DD"},
                                                     {"Gujarat Lions", "GL"},
                                                     {"Gujarat Titans", "GT"},
                                                     {"Kings XI Punjab", "PBKS"},
                                                     {"Kochi Tuskers Kerala", "KTK"},
                                                     {"Kolkata Knight Riders", "KKR"},
                                                     {"Lucknow Super Giants", "LSG"},
                                                     {"Mumbai Indians", "MI"},
                                                     {"Pune Warriors", "PWI"},
                                                     {"Punjab Kings", "PBKS"},
                                                     {"Rajasthan Royals", "RR"},
                                                     {"Rising Pune Supergiants", "RPS"},
                                                     {"Royal Challengers Bangalore", "RCB"},
                                                     {"Sunrisers Hyderabad", "SRH"}};

struct League {
  std::vector<Team> teams;
  std::vector<Match> matches;
};

League league_of(const std::vector<FixtureRow>& rows) {
  League league{teams_of(rows), {}};
  std::map<std::string, TeamSlot> slots;
  for (std::uint16_t i = 0; i < league.teams.size(); ++i) {
    slots[league.teams[i].external_id] = TeamSlot{i};
  }
  for (const FixtureRow& row : rows) {
    if (row.goals) league.matches.push_back({slots.at(row.home), slots.at(row.away), *row.goals});
  }
  return league;
}

std::string told(const TableRow& row, const std::string& team) {
  std::string text = std::to_string(row.rank) + " " + team;
  for (const std::int32_t number : {row.played, row.won, row.drawn, row.lost, row.goals_for,
                                    row.goals_against, goal_difference(row), row.points}) {
    text += " " + std::to_string(number);
  }
  return text;
}

}  // namespace

TEST_CASE("every final table of the Premier League in the data, row by row") {
  const auto finals = results_data::rows("football/epl_final_tables.csv");
  if (!finals) return;
  std::map<std::string, std::vector<results_data::Row>> seasons;
  for (const results_data::Row& row : *finals) seasons[row.at("season")].push_back(row);
  std::size_t rows = 0;
  for (const auto& [season, table] : seasons) {
    INFO("season " << season);
    const auto text = results_data::text("football/results/epl_" + season + ".csv");
    if (!text) return;
    const auto file = results_from_football_data(*text);
    REQUIRE(file.ok());
    const League league = league_of(file->rows);
    const std::vector<TableRow> ours =
        league_table(league.teams.size(), league.matches, {}, *table_rules("premier-league"));
    REQUIRE(ours.size() == table.size());
    for (std::size_t i = 0; i < table.size(); ++i, ++rows) {
      const std::string& name = league.teams[ours[i].team.value].name;
      const auto full = kShort.find(name);
      std::string theirs = table[i].at("pos") + " " + table[i].at("team");
      for (const char* column : {"played", "won", "drawn", "lost", "gf", "ga", "gd", "points"}) {
        theirs += " " + table[i].at(column);
      }
      CHECK(told(ours[i], full == kShort.end() ? name : full->second) == theirs);
    }
  }
  CHECK(rows == 220);
}

TEST_CASE("every league of the data reads, and its table adds up") {
  std::size_t files = 0;
  for (const std::string league : {"epl", "bundesliga", "laliga", "seriea", "ligue1"}) {
    const std::string rules = league == "epl"      ? "premier-league"
                              : league == "laliga" ? "la-liga"
                              : league == "seriea" ? "serie-a"
                              : league == "ligue1" ? "ligue-1"
                                                   : league;
    for (const std::string season : {"2016-17", "2018-19", "2020-21", "2022-23", "2024-25"}) {
      INFO(league << " " << season);
      const auto text = results_data::text("football/results/" + league + "_" + season + ".csv");
      if (!text) return;
      const auto file = results_from_football_data(*text);
      REQUIRE(file.ok());
      const League read = league_of(file->rows);
      const std::vector<TableRow> table =
          league_table(read.teams.size(), read.matches, {}, *table_rules(rules));
      std::size_t played = 0;
      std::int32_t difference = 0;
      for (const TableRow& row : table) {
        played += static_cast<std::size_t>(row.played);
        difference += goal_difference(row);
      }
      CHECK(played == 2 * read.matches.size());
      CHECK(difference == 0);
      ++files;
    }
  }
  CHECK(files == 25);
}

TEST_CASE("the league phase of the Champions League 2024-25, in its published order") {
  const auto text = results_data::text("football/openfootball_ucl_2024-25.json");
  if (!text) return;
  const auto file = fixtures_from_openfootball(*text);
  REQUIRE(file.ok());
  std::vector<FixtureRow> phase;
  for (const FixtureRow& row : file->rows) {
    if (row.round.starts_with("League")) phase.push_back(row);
  }
  CHECK(phase.size() == 144);
  const League league = league_of(phase);
  const std::vector<TableRow> table =
      league_table(league.teams.size(), league.matches, {}, *table_rules("ucl-league-phase"));
  const std::vector<std::pair<std::string, std::int32_t>> published{
      {"Liverpool FC (ENG)", 21},
      {"FC Barcelona (ESP)", 19},
      {"Arsenal FC (ENG)", 19},
      {"FC Internazionale Milano (ITA)", 19},
      {"Club Atlético de Madrid (ESP)", 18},
      {"Bayer 04 Leverkusen (GER)", 16},
      {"Lille OSC (FRA)", 16},
      {"Aston Villa FC (ENG)", 16},
      {"Atalanta BC (ITA)", 15},
      {"Borussia Dortmund (GER)", 15},
      {"Real Madrid CF (ESP)", 15},
      {"FC Bayern München (GER)", 15}};
  for (std::size_t i = 0; i < published.size(); ++i) {
    CHECK(league.teams[table[i].team.value].name == published[i].first);
    CHECK(table[i].points == published[i].second);
    CHECK(table[i].rank == i + 1);
  }
}

TEST_CASE("every league table of the IPL in the data, points and net run rate to three decimals") {
  const auto tables = results_data::rows("cricket/ipl_points_table.csv");
  if (!tables) return;
  std::map<std::string, std::map<std::string, results_data::Row>> published;
  for (const results_data::Row& row : *tables) published[row.at("season")][row.at("team")] = row;
  // Abandoned without a ball, so there is no file of them; both are in the published tables.
  const std::map<std::string, std::array<std::string, 2>> abandoned{{"2008", {"DD", "KKR"}},
                                                                    {"2011", {"RCB", "RR"}}};
  std::size_t rows = 0;
  for (const auto& [season, theirs] : published) {
    std::map<std::string, TeamSlot> slots;
    std::vector<std::string> codes;
    for (const auto& [code, row] : theirs) {
      slots[code] = TeamSlot{static_cast<std::uint16_t>(codes.size())};
      codes.push_back(code);
    }
    std::vector<CricketGame> games;
    const bool there =
        results_data::cricsheet_matches("ipl_" + season, [&](const results_data::Match& file) {
          if (file.match.number == 0) return;  // the play-offs have names instead
          const std::array<TeamSlot, 2> teams{slots.at(kFranchises.at(file.match.teams[0])),
                                              slots.at(kFranchises.at(file.match.teams[1]))};
          games.push_back(game_of(file.match, score_of(file.match).innings(), teams));
        });
    if (!there) return;
    if (const auto found = abandoned.find(season); found != abandoned.end()) {
      games.push_back(abandoned_game(slots.at(found->second[0]), slots.at(found->second[1])));
    }
    const std::vector<CricketRow> ours = cricket_table(codes.size(), games, {}, {});
    for (const CricketRow& row : ours) {
      const results_data::Row& official = theirs.at(codes[row.team.value]);
      INFO(season << " " << codes[row.team.value]);
      CHECK(std::to_string(row.rank) == official.at("rank"));
      CHECK(std::to_string(row.played) == official.at("matches"));
      CHECK(std::to_string(row.won) == official.at("won"));
      CHECK(std::to_string(row.lost) == official.at("lost"));
      CHECK(std::to_string(row.points) == official.at("points"));
      const double nrr = std::stod(official.at("nrr")) * 1000;
      CHECK(thousandths(row.rate) == static_cast<std::int64_t>(nrr < 0 ? nrr - 0.5 : nrr + 0.5));
      ++rows;
    }
  }
  CHECK(rows == 52);
}
