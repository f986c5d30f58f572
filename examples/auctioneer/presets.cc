// auctioneer presets: the rule sets that come with the library.
#include "libauction/rules/presets.h"

#include <memory>

#include "examples/auctioneer/inputs.h"
#include "examples/auctioneer/summary.h"
#include "libauction/adapters/json/pretty.h"
#include "libauction/adapters/json/rule_set.h"

namespace auction::cli {
namespace {

std::string squad_text(const SquadRules& squad) {
  if (squad.min == squad.max) return fmt::format("{}", squad.max);
  return fmt::format("{}-{}", squad.min, squad.max);
}

void print_names(Shell& shell) {
  Json names = Json::array();
  for (const std::string_view name : preset_names()) {
    const RuleSet rules = *preset(name);
    names.push_back({{"name", std::string(name)}, {"notes", rules.notes}});
    if (shell.json) continue;
    shell.screen.print("{}  purse {}, squad {}, lots of {} s\n", fit(name, 16),
                       format_money(rules.currency, rules.budget), squad_text(rules.squad),
                       rules.clock.lot_ms.count / 1000);
  }
  if (shell.json) print_json(shell.screen, names);
}

void show_presets(const std::string& name, Shell& shell) {
  if (name.empty()) return print_names(shell);
  shell.screen.say(pretty_json(to_json(preset_named(name, kUsage))));
}

}  // namespace

void add_presets(CLI::App& app, Shell& shell) {
  auto name = std::make_shared<std::string>();
  CLI::App* command = add_command(app, shell, "presets", "List the rule sets, or print one as JSON",
                                  "auctioneer presets ipl-2025 > our_league.json");
  command->add_option("name", *name, "Print this one, as JSON");
  command->callback(
      [name, &shell] { shell.chosen = [name, &shell] { show_presets(*name, shell); }; });
}

}  // namespace auction::cli
