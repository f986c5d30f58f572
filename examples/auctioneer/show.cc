// auctioneer show: an auction as one viewer sees it, at any event. What the rules hide is not
// shown.
#include <memory>

#include "examples/auctioneer/log_reading.h"
#include "examples/auctioneer/shell.h"
#include "examples/auctioneer/summary.h"
#include "libauction/adapters/json/iso_time.h"
#include "libauction/adapters/json/view.h"

namespace auction::cli {
namespace {

constexpr std::size_t kUpcomingShown = 3;
constexpr std::size_t kClosedShown = 10;
constexpr std::size_t kBidsListed = 5;

struct ShowOptions {
  LogPlace log;
  std::uint64_t at = kToTheEnd;
  std::string viewer;
};

ManagerSlot viewer_of(const State& state, const LoadedLog& log, const std::string& label) {
  if (label.empty()) return kNoManager;
  const auto& participants = state.setup->participants;
  std::string labels;
  for (std::size_t i = 0; i < participants.size(); ++i) {
    if (participants[i].label == label) return {static_cast<std::uint8_t>(i)};
    labels += (i == 0 ? "" : ", ") + participants[i].label;
  }
  stop(kBadInput, "{}: no manager is called '{}': {}", log.name, label, labels);
}

const std::string& name_of(const State& state, AssetSlot asset) {
  return (*state.setup->catalogue)[asset].name;
}

void print_lot(Screen& screen, const State& state, const View& seen, const LotView& lot) {
  screen.print("lot {}  {}  {} s left, next bid {}\n", lot.number.value,
               screen.paint(kStrong, name_of(state, lot.asset)), lot.remaining.count / 1000,
               money_text(state, lot.next_bid));
  for (std::size_t i = 0; i < lot.bids.size() && i < kBidsListed; ++i) {
    const PlacedBid& bid = lot.bids[i];
    screen.print("  {} {}{}\n", label_of(state, bid.manager), money_text(state, bid.amount),
                 i == 0 ? " leads" : "");
  }
  if (seen.viewer != kNoManager) {
    screen.print("  you may bid up to {}\n", money_text(state, lot.max_bids[seen.viewer.value]));
  }
}

void print_closed(Screen& screen, const State& state, const View& seen) {
  const std::size_t all = seen.closed.size();
  for (std::size_t i = all > kClosedShown ? all - kClosedShown : 0; i < all; ++i) {
    const LotRecord& lot = seen.closed[i];
    if (lot.outcome == Outcome::kOpen) continue;
    std::string what = fmt::format("{}: {}", word(lot.outcome), word(lot.how));
    if (was_sold(lot)) {
      what = fmt::format("{} {}{}", label_of(state, lot.winner), money_text(state, lot.price),
                         lot.outcome == Outcome::kVoided ? ": voided" : "");
    }
    screen.print("lot {}  {}  {}\n", i + 1, fit(name_of(state, lot.asset), 28), what);
  }
}

void print_upcoming(Screen& screen, const State& state, const View& seen) {
  if (seen.upcoming.empty()) {
    if (seen.progress.remaining > seen.lots.size()) screen.say("next: hidden\n");
    return;
  }
  std::string names;
  for (std::size_t i = 0; i < seen.upcoming.size() && i < kUpcomingShown; ++i) {
    names += (i == 0 ? "" : ", ") + name_of(state, seen.upcoming[i]);
  }
  const std::size_t more = seen.upcoming.size() - std::min(seen.upcoming.size(), kUpcomingShown);
  screen.print("next: {}{}\n", names, more > 0 ? fmt::format(" and {} more", more) : "");
}

void print_view(Screen& screen, const State& state, const View& seen) {
  screen.print("{}, {}; event {}, {}\n", screen.paint(kStrong, word(seen.status)), word(seen.phase),
               seen.seq, iso_time(seen.server_now));
  for (const LotView& lot : seen.lots) print_lot(screen, state, seen, lot);
  print_upcoming(screen, state, seen);
  screen.say("\n");
  print_closed(screen, state, seen);
  screen.print("{} of {} sold, {} unsold, {} remaining\n\n", seen.progress.sold,
               seen.progress.total, seen.progress.unsold, seen.progress.remaining);
  print_managers(screen, state);
}

void print_own(Screen& screen, const State& state, const View& seen) {
  if (seen.viewer == kNoManager) return;
  screen.print("\n{} has\n", label_of(state, seen.viewer));
  for (const Holding& holding : seen.managers[seen.viewer.value].squad) {
    screen.print("  {}  {}\n", fit(name_of(state, holding.asset), 28),
                 fit_right(money_text(state, holding.price), 12));
  }
}

void run(const ShowOptions& options, Shell& shell) {
  const LoadedLog log = load_log(options.log);
  const State state = replay_to(log, options.at).state;
  const View seen = view(state, viewer_of(state, log, options.viewer), state.last_at);
  if (shell.json) return print_json(shell.screen, Json::parse(to_json(seen, *state.setup)));
  print_view(shell.screen, state, seen);
  print_own(shell.screen, state, seen);
}

}  // namespace

void add_show(CLI::App& app, Shell& shell) {
  auto options = std::make_shared<ShowOptions>();
  CLI::App* command = add_command(app, shell, "show", "Show an auction as a viewer sees it",
                                  "auctioneer show friends.jsonl --at 140 --viewer Reds");
  add_log_to_read(*command, options->log);
  command->add_option("--at", options->at, "As of this event; else at the end")
      ->check(CLI::PositiveNumber);
  command->add_option("--viewer", options->viewer, "A manager; else somebody without a seat");
  command->callback(
      [options, &shell] { shell.chosen = [options, &shell] { run(*options, shell); }; });
}

}  // namespace auction::cli
