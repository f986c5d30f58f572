// The shell of one call: where it prints, in which form, and with which code it ends.
#pragma once

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <functional>
#include <string>
#include <vector>

#include "examples/auctioneer/screen.h"

namespace auction::cli {

struct Shell {
  Screen& screen;
  bool json = false;
  ExitCode code = kDone;         // what a command that ran to its end comes to
  std::function<void()> chosen;  // the command named on the command line, ready to run
};

// Each adds its subcommand; parsing the command line sets `shell.chosen`.
void add_run(CLI::App& app, Shell& shell);
void add_simulate(CLI::App& app, Shell& shell);
void add_replay(CLI::App& app, Shell& shell);
void add_show(CLI::App& app, Shell& shell);
void add_verify(CLI::App& app, Shell& shell);
void add_lint(CLI::App& app, Shell& shell);
void add_export(CLI::App& app, Shell& shell);
void add_backup(CLI::App& app, Shell& shell);
void add_presets(CLI::App& app, Shell& shell);
void add_demo(CLI::App& app, Shell& shell);
void add_table(CLI::App& app, Shell& shell);
void add_cricket_table(CLI::App& app, Shell& shell);
void add_standings(CLI::App& app, Shell& shell);
void add_import(CLI::App& app, Shell& shell);

// A subcommand with --json, and what its help ends with.
CLI::App* add_command(CLI::App& app, Shell& shell, const std::string& name,
                      const std::string& description, const std::string& example);

// The whole program, but for main: arguments without the program's name. Returns the exit code.
int auctioneer(std::vector<std::string> arguments, std::FILE* out, std::FILE* err);

}  // namespace auction::cli
