#include "examples/auctioneer/demo/competition.h"

#include <set>

#include "examples/auctioneer/stop.h"

namespace auction::demo {

Competition::Competition(SeasonSetup setup, const RuleBook& book)
    : book_(book), tally_({}, book, tie_breaks_of(book.sport)) {
  setup.book = book.id;
  act(CreateSeason{Shared<SeasonSetup>(std::move(setup))});
}

void Competition::own(const std::vector<Stint>& stints) {
  for (const Stint& stint : stints) act(SetOwner{stint});
}

void Competition::act(const SeasonCommand& command) {
  SeasonEvents events;
  const SeasonRefusals no = decide(season(), command, {kHost, {}}, events);
  if (!no.empty()) {
    cli::stop(cli::kBadInput, "{}, row {} {}: {}", season().setup->name, no.front().row + 1,
              no.front().column, sentence(no.front().reason));
  }
  for (const SeasonEvent& event : events) tally_.apply(event, {});
}

std::int64_t Competition::owned() const {
  std::int64_t sum = 0;
  for (const ManagerRow& row : tally_.standings().rows) sum += row.hundredths;
  return sum;
}

std::int64_t Competition::free() const {
  std::set<std::uint16_t> owned;
  for (const Stint& stint : season().stints) owned.insert(stint.asset.value);
  std::int64_t sum = 0;
  for (const LeaderRow& row : leaderboard_of(season(), book_)) {
    if (!owned.contains(row.asset.value)) sum += row.hundredths;
  }
  return sum;
}

League Competition::end(std::vector<Claim> claims) {
  const Standings table = tally_.standings();
  const bool same = table == standings_of(season(), book_, tie_breaks_of(book_.sport));
  claims.push_back({same, "kept event by event, the table is the one counted from nothing", {}});
  return {season().setup->name, book_, season(), table, std::move(claims)};
}

std::string points_of(std::int64_t hundredths) { return points_text(hundredths, 100); }

}  // namespace auction::demo
