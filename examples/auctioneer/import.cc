// auctioneer import: what a file of fixtures or scores would do to a season, without doing it.
#include <memory>
#include <nlohmann/json.hpp>

#include "examples/auctioneer/competition.h"
#include "examples/auctioneer/files.h"
#include "examples/auctioneer/summary.h"
#include "libauction/adapters/csv/assets.h"
#include "libauction/adapters/csv/fixtures.h"
#include "libauction/rules/presets.h"
#include "libauction/season/apply.h"
#include "libauction/standings/cricket_rows.h"

namespace auction::cli {
namespace {

struct ImportOptions {
  std::string kind;
  std::string file;
  std::string assets;
  std::vector<std::string> onto;
  bool dry_run = false;
};

void do_or_refuse(Season& season, const SeasonCommand& command) {
  SeasonEvents events;
  const SeasonRefusals no = decide(season, command, {kHost, Instant{}}, events);
  if (!no.empty()) stop(kBadInput, "the season cannot begin: {}", sentence(no.front().reason));
  apply(season, events, Instant{});
}

Season season_of(const ImportOptions& options, Screen& screen) {
  const auto catalogue =
      assets_from_csv(read_file(options.assets), preset("pilot-football")->currency);
  if (!catalogue.ok()) refuse(options.assets, catalogue.status(), screen);
  SeasonSetup setup;
  setup.name = "dry run";
  setup.teams = teams_of(*catalogue);
  setup.catalogue = Shared<Catalogue>(*catalogue);
  setup.figures = cricket_figure_names();
  setup.book = "none";
  Season season;
  do_or_refuse(season, CreateSeason{Shared<SeasonSetup>(std::move(setup))});
  return season;
}

// Decides one file's import; `keep` applies it, so that the next file meets it.
template <class File, class Import>
ImportCount decide_file(Season& season, const std::string& path, const File& file, Import command,
                        bool keep, Screen& screen) {
  SeasonEvents events;
  const SeasonRefusals no = decide(season, command, {kHost, Instant{}}, events);
  if (!no.empty()) refuse(path, faults_of(no, file), screen);
  ImportCount count;
  if constexpr (std::is_same_v<File, FixtureFile>) {
    count = count_fixtures(file.rows.size(), events);
  } else {
    count = count_figures(season, file.rows.size(), events);
  }
  if (keep) apply(season, events, Instant{});
  return count;
}

ImportCount import_file(Season& season, const std::string& kind, const std::string& path, bool keep,
                        Screen& screen) {
  const std::string text = read_file(path);
  if (kind == "fixtures") {
    const auto file = fixtures_from_csv(text);
    if (!file.ok()) refuse(path, file.status(), screen);
    return decide_file(season, path, *file, ImportFixtures{file->rows}, keep, screen);
  }
  const auto file = scores_from_csv(text, season.setup->figures);
  if (!file.ok()) refuse(path, file.status(), screen);
  return decide_file(season, path, *file, ImportFigures{file->rows, true}, keep, screen);
}

void run(const ImportOptions& options, Shell& shell) {
  if (!options.dry_run) {
    stop(kUsage, "import: seasons are kept by hosts; here there is --dry-run alone");
  }
  Season season = season_of(options, shell.screen);
  for (const std::string& path : options.onto) {
    const bool scores = read_file(path).find("playerExternalId") != std::string::npos;
    import_file(season, scores ? "scores" : "fixtures", path, true, shell.screen);
  }
  const ImportCount count = import_file(season, options.kind, options.file, false, shell.screen);
  if (shell.json) {
    return print_json(shell.screen, {{"dryRun", true},
                                     {"created", count.created},
                                     {"updated", count.updated},
                                     {"unchanged", count.unchanged}});
  }
  shell.screen.print("dry run: {} new, {} changed, {} unchanged\n", count.created, count.updated,
                     count.unchanged);
}

}  // namespace

void add_import(CLI::App& app, Shell& shell) {
  auto options = std::make_shared<ImportOptions>();
  CLI::App* command =
      add_command(app, shell, "import", "Try a file of fixtures or scores; all rows or none",
                  "auctioneer import fixtures round1.csv --assets clubs.csv --dry-run");
  command->add_option("kind", options->kind, "fixtures or scores")
      ->required()
      ->check(CLI::IsMember({"fixtures", "scores"}));
  command->add_option("file", options->file, "The file")->required();
  command->add_option("--assets", options->assets, "CSV of what can be owned")->required();
  command->add_option("--onto", options->onto, "Files imported before it, in this order");
  command->add_flag("--dry-run", options->dry_run, "Change nothing, tell what would change");
  command->callback(
      [options, &shell] { shell.chosen = [options, &shell] { run(*options, shell); }; });
}

}  // namespace auction::cli
