// auctioneer run: one auction, by a script or by made-up bidders, into a log.
#include <memory>

#include "examples/auctioneer/files.h"
#include "examples/auctioneer/inputs.h"
#include "examples/auctioneer/log_writing.h"
#include "examples/auctioneer/script/duration.h"
#include "examples/auctioneer/script/stage.h"
#include "examples/auctioneer/summary.h"
#include "examples/auctioneer/ticker.h"
#include "libauction/sim/lineup.h"
#include "libauction/sim/simulate.h"

namespace auction::cli {
namespace {

// Where virtual time begins: 2025-01-01T00:00:00Z.
constexpr Instant kBeginning{1'735'689'600'000};

struct RunOptions {
  Inputs inputs;
  std::string bidders;
  std::string script;
  LogPlace log;
};

// Whatever the log could not keep ends the command; a refusal is for the caller.
void stored(const BookAnswer& answer) {
  if (const auto* failure = std::get_if<StorageFailure>(&answer)) {
    stop(kEnvironment, "{}", failure->what);
  }
  if (std::holds_alternative<Conflict>(answer)) {
    stop(kEnvironment, "somebody else writes to this log");
  }
}

// What failed, for programs; people read it on standard error as it happens.
void note_failures(Shell& shell, const std::string& name, const script::Step& step,
                   const script::Played& played, Json& failed) {
  for (const script::Failure& failure : played.failures) {
    failed.push_back({{"line", step.line}, {"expected", failure.expected}, {"got", failure.got}});
    if (shell.json) continue;
    shell.screen.remark(
        fmt::format("{}:{}: expected {}, got {}", name, step.line, failure.expected, failure.got));
  }
}

void print_step(Screen& screen, const script::Step& step, const script::Played& played) {
  const std::string answer = played.refused ? screen.paint(kBad, played.answer) : played.answer;
  screen.print("{}  {}  {}\n", fit_right(script::duration_text(played.at), 10), fit(step.text, 44),
               answer);
}

Json play_steps(Shell& shell, const std::string& name, script::Stage& stage,
                const std::vector<script::Step>& steps) {
  Json failed = Json::array();
  for (const script::Step& step : steps) {
    const script::Played played = stage.play(step);
    if (!shell.json) print_step(shell.screen, step, played);
    note_failures(shell, name, step, played, failed);
  }
  return failed;
}

void finish(Shell& shell, const Book& book, const Json& failed = Json::array()) {
  if (!failed.empty()) shell.code = kSaidNo;
  if (shell.json) {
    Json json = summary_json(book.state(), book.head());
    json["failedExpectations"] = failed;
    return print_json(shell.screen, json);
  }
  shell.screen.say("\n");
  print_managers(shell.screen, book.state());
  print_end(shell.screen, book.state(), book.head());
}

void with_book(const RunOptions& options, const script::Prologue& prologue,
               const std::function<void(Book&)>& work) {
  SeededSalts salts(prologue.seed);
  with_log(options.log, [&](EventLog& log) {
    Book book(log, salts, stream_of(prologue.setup.auction));
    work(book);
  });
}

// Under the id that was asked for.
script::Prologue named(script::Prologue prologue, const RunOptions& options) {
  if (const auto id = auction_of(options.log)) prologue.setup.auction = *id;
  return prologue;
}

void run_script(const RunOptions& options, const script::Given& given, Shell& shell) {
  const std::string name = name_of(options.script);
  try {
    const std::vector<script::Line> lines = script::read_lines(read_file(options.script));
    const script::Prologue prologue = named(script::read_prologue(lines, given), options);
    const auto steps = script::read_steps(std::span(lines).subspan(prologue.lines), prologue.setup);
    with_book(options, prologue, [&](Book& book) {
      script::Stage stage(book, prologue, kBeginning);
      stage.begin();
      finish(shell, book, play_steps(shell, name, stage, steps));
    });
  } catch (const script::BadScript& bad) {
    stop(kBadInput, "{}:{}:{}: {}", name, bad.line, bad.column, bad.what());
  } catch (const script::LogRefused& refused) {
    stop(kEnvironment, "{}", refused.what());
  }
}

Bidders bidders_of(const RunOptions& options, const Setup& setup) {
  auto parsed = parse_lineup(options.bidders, setup.participants);
  if (const auto* error = std::get_if<LineupError>(&parsed)) {
    stop(kUsage, "--bidders: at character {}: {}", error->position, error->message);
  }
  return std::get<Bidders>(std::move(parsed));
}

void run_bidders(const RunOptions& options, const script::Given& given, Shell& shell) {
  const script::Prologue prologue = named(prologue_of(given), options);
  check(prologue.setup, options.inputs, shell.screen);
  const Bidders bidders = bidders_of(options, prologue.setup);
  const std::uint64_t seed = options.inputs.seed;
  with_book(options, prologue, [&](Book& book) {
    if (!shell.json) book.tell(Ticker(shell.screen));
    stored(start_auction(book, prologue.setup, seed, kBeginning));
    stored(play_auction(book, bidders, Market{}, seed));
    finish(shell, book);
  });
}

void run(const RunOptions& options, Shell& shell) {
  if (!options.script.empty() && !options.bidders.empty()) {
    stop(kUsage, "--script and --bidders exclude each other");
  }
  const script::Given given = load(options.inputs, shell.screen);
  options.script.empty() ? run_bidders(options, given, shell) : run_script(options, given, shell);
}

}  // namespace

void add_run(CLI::App& app, Shell& shell) {
  auto options = std::make_shared<RunOptions>();
  CLI::App* command =
      add_command(app, shell, "run", "Run one auction, by a script or by made-up bidders",
                  "auctioneer run --preset ipl-2025 --assets players.csv --managers 10 \\\n"
                  "      --bidders 'Manager 1=eager;*=valuing:noise=15' --log auction.jsonl");
  add_inputs(*command, options->inputs);
  command->add_option("--bidders", options->bidders, "Who plays how; see below");
  command->add_option("--script", options->script, "A script; see docs/scripts.md");
  add_log_to_write(*command, options->log);
  command->footer(command->get_footer() +
                  "\nBidders, --bidders 'NAME=CHARACTER:PARAMETERS;*=...':\n" + lineup_help());
  command->callback(
      [options, &shell] { shell.chosen = [options, &shell] { run(*options, shell); }; });
}

}  // namespace auction::cli
