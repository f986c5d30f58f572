// auctioneer cricket-table: a cricket league's table, with net run rate, from its matches.
#include "libauction/standings/cricket_table.h"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "examples/auctioneer/competition.h"
#include "examples/auctioneer/summary.h"

namespace auction::cli {
namespace {

struct CricketTableOptions {
  std::vector<std::string> files;
  std::vector<std::string> abandoned;  // "Delhi Daredevils:Kolkata Knight Riders"
  bool play_offs = false;
  bool wins_first = false;
};

struct League {
  std::vector<std::string> teams;
  std::vector<CricketGame> games;

  TeamSlot slot(const std::string& name) {
    const auto found = std::find(teams.begin(), teams.end(), name);
    const auto place = static_cast<std::uint16_t>(found - teams.begin());
    if (found == teams.end()) teams.push_back(name);
    return {place};
  }
};

League league_of(const CricketTableOptions& options) {
  League league;
  for (const NamedMatch& named : read_matches(options.files)) {
    const CricketMatch& match = named.match;
    if (match.number == 0 && !options.play_offs) continue;
    league.games.push_back(game_of(match, score_of(match).innings(),
                                   {league.slot(match.teams[0]), league.slot(match.teams[1])}));
  }
  for (const std::string& pair : options.abandoned) {
    const std::size_t colon = pair.find(':');
    if (colon == std::string::npos) stop(kUsage, "--abandoned: two teams, as A:B, not {}", pair);
    league.games.push_back(
        abandoned_game(league.slot(pair.substr(0, colon)), league.slot(pair.substr(colon + 1))));
  }
  return league;
}

nlohmann::ordered_json json_of(const std::vector<CricketRow>& table, const League& league) {
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const CricketRow& row : table) {
    rows.push_back({{"pos", row.rank},
                    {"team", league.teams[row.team.value]},
                    {"played", row.played},
                    {"won", row.won},
                    {"lost", row.lost},
                    {"tied", row.tied},
                    {"noResult", row.no_result},
                    {"points", row.points},
                    {"runsFor", row.rate.runs_for},
                    {"ballsFor", row.rate.balls_for},
                    {"runsAgainst", row.rate.runs_against},
                    {"ballsAgainst", row.rate.balls_against},
                    {"netRunRate", net_run_rate_text(row.rate)}});
  }
  return {{"table", rows}};
}

void run(const CricketTableOptions& options, Shell& shell) {
  const League league = league_of(options);
  CricketTableRules rules;
  if (options.wins_first) rules.chain.insert(rules.chain.begin(), CricketTieBreak::kWins);
  const std::vector<CricketRow> table = cricket_table(league.teams.size(), league.games, {}, rules);
  if (shell.json) return print_json(shell.screen, json_of(table, league));
  shell.screen.print("{:>3} {} {:>3} {:>3} {:>3} {:>3} {:>3} {:>4} {:>8}\n", "", fit("", 28), "P",
                     "W", "L", "T", "NR", "Pts", "NRR");
  for (const CricketRow& row : table) {
    shell.screen.print("{:>3} {} {:>3} {:>3} {:>3} {:>3} {:>3} {:>4} {:>8}\n", row.rank,
                       fit(league.teams[row.team.value], 28), row.played, row.won, row.lost,
                       row.tied, row.no_result, row.points, net_run_rate_text(row.rate));
  }
}

}  // namespace

void add_cricket_table(CLI::App& app, Shell& shell) {
  auto options = std::make_shared<CricketTableOptions>();
  CLI::App* command = add_command(app, shell, "cricket-table",
                                  "A cricket league's table, with net run rate, from its matches",
                                  "auctioneer cricket-table ipl_2022/");
  command->add_option("files", options->files, "Cricsheet JSON files, or folders of them")
      ->required();
  command->add_option("--abandoned", options->abandoned,
                      "A match without a ball, which has no file: TEAM:TEAM");
  command->add_flag("--play-offs", options->play_offs, "Matches without a number count too");
  command->add_flag("--wins-first", options->wins_first, "Level teams: wins, then net run rate");
  command->callback(
      [options, &shell] { shell.chosen = [options, &shell] { run(*options, shell); }; });
}

}  // namespace auction::cli
