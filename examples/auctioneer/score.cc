// auctioneer score: the points of players from files of matches, by a rule book.
#include <fstream>
#include <memory>

#include "examples/auctioneer/scoring_inputs.h"
#include "examples/auctioneer/summary.h"
#include "libauction/adapters/csv/writer.h"

namespace auction::cli {
namespace {

struct ScoreOptions {
  std::string book;
  std::vector<std::string> files;
  std::string out;
  std::string explain;
  std::string roles;
};

struct Header {
  const char* match;
  const char* player;
};

Header header_of(ResultKind kind) {
  switch (kind) {
    case ResultKind::kFplCsv:
    case ResultKind::kFplApi:
      return {"fixture", "element"};
    case ResultKind::kPilotCsv:
      return {"matchId", "playerExternalId"};
    case ResultKind::kCricsheet:
      break;
  }
  return {"match_id", "player"};
}

std::string csv_of(const RuleBook& book, const ScoredFiles& scored) {
  std::string text;
  CsvWriter csv(text);
  const Header header = header_of(scored.kind);
  csv.cell(header.match).cell(header.player).cell("points").end_row();
  for (const ScoredPlayer& one : scored.players) {
    csv.cell(one.match).cell(one.player);
    // A number, halves included: as text it would get an apostrophe where it is negative.
    text += "," + points_text(one.score.total, book.scale);
    csv.end_row();
  }
  return text;
}

Json json_of(const RuleBook& book, const ScoredFiles& scored, const std::string& player) {
  Json list = Json::array();
  for (const ScoredPlayer& one : scored.players) {
    if (!player.empty() && one.player != player) continue;
    Json awards = Json::array();
    for (const Award& award : one.score.awards) {
      awards.push_back({{"reason", book.rules[award.rule].reason},
                        {"figure", award.sum},
                        {"points", points_text(award.units, book.scale)}});
    }
    list.push_back({{"match", one.match},
                    {"player", one.player},
                    {"points", points_text(one.score.total, book.scale)},
                    {"awards", awards}});
  }
  return {{"book", book.id}, {"scores", list}};
}

void explain_player(const RuleBook& book, const ScoredFiles& scored, const std::string& player,
                    Screen& screen) {
  std::int64_t sum = 0;
  int matches = 0;
  for (const ScoredPlayer& one : scored.players) {
    if (one.player != player) continue;
    screen.print("{} in {}\n{}", player, one.match, explain(book, one.score));
    sum += one.score.total;
    ++matches;
  }
  if (matches == 0) stop(kBadInput, "no {} is in these files", player);
  screen.print("{} points in {} {}\n", points_text(sum, book.scale), matches,
               matches == 1 ? "match" : "matches");
}

void write_file(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) stop(kEnvironment, "{}: cannot be written", path);
}

void run(const ScoreOptions& options, Shell& shell) {
  const RuleBook book = book_named(options.book, shell.screen);
  const Roles roles = options.roles.empty() ? Roles{} : roles_from_file(options.roles);
  const ScoredFiles scored = score_files(book, options.files, roles, shell.screen);
  if (!options.out.empty()) write_file(options.out, csv_of(book, scored));
  if (shell.json) return print_json(shell.screen, json_of(book, scored, options.explain));
  if (!options.explain.empty()) {
    return explain_player(book, scored, options.explain, shell.screen);
  }
  if (options.out.empty()) return shell.screen.say(csv_of(book, scored));
  shell.screen.print("{} rows by {} in {}\n", scored.players.size(), book.id, options.out);
}

}  // namespace

void add_score(CLI::App& app, Shell& shell) {
  auto options = std::make_shared<ScoreOptions>();
  CLI::App* command =
      add_command(app, shell, "score", "Score players' matches by a rule book",
                  "auctioneer score --book dream11-t20-2026 matches/ --explain \"V Kohli\"");
  command->add_option("--book", options->book, "A rule book's id, or its JSON file")->required();
  command
      ->add_option("files", options->files,
                   "Cricsheet matches, FPL player-matches (CSV, or the API's JSON with its "
                   "bootstrap-static) or the pilot's scores; or folders")
      ->required();
  command->add_option("--out", options->out, "Write the points there, as CSV");
  command->add_option("--explain", options->explain, "Tell where this player's points come from");
  command->add_option("--roles", options->roles,
                      "Lines player,role (BAT, AR, WK, BOWL), for rules that spare bowlers");
  command->callback(
      [options, &shell] { shell.chosen = [options, &shell] { run(*options, shell); }; });
}

}  // namespace auction::cli
