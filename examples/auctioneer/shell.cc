#include "examples/auctioneer/shell.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

#include "examples/auctioneer/scoring_inputs.h"

namespace auction::cli {
namespace {

constexpr const char* kExitCodes =
    "Exit codes: 0 done; 1 a rule, an expectation or a verification says no; 2 the command line;\n"
    "3 a file cannot be read or does not fit; 4 the machine (disk full, no permission).";

void add_commands(CLI::App& app, Shell& shell) {
  add_run(app, shell);
  add_simulate(app, shell);
  add_replay(app, shell);
  add_show(app, shell);
  add_verify(app, shell);
  add_lint(app, shell);
  add_export(app, shell);
  add_backup(app, shell);
  add_presets(app, shell);
  add_score(app, shell);
  add_bonus(app, shell);
  add_books(app, shell);
  add_demo(app, shell);
  add_table(app, shell);
  add_cricket_table(app, shell);
  add_standings(app, shell);
  add_import(app, shell);
}

void tell(Shell& shell, const Stop& stopped) {
  if (!shell.json) return shell.screen.remark(fmt::format("auctioneer: {}", stopped.what()));
  const nlohmann::ordered_json error{{"error", stopped.what()}, {"exitCode", stopped.code}};
  shell.screen.remark(error.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

// Help goes to standard output with code 0; anything else about the command line is code 2.
ExitCode answer_parse(CLI::App& app, const CLI::ParseError& error, Shell& shell) {
  std::ostringstream out;
  std::ostringstream err;
  const bool help = app.exit(error, out, err) == 0;
  shell.screen.say(out.str());
  if (help) return kDone;
  std::string text = err.str();
  while (!text.empty() && text.back() == '\n') text.pop_back();
  tell(shell, Stop(kUsage, text));
  return kUsage;
}

// CLI11 would only say that a subcommand is required.
void refuse_unknown(const CLI::App& app, const std::vector<std::string>& arguments) {
  if (arguments.empty() || arguments.front().starts_with('-')) return;
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  if (std::find(names.begin(), names.end(), arguments.front()) != names.end()) return;
  stop(kUsage, "no subcommand is called '{}': {}", arguments.front(), fmt::join(names, ", "));
}

ExitCode run(CLI::App& app, std::vector<std::string> arguments, Shell& shell) {
  // Also what is said about the command line itself.
  const bool json = std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
  try {
    refuse_unknown(app, arguments);
    std::reverse(arguments.begin(), arguments.end());
    app.parse(arguments);
    shell.chosen();
    shell.screen.finish();
    return shell.code;
  } catch (const CLI::ParseError& error) {
    shell.json = json;
    return answer_parse(app, error, shell);
  } catch (const Stop& stopped) {
    tell(shell, stopped);
    return stopped.code;
  } catch (const std::bad_alloc&) {
    tell(shell, Stop(kEnvironment, "out of memory"));
    return kEnvironment;
  }
}

}  // namespace

CLI::App* add_command(CLI::App& app, Shell& shell, const std::string& name,
                      const std::string& description, const std::string& example) {
  CLI::App* command = app.add_subcommand(name, description);
  command->footer("Example:\n  " + example + "\n");
  command->add_flag("--json", shell.json, "Answer in JSON");
  return command;
}

int auctioneer(std::vector<std::string> arguments, std::FILE* out, std::FILE* err) {
  Screen screen(out, err);
  Shell shell{screen, false, kDone, [] {}};
  CLI::App app("Runs, simulates, replays and verifies auctions.", "auctioneer");
  app.require_subcommand(1);
  app.footer(kExitCodes);
  add_commands(app, shell);
  ExitCode code = run(app, std::move(arguments), shell);
  try {
    screen.finish();
  } catch (const Stop& stopped) {
    if (code == kDone) tell(shell, stopped);
    code = code == kDone ? kEnvironment : code;
  }
  return code;
}

}  // namespace auction::cli
