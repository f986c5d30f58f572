// auctioneer replay: a log in, the state out.
#include <memory>

#include "examples/auctioneer/log_reading.h"
#include "examples/auctioneer/shell.h"
#include "examples/auctioneer/summary.h"

namespace auction::cli {
namespace {

struct ReplayOptions {
  LogPlace log;
  std::uint64_t at = kToTheEnd;
};

void run(const ReplayOptions& options, Shell& shell) {
  const Replay replay = replay_to(load_log(options.log), options.at);
  if (shell.json) return print_json(shell.screen, summary_json(replay.state, replay.head));
  print_managers(shell.screen, replay.state);
  print_end(shell.screen, replay.state, replay.head);
}

}  // namespace

void add_replay(CLI::App& app, Shell& shell) {
  auto options = std::make_shared<ReplayOptions>();
  CLI::App* command = add_command(app, shell, "replay", "Rebuild an auction's state from its log",
                                  "auctioneer replay friends.jsonl --at 140");
  add_log_to_read(*command, options->log);
  command->add_option("--at", options->at, "Stop after this event; else at the end")
      ->check(CLI::PositiveNumber);
  command->callback(
      [options, &shell] { shell.chosen = [options, &shell] { run(*options, shell); }; });
}

}  // namespace auction::cli
