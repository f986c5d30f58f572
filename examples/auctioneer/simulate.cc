// auctioneer simulate: the same auction many times over, and what became of it on average.
#include "libauction/sim/simulate.h"

#include <algorithm>
#include <memory>

#include "examples/auctioneer/inputs.h"
#include "examples/auctioneer/summary.h"
#include "libauction/sim/lineup.h"

namespace auction::cli {
namespace {

constexpr std::size_t kDearestShown = 10;

struct SimulateOptions {
  Inputs inputs;
  std::string bidders;
  std::uint64_t auctions = 100;
};

// Whole numbers, so that the same command prints the same on every machine.
struct SimulationTally {
  struct OfAsset {
    std::uint64_t sold = 0;
    std::int64_t sum = 0;
    std::int64_t least = INT64_MAX;
    std::int64_t most = 0;
  };
  struct OfManager {
    std::int64_t spent = 0;
    std::uint64_t squad = 0;
  };
  std::uint64_t auctions = 0;
  std::uint64_t bids = 0;
  std::uint64_t refusals = 0;
  std::uint64_t lots = 0;
  std::uint64_t sold = 0;
  std::vector<OfAsset> assets;
  std::vector<OfManager> managers;
};

void add(SimulationTally& tally, const AuctionResult& result) {
  ++tally.auctions;
  tally.bids += result.bids;
  tally.refusals += result.refusals;
  tally.lots += result.lots.size();
  for (const LotRecord& lot : result.lots) {
    if (lot.outcome != Outcome::kSold) continue;
    ++tally.sold;
    SimulationTally::OfAsset& asset = tally.assets[lot.asset.value];
    ++asset.sold;
    asset.sum += lot.price.units;
    asset.least = std::min(asset.least, lot.price.units);
    asset.most = std::max(asset.most, lot.price.units);
  }
  for (std::size_t i = 0; i < result.managers.size(); ++i) {
    tally.managers[i].spent += result.managers[i].spent.units;
    tally.managers[i].squad += result.managers[i].squad;
  }
}

// To the nearest; halves up.
std::int64_t mean(std::int64_t sum, std::uint64_t count) {
  const auto n = static_cast<std::int64_t>(count);
  return n == 0 ? 0 : (sum + n / 2) / n;
}

// "12.3" from a sum over many.
std::string tenths(std::uint64_t sum, std::uint64_t count) {
  const std::uint64_t ten = count == 0 ? 0 : (sum * 10 + count / 2) / count;
  return fmt::format("{}.{}", ten / 10, ten % 10);
}

std::vector<std::size_t> by_price(const SimulationTally& tally) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < tally.assets.size(); ++i) {
    if (tally.assets[i].sold > 0) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const SimulationTally::OfAsset& left = tally.assets[a];
    const SimulationTally::OfAsset& right = tally.assets[b];
    return mean(left.sum, left.sold) > mean(right.sum, right.sold);
  });
  return order;
}

void print_tally(Screen& screen, const Setup& setup, const SimulationTally& tally) {
  const auto money = [&](std::int64_t units) {
    return format_money(setup.rules->currency, {units});
  };
  screen.print("{} auctions: {} bids, {} lots and {} sales each on average\n\n", tally.auctions,
               tenths(tally.bids, tally.auctions), tenths(tally.lots, tally.auctions),
               tenths(tally.sold, tally.auctions));
  screen.print("{}  {:>6}  {:>14}\n", fit("manager", 24), "squad", "bought for");
  for (std::size_t i = 0; i < tally.managers.size(); ++i) {
    screen.print("{}  {:>6}  {}\n", fit(setup.participants[i].label, 24),
                 tenths(tally.managers[i].squad, tally.auctions),
                 fit_right(money(mean(tally.managers[i].spent, tally.auctions)), 14));
  }
  screen.print("\n{}  {:>6}  {:>12}  {:>12}  {:>12}\n", fit("dearest", 24), "sold", "least", "mean",
               "most");
  const std::vector<std::size_t> order = by_price(tally);
  for (std::size_t i = 0; i < order.size() && i < kDearestShown; ++i) {
    const SimulationTally::OfAsset& asset = tally.assets[order[i]];
    screen.print("{}  {:>6}  {}  {}  {}\n", fit(setup.catalogue->assets[order[i]].name, 24),
                 asset.sold, fit_right(money(asset.least), 12),
                 fit_right(money(mean(asset.sum, asset.sold)), 12),
                 fit_right(money(asset.most), 12));
  }
}

Json tally_json(const Setup& setup, const SimulationTally& tally, std::uint64_t seed) {
  Json json{{"auctions", tally.auctions}, {"seed", seed},       {"bids", tally.bids},
            {"refusals", tally.refusals}, {"lots", tally.lots}, {"sold", tally.sold}};
  json["managers"] = Json::array();
  for (std::size_t i = 0; i < tally.managers.size(); ++i) {
    json["managers"].push_back({{"label", setup.participants[i].label},
                                {"spentMean", mean(tally.managers[i].spent, tally.auctions)},
                                {"squadSum", tally.managers[i].squad}});
  }
  json["assets"] = Json::array();
  for (const std::size_t i : by_price(tally)) {
    const SimulationTally::OfAsset& asset = tally.assets[i];
    json["assets"].push_back({{"externalId", setup.catalogue->assets[i].external_id},
                              {"sold", asset.sold},
                              {"least", asset.least},
                              {"mean", mean(asset.sum, asset.sold)},
                              {"most", asset.most}});
  }
  return json;
}

void run(const SimulateOptions& options, Shell& shell) {
  const script::Prologue prologue = prologue_of(load(options.inputs, shell.screen));
  const Setup& setup = prologue.setup;
  check(setup, options.inputs, shell.screen);
  auto parsed = parse_lineup(options.bidders, setup.participants);
  if (const auto* error = std::get_if<LineupError>(&parsed)) {
    stop(kUsage, "--bidders: at character {}: {}", error->position, error->message);
  }
  SimulationTally tally;
  tally.assets.resize(setup.catalogue->assets.size());
  tally.managers.resize(setup.participants.size());
  simulate_batch(setup, std::get<Bidders>(parsed), Market{}, {0, options.auctions},
                 options.inputs.seed, [&](std::uint64_t, const AuctionResult& result) {
                   add(tally, result);
                   shell.screen.progress(tally.auctions, options.auctions);
                 });
  shell.screen.clear();
  if (shell.json) return print_json(shell.screen, tally_json(setup, tally, options.inputs.seed));
  print_tally(shell.screen, setup, tally);
}

}  // namespace

void add_simulate(CLI::App& app, Shell& shell) {
  auto options = std::make_shared<SimulateOptions>();
  CLI::App* command =
      add_command(app, shell, "simulate", "Run one auction many times, with made-up bidders",
                  "auctioneer simulate --preset ipl-2025 --assets players.csv --managers 10 \\\n"
                  "      --auctions 1000");
  add_inputs(*command, options->inputs);
  command->add_option("--bidders", options->bidders, "Who plays how; see auctioneer run --help");
  command->add_option("--auctions", options->auctions, "How many")
      ->capture_default_str()
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{10'000'000}));
  command->callback(
      [options, &shell] { shell.chosen = [options, &shell] { run(*options, shell); }; });
}

}  // namespace auction::cli
