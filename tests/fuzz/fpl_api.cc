// The FPL API's answers from outside. What reads can be scored, a row a player and fixture.
#include "libauction/adapters/results/fpl.h"

#include <set>

#include "libauction/scoring/rule_books.h"
#include "libauction/scoring/sheet.h"
#include "tests/fuzz/oracle.h"

namespace {

using namespace auction;

const std::vector<FplPlayer> kPlayers{
    {"1", "A", "1", "GK"}, {"2", "B", "1", "DEF"}, {"3", "C", "2", "MID"}, {"4", "D", "2", "FWD"}};

void check_players(std::string_view text) {
  const auto players = players_from_fpl(text);
  if (!players.ok()) return;
  std::set<std::string> seen;
  for (const FplPlayer& player : *players) {
    fuzz::require(seen.insert(player.element).second, "every player has a number of his own");
    fuzz::require(!player.position.empty(), "every player has a position");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  check_players(text);
  static const RuleBook kBook = *rule_book("fpl-2025-26");
  const auto rows = figures_from_fpl(text, kPlayers, kBook);
  if (!rows.ok()) return 0;
  Sheet sheet(kBook.stats.size());
  for (const FigureRow& row : *rows) {
    fuzz::require(row.stats.size() == kBook.stats.size(), "a row has every figure");
    fuzz::require(sheet.add(row_of(row)), "figures are small");
  }
  const std::vector<std::int64_t> units = points(kBook, sheet);
  for (std::size_t i = 0; i < rows->size(); ++i) {
    fuzz::require(units[i] == points(kBook, row_of((*rows)[i])), "rows and columns agree");
  }
  return 0;
}
