#include "tests/support/small_auction.h"

#include <array>

#include "libauction/rules/presets.h"
#include "libauction/sim/lineup.h"

namespace auction {
namespace {

constexpr std::array kTeams{"Reds",   "Blues", "Greens", "Whites",
                            "Blacks", "Golds", "Greys",  "Pinks"};
constexpr std::array kClubs{"Arsenal", "Brighton", "Chelsea", "Everton", "Fulham", "Leeds"};

Asset club(std::size_t i) {
  Asset asset;
  asset.id = {0xa55e70000000, i + 1};
  asset.name = i < kClubs.size() ? kClubs[i] : "Club " + std::to_string(i + 1);
  asset.external_id = asset.name;
  asset.set = i % 2 == 0 ? "first" : "second";
  asset.attributes = {{"country", i % 3 == 2 ? "Spain" : "India"}};
  return asset;
}

}  // namespace

AuctionId small_auction_id() { return {0x5a11, 0xa0c7}; }
ManagerId manager_id(std::size_t seat) { return {0x3a4a6e4, seat + 1}; }
ActorId actor_id(std::size_t seat) { return {manager_id(seat).hi, manager_id(seat).lo}; }
ActorId commissioner_id() { return {0xc0, 1}; }

Setup small_setup(RuleSet rules, std::size_t managers, std::size_t assets) {
  Setup setup;
  setup.auction = small_auction_id();
  for (std::size_t i = 0; i < managers; ++i) {
    setup.participants.push_back({manager_id(i), kTeams.at(i), rules.budget, {}});
  }
  Catalogue catalogue;
  for (std::size_t i = 0; i < assets; ++i) catalogue.assets.push_back(club(i));
  setup.rules = Shared<RuleSet>(std::move(rules));
  setup.catalogue = Shared<Catalogue>(std::move(catalogue));
  setup.commissioners = {commissioner_id()};
  return setup;
}

Setup small_setup(std::string_view name, std::size_t managers, std::size_t assets) {
  const std::optional<RuleSet> rules = preset(name);
  AUCTION_CHECK(rules.has_value(), "a preset of this name");
  return small_setup(*rules, managers, assets);
}

Kept kept_auction(const Setup& setup, std::string_view lineup, std::uint64_t seed) {
  const StreamId stream = stream_of(setup.auction);
  const auto bidders = std::get<Bidders>(parse_lineup(lineup, setup.participants));
  MemoryLog log;
  SeededSalts salts(seed);
  Book book(log, salts, stream);
  const BookAnswer begun = start_auction(book, setup, seed, Instant{1'000'000});
  const std::vector<Finding> findings = check_setup(setup);
  AUCTION_CHECK(std::holds_alternative<Written>(begun),
                findings.empty() ? "the auction begins" : findings.front().message.c_str());
  const BookAnswer ended = play_auction(book, bidders, Market{}, seed);
  AUCTION_CHECK(std::holds_alternative<Written>(ended), "the auction ends");
  const auto records = log.records(stream);
  return {{records.begin(), records.end()}, book.state(), book.head()};
}

}  // namespace auction
