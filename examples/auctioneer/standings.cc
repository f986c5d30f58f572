// auctioneer standings: an auction's log and results in, the managers in order out.
#include "libauction/standings/standings.h"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "examples/auctioneer/competition.h"
#include "examples/auctioneer/files.h"
#include "examples/auctioneer/log_reading.h"
#include "examples/auctioneer/summary.h"
#include "libauction/adapters/json/rule_book.h"
#include "libauction/scoring/rule_books.h"
#include "libauction/season/apply.h"
#include "libauction/season/decide.h"
#include "libauction/season/sales.h"
#include "libauction/standings/cricket_rows.h"

namespace auction::cli {
namespace {

struct StandingsOptions {
  LogPlace log;
  std::vector<std::string> results;
  std::string book;
  std::string names;
  bool whole_season = false;
};

constexpr Instant kAlways{INT64_MIN};

RuleBook book_of(const std::string& name) {
  if (std::optional<RuleBook> book = rule_book(name)) return *std::move(book);
  if (!name.ends_with(".json")) {
    stop(kUsage, "standings: no rule book is called {}; --book takes an id or a .json file", name);
  }
  absl::StatusOr<RuleBook> book = rule_book_from_json(read_file(name));
  if (!book.ok()) stop(kBadInput, "{}: {}", name, std::string(book.status().message()));
  return *std::move(book);
}

// Every team of the results; those that nobody can own are teams all the same.
std::vector<Team> teams_of_results(const Results& results) {
  std::vector<Team> teams;
  std::set<std::string> seen;
  for (const FixtureRow& row : results.fixtures) {
    for (const std::string& id : {row.home, row.away}) {
      if (seen.insert(id).second) teams.push_back({id, id});
    }
  }
  return teams;
}

// A match that no fixture list knows has no start, so nobody owned anything in it.
void check_starts(const Results& results) {
  std::set<std::string> known;
  for (const FixtureRow& row : results.fixtures) known.insert(row.external_id);
  for (const ScoreRow& row : results.scores) {
    if (known.contains(row.match)) continue;
    stop(kBadInput, "no results tell when match {} began; add its fixtures, or --whole-season",
         row.match);
  }
}

class SeasonMaker {
 public:
  SeasonMaker(const StandingsOptions& options, const RuleBook& book, const Results& results,
              Screen& screen)
      : options_(options), book_(book), results_(results), screen_(screen) {}

  Season make(const LoadedLog& log, const State& state) {
    SeasonSetup setup = setup_after(*state.setup, log.name.substr(0, kMaxSeasonText));
    setup.teams = teams_of_results(results_);
    setup.figures = figures_of(book_);
    setup.book = options_.book;
    act(CreateSeason{Shared<SeasonSetup>(std::move(setup))});
    act(ImportFixtures{results_.fixtures});
    act(ImportFigures{results_.scores, true});
    for (Stint stint : stints_of(log)) {
      if (options_.whole_season) stint.from = kAlways;
      act(SetOwner{stint});
    }
    return std::move(season_);
  }

 private:
  static std::vector<Stint> stints_of(const LoadedLog& log) {
    Sales sales;
    Events events;
    for (const Record& record : log.records) {
      if (!decode_body(record, events)) {
        stop(kBadInput, "{}: event {}: its body is withheld", log.name, record.seq);
      }
      for (const Event& event : events) sales.take(event, record.at);
    }
    return sales.stints();
  }

  void act(const SeasonCommand& command) {
    SeasonEvents events;
    const SeasonRefusals no = decide(season_, command, {kHost, Instant{}}, events);
    for (const SeasonRefusal& refusal : no) {
      screen_.remark(
          fmt::format("row {} {}: {}", refusal.row + 1, refusal.column, sentence(refusal.reason)));
    }
    if (!no.empty()) stop(kBadInput, "the results do not make a season");
    apply(season_, events, Instant{});
  }

  const StandingsOptions& options_;
  const RuleBook& book_;
  const Results& results_;
  Screen& screen_;
  Season season_;
};

nlohmann::ordered_json json_of(const Standings& table, const Season& season,
                               const TieBreaks& names) {
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const ManagerRow& row : table.rows) {
    nlohmann::ordered_json earned = nlohmann::ordered_json::array();
    for (const Earned& one : row.earned) {
      earned.push_back({{"externalId", external_id(season, one.asset)},
                        {"points", points_text(one.hundredths, 100)},
                        {"matches", one.matches}});
    }
    nlohmann::ordered_json ties;
    for (std::size_t i = 0; i < names.size(); ++i) ties[names[i]] = row.tie_breaks[i];
    rows.push_back({{"rank", row.rank},
                    {"manager", season.members[row.manager.value].label},
                    {"points", points_text(row.hundredths, 100)},
                    {"tieBreaks", ties},
                    {"assets", earned}});
  }
  return {{"book", season.book}, {"table", rows}};
}

void print(const Standings& table, const Season& season, const TieBreaks& names, Screen& screen) {
  screen.print("{:>3} {} {:>10}", "", fit("", 24), "points");
  for (const std::string& name : names) screen.print(" {:>12}", name);
  screen.say("\n");
  for (const ManagerRow& row : table.rows) {
    screen.print("{:>3} {} {:>10}", row.rank, fit(season.members[row.manager.value].label, 24),
                 points_text(row.hundredths, 100));
    for (const std::int64_t value : row.tie_breaks) screen.print(" {:>12}", value);
    screen.say("\n");
    for (const Earned& one : row.earned) {
      screen.print("      {} {:>7} in {}\n", fit(external_id(season, one.asset), 24),
                   points_text(one.hundredths, 100), one.matches);
    }
  }
}

void run(const StandingsOptions& options, Shell& shell) {
  const RuleBook book = book_of(options.book);
  Results results = read_results(options.results, shell.screen, &book);
  rename(results, options.names, shell.screen);
  if (!options.whole_season) check_starts(results);
  const LoadedLog log = load_log(options.log);
  const Replay replay = replay_to(log);
  const Season season = SeasonMaker(options, book, results, shell.screen).make(log, replay.state);
  const TieBreaks names = tie_breaks_of(book.sport);
  const Standings table = standings_of(season, book, names);
  if (shell.json) return print_json(shell.screen, json_of(table, season, names));
  print(table, season, names, shell.screen);
}

}  // namespace

void add_standings(CLI::App& app, Shell& shell) {
  auto options = std::make_shared<StandingsOptions>();
  CLI::App* command = add_command(
      app, shell, "standings", "The managers in order: rosters from a log, points from results",
      "auctioneer standings --log friends.jsonl --results ucl.json --book pilot-football-clubs");
  add_log_to_read(*command, options->log, "--log");
  command
      ->add_option("--results", options->results,
                   "Result files or folders: openfootball or Cricsheet JSON, CSV")
      ->required();
  command->add_option("--book", options->book, "A rule book's id, or a .json file")->required();
  command->add_option("--names", options->names,
                      "CSV name,externalId: how the results call what was auctioned");
  command->add_flag("--whole-season", options->whole_season, "Matches before the sale count too");
  command->callback(
      [options, &shell] { shell.chosen = [options, &shell] { run(*options, shell); }; });
}

}  // namespace auction::cli
