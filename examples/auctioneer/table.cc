// auctioneer table: a football league's table from its results.
#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "examples/auctioneer/competition.h"
#include "examples/auctioneer/files.h"
#include "examples/auctioneer/summary.h"
#include "libauction/adapters/csv/names.h"
#include "libauction/adapters/csv/writer.h"
#include "libauction/adapters/results/openfootball.h"
#include "libauction/standings/league_table.h"

namespace auction::cli {
namespace {

struct TableOptions {
  std::vector<std::string> results;
  std::string deductions;
  std::string rules = "premier-league";
  std::string round;
  bool csv = false;
};

struct PlayedLeague {
  std::vector<Team> teams;
  std::vector<Match> matches;
  std::vector<TeamDeduction> deductions;

  std::optional<TeamSlot> slot(const std::string& name) const {
    for (std::size_t i = 0; i < teams.size(); ++i) {
      if (teams[i].external_id == name) return TeamSlot{static_cast<std::uint16_t>(i)};
    }
    return std::nullopt;
  }
};

PlayedLeague league_of(const TableOptions& options, Screen& screen) {
  std::vector<FixtureRow> rows = read_results(options.results, screen).fixtures;
  std::erase_if(rows, [&](const FixtureRow& row) { return !row.round.starts_with(options.round); });
  PlayedLeague league{teams_of(rows), {}, {}};
  for (const FixtureRow& row : rows) {
    if (!row.goals) continue;
    league.matches.push_back({*league.slot(row.home), *league.slot(row.away), *row.goals});
  }
  if (options.deductions.empty()) return league;
  const auto read = deductions_from_csv(read_file(options.deductions));
  if (!read.ok()) refuse(options.deductions, read.status(), screen);
  for (const NamedDeduction& deduction : *read) {
    const std::optional<TeamSlot> team = league.slot(deduction.team);
    if (!team) stop(kBadInput, "{}: no team is called {}", options.deductions, deduction.team);
    league.deductions.push_back({*team, deduction.points});
  }
  return league;
}

std::string csv_of(const std::vector<TableRow>& table, const PlayedLeague& league) {
  std::string text;
  CsvWriter csv(text);
  for (const char* column :
       {"pos", "team", "played", "won", "drawn", "lost", "gf", "ga", "gd", "deducted", "points"}) {
    csv.cell(column);
  }
  csv.end_row();
  for (const TableRow& row : table) {
    csv.cell(std::int64_t{row.rank}).cell(league.teams[row.team.value].name);
    for (const std::int32_t number :
         {row.played, row.won, row.drawn, row.lost, row.goals_for, row.goals_against,
          goal_difference(row), row.deducted, row.points}) {
      csv.cell(std::int64_t{number});
    }
    csv.end_row();
  }
  return text;
}

void print(const std::vector<TableRow>& table, const PlayedLeague& league, Screen& screen) {
  screen.print("{:>3} {} {:>3} {:>3} {:>3} {:>3} {:>4} {:>4} {:>5} {:>4}\n", "", fit("", 32), "P",
               "W", "D", "L", "GF", "GA", "GD", "Pts");
  for (const TableRow& row : table) {
    screen.print("{:>3} {} {:>3} {:>3} {:>3} {:>3} {:>4} {:>4} {:>+5} {:>4}{}\n", row.rank,
                 fit(league.teams[row.team.value].name, 32), row.played, row.won, row.drawn,
                 row.lost, row.goals_for, row.goals_against, goal_difference(row), row.points,
                 row.deducted == 0 ? "" : fmt::format("  ({} deducted)", row.deducted));
  }
}

nlohmann::ordered_json json_of(const std::vector<TableRow>& table, const PlayedLeague& league) {
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const TableRow& row : table) {
    rows.push_back({{"pos", row.rank},
                    {"team", league.teams[row.team.value].name},
                    {"played", row.played},
                    {"won", row.won},
                    {"drawn", row.drawn},
                    {"lost", row.lost},
                    {"goalsFor", row.goals_for},
                    {"goalsAgainst", row.goals_against},
                    {"deducted", row.deducted},
                    {"points", row.points}});
  }
  return {{"table", rows}};
}

void run(const TableOptions& options, Shell& shell) {
  const std::optional<TableRules> rules = table_rules(options.rules);
  if (!rules) stop(kUsage, "table: no rules are called {}", options.rules);
  const PlayedLeague league = league_of(options, shell.screen);
  const std::vector<TableRow> table =
      league_table(league.teams.size(), league.matches, league.deductions, *rules);
  if (shell.json) return print_json(shell.screen, json_of(table, league));
  if (options.csv) return shell.screen.say(csv_of(table, league));
  print(table, league, shell.screen);
}

}  // namespace

void add_table(CLI::App& app, Shell& shell) {
  auto options = std::make_shared<TableOptions>();
  CLI::App* command =
      add_command(app, shell, "table", "A football league's table from its results",
                  "auctioneer table --results epl_2024-25.csv --deductions deductions.csv");
  command
      ->add_option("--results", options->results,
                   "football-data.co.uk CSV, openfootball JSON or fixtures with goals")
      ->required();
  command->add_option("--deductions", options->deductions, "CSV: team,points,note");
  command->add_option("--rules", options->rules, "Whose chain of tie-breaks")
      ->capture_default_str();
  command->add_option("--round", options->round, "Only rounds that begin so, like \"League\"");
  command->add_flag("--csv", options->csv, "As CSV, safe to open in a spreadsheet");
  command->callback(
      [options, &shell] { shell.chosen = [options, &shell] { run(*options, shell); }; });
}

}  // namespace auction::cli
