// auctioneer bonus: FPL's bonus points of each fixture from its bonus-system values.
#include <map>
#include <memory>

#include "examples/auctioneer/files.h"
#include "examples/auctioneer/scoring_inputs.h"
#include "examples/auctioneer/summary.h"
#include "libauction/adapters/csv/figures.h"
#include "libauction/adapters/csv/writer.h"

namespace auction::cli {
namespace {

using Fixture = std::vector<const BonusRow*>;

struct Tally {
  int fixtures = 0;
  int as_given = 0;
};

// Fixtures in the order in which the file first names them.
std::vector<Fixture> fixtures_of(const std::vector<BonusRow>& rows) {
  std::vector<Fixture> fixtures;
  std::map<std::string, std::size_t> places;
  for (const BonusRow& row : rows) {
    const auto [place, fresh] = places.try_emplace(row.fixture, fixtures.size());
    if (fresh) fixtures.emplace_back();
    fixtures[place->second].push_back(&row);
  }
  return fixtures;
}

void add_fixture(const Fixture& fixture, CsvWriter& csv, Json& list, Tally& tally) {
  std::vector<BonusLine> lines;
  for (const BonusRow* row : fixture) lines.push_back(row->line);
  const std::vector<std::int32_t> bonus = bonus_points(lines);
  bool same = true;
  for (std::size_t i = 0; i < fixture.size(); ++i) {
    same = same && bonus[i] == fixture[i]->given;
    if (bonus[i] == 0) continue;
    csv.cell(fixture[i]->fixture).cell(fixture[i]->element).cell(std::int64_t{bonus[i]}).end_row();
    list.push_back(
        {{"fixture", fixture[i]->fixture}, {"element", fixture[i]->element}, {"bonus", bonus[i]}});
  }
  ++tally.fixtures;
  tally.as_given += same;
}

void run(const std::vector<std::string>& paths, Shell& shell) {
  std::string text;
  CsvWriter csv(text);
  csv.cell("fixture").cell("element").cell("bonus").end_row();
  Json list = Json::array();
  Tally tally;
  for (const std::string& path : files_below(paths)) {
    const auto rows = fpl_bonus_from_csv(read_file(path));
    if (!rows.ok()) refuse_file(path, rows.status(), shell.screen);
    for (const Fixture& fixture : fixtures_of(*rows)) add_fixture(fixture, csv, list, tally);
  }
  if (shell.json) {
    return print_json(shell.screen,
                      {{"bonus", list}, {"fixtures", tally.fixtures}, {"asGiven", tally.as_given}});
  }
  shell.screen.say(text);
  shell.screen.remark(
      fmt::format("{} of {} fixtures as the files give them", tally.as_given, tally.fixtures));
}

}  // namespace

void add_bonus(CLI::App& app, Shell& shell) {
  auto files = std::make_shared<std::vector<std::string>>();
  CLI::App* command = add_command(app, shell, "bonus", "FPL's bonus of each fixture, from its bps",
                                  "auctioneer bonus player_matches.csv");
  command->add_option("files", *files, "FPL player-matches (fixture, element, minutes, bps)")
      ->required();
  command->callback([files, &shell] { shell.chosen = [files, &shell] { run(*files, shell); }; });
}

}  // namespace auction::cli
