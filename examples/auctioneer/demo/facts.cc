#include "examples/auctioneer/demo/facts.h"

#include <algorithm>
#include <filesystem>

#include "examples/auctioneer/demo/table.h"
#include "examples/auctioneer/files.h"
#include "examples/auctioneer/stop.h"
#include "libauction/adapters/csv/assets.h"
#include "libauction/adapters/csv/managers.h"
#include "libauction/adapters/json/json_fault.h"
#include "libauction/rules/presets.h"

namespace auction::demo {
namespace {

namespace fs = std::filesystem;
using cli::kBadInput;
using cli::stop;

constexpr const char* kFacts = "examples/auctioneer/data/ipl_2025";
constexpr const char* kResults = "examples/data/season";

// The preset as it stands, but for the order (the list's own, lot by lot) and unsold lots: the
// accelerated round is in no source, so nobody comes up twice.
RuleSet rules_of_demo() {
  RuleSet rules = *preset("ipl-2025");
  rules.name = "ipl-2025-demo";
  rules.notes += " The demo: lots in the order given, unsold ones never again.";
  rules.order.kind = OrderKind::kGiven;
  rules.unsold = {};
  return rules;
}

std::vector<Asset>::iterator find(Catalogue& catalogue, const Table& table, std::size_t row,
                                  std::size_t column) {
  const std::string& key = table.rows[row][column];
  const auto is_it = [&](const Asset& asset) { return asset.external_id == key; };
  const auto found = std::find_if(catalogue.assets.begin(), catalogue.assets.end(), is_it);
  if (found == catalogue.assets.end()) {
    stop(kBadInput, "{}: line {}: no asset is called '{}'", table.path, row + 2, key);
  }
  return found;
}

void remember(Asset& asset, const Move& move) {
  asset.attributes.push_back({"moved", move.place + ' ' + move.anchor + ", reconstructed"});
  std::sort(asset.attributes.begin(), asset.attributes.end(),
            [](const Attribute& a, const Attribute& b) { return a.name < b.name; });
}

std::vector<Move> make_moves(const std::string& folder, Catalogue& catalogue) {
  const Table table = read_table(folder + "/moves.csv", "externalId,place,anchor");
  std::vector<Move> moves;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const auto from = find(catalogue, table, row, 0);
    Asset asset = *from;
    catalogue.assets.erase(from);
    const auto anchor = find(catalogue, table, row, 2);
    moves.push_back({asset.name, table.rows[row][1], anchor->name});
    remember(asset, moves.back());
    catalogue.assets.insert(moves.back().place == "after" ? anchor + 1 : anchor, std::move(asset));
  }
  return moves;
}

Catalogue read_assets(const std::string& path, const RuleSet& rules) {
  auto assets = assets_from_csv(cli::read_file(path), rules.currency);
  if (!assets.ok()) stop(kBadInput, "{}: {}", path, to_std(assets.status().message()));
  return *std::move(assets);
}

std::vector<Participant> read_managers(const std::string& path, const RuleSet& rules,
                                       const Catalogue& catalogue) {
  auto managers = managers_from_csv(cli::read_file(path), rules, catalogue);
  if (!managers.ok()) stop(kBadInput, "{}: {}", path, to_std(managers.status().message()));
  return *std::move(managers);
}

std::map<std::uint16_t, Result> read_results(const std::string& folder, Catalogue& catalogue) {
  const Table table = read_table(folder + "/result.csv", "externalId,result,price,team");
  std::map<std::uint16_t, Result> results;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    Result result;
    result.sold = table.rows[row][1] == "sold";
    if (result.sold) result = {true, {number(table, row, 2)}, table.rows[row][3]};
    const auto asset = find(catalogue, table, row, 0);
    results[static_cast<std::uint16_t>(asset - catalogue.assets.begin())] = result;
  }
  return results;
}

std::vector<Published> read_published(const std::string& folder) {
  const Table table = read_table(folder + "/published.csv", "label,purseLeft,squad");
  std::vector<Published> published;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    published.push_back({table.rows[row][0],
                         {number(table, row, 1)},
                         static_cast<std::size_t>(number(table, row, 2))});
  }
  return published;
}

// The folder below `place` or one of its parents.
std::string below(fs::path place, const char* folder) {
  std::error_code error;
  for (;; place = place.parent_path()) {
    if (fs::is_directory(place / folder, error)) return (place / folder).string();
    if (place == place.root_path()) return "";
  }
}

std::string find(const char* folder, const char* option) {
  std::error_code error;
  std::string found = below(fs::current_path(error), folder);
  if (found.empty()) found = below(fs::read_symlink("/proc/self/exe", error).parent_path(), folder);
  if (found.empty()) stop(kBadInput, "{} is nowhere near; name it with {}", folder, option);
  return found;
}

}  // namespace

Facts read_facts(const std::string& folder) {
  Facts facts;
  script::Given given;
  given.rules = rules_of_demo();
  given.catalogue = read_assets(folder + "/assets.csv", *given.rules);
  facts.moves = make_moves(folder, *given.catalogue);
  facts.results = read_results(folder, *given.catalogue);
  facts.published = read_published(folder);
  given.participants = read_managers(folder + "/managers.csv", *given.rules, *given.catalogue);
  facts.prologue = script::read_prologue({}, given);
  return facts;
}

std::string find_facts() { return find(kFacts, "--data"); }
std::string find_results() { return find(kResults, "--results"); }

}  // namespace auction::demo
