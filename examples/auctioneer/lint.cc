// auctioneer lint: what in a rule set cannot work, and what will surprise.
#include "libauction/rules/lint.h"

#include <memory>

#include "examples/auctioneer/files.h"
#include "examples/auctioneer/inputs.h"
#include "examples/auctioneer/summary.h"
#include "libauction/adapters/json/rule_set.h"
#include "libauction/rules/presets.h"

namespace auction::cli {
namespace {

void print_findings(Screen& screen, const std::string& name, const std::vector<Finding>& found) {
  for (const Finding& finding : found) {
    const bool error = finding.severity == Severity::kError;
    screen.print("{}: {}: {}: {}\n", name, finding.pointer,
                 error ? screen.paint(kBad, "error") : "warning", finding.message);
  }
  if (found.empty()) screen.print("{}: nothing to find fault with\n", name);
}

// A file, or else the name of a preset.
void run(const std::string& path, Shell& shell) {
  const std::optional<RuleSet> known = preset(path);
  const std::vector<Finding> found = lint(known ? *known : rules_from_file(path));
  shell.code = has_errors(found) ? kSaidNo : kDone;
  if (shell.json) return print_json(shell.screen, Json::parse(to_json(found)));
  print_findings(shell.screen, name_of(path), found);
}

}  // namespace

void add_lint(CLI::App& app, Shell& shell) {
  auto path = std::make_shared<std::string>();
  CLI::App* command =
      add_command(app, shell, "lint", "Tell what in a rule set cannot work, or will surprise",
                  "auctioneer lint our_league.json");
  command->add_option("rules", *path, "A rule set in JSON, or a preset's name")->required();
  command->callback([path, &shell] { shell.chosen = [path, &shell] { run(*path, shell); }; });
}

}  // namespace auction::cli
