// The twin of season.cc: a cricket auction, three IPL matches ball by ball, the managers in order.
// Contains information from Cricsheet (cricsheet.org), under the ODC Attribution License.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <set>

#include "libauction/adapters/csv/ids.h"
#include "libauction/adapters/results/cricsheet.h"
#include "libauction/log/memory_log.h"
#include "libauction/rules/presets.h"
#include "libauction/scoring/rule_books.h"
#include "libauction/season/calendar.h"
#include "libauction/season/decide.h"
#include "libauction/season/sales.h"
#include "libauction/sim/lineup.h"
#include "libauction/sim/simulate.h"
#include "libauction/standings/cricket_rows.h"
#include "libauction/standings/tally.h"

using namespace auction;

namespace {

Setup three_friends(const std::vector<CricketMatch>& matches) {
  Catalogue players;
  std::set<std::string> seen;
  for (const CricketMatch& match : matches) {
    for (const Cricketer& player : match.players) {
      if (player.side == kNoSide || !seen.insert(player.id).second) continue;
      Asset& asset = players.assets.emplace_back();
      asset.id = asset_id(player.id);
      asset.external_id = player.id;
      asset.name = player.name;
    }
  }
  Setup setup;
  setup.auction = {1, 1};
  setup.rules = Shared<RuleSet>(*preset("pilot-cricket"));
  setup.catalogue = Shared<Catalogue>(std::move(players));
  setup.commissioners = {{1, 2}};
  for (const char* label : {"Reds", "Blues", "Greens"}) {
    setup.participants.push_back({manager_id(label), label, setup.rules->budget, {}});
  }
  return setup;
}

// Made-up bidders play the auction; who bought whom is read from its log.
std::vector<Stint> play(const Setup& setup, Instant at) {
  MemoryLog log;
  SeededSalts salts(7);
  Book book(log, salts, stream_of(setup.auction));
  Sales sales;
  book.tell([&](const State&, const Record& record, std::span<const Event> events) {
    for (const Event& event : events) sales.take(event, record.at);
  });
  const Bidders bidders = std::get<Bidders>(parse_lineup("*=valuing", setup.participants));
  (void)start_auction(book, setup, 7, at);
  (void)play_auction(book, bidders, Market{}, 7, {at, {}});
  return sales.stints();
}

bool act(Tally& tally, const SeasonCommand& command) {
  SeasonEvents events;
  const SeasonRefusals no = decide(tally.season(), command, {kHost, {}}, events);
  for (const SeasonRefusal& refusal : no) std::puts(std::string(sentence(refusal.reason)).c_str());
  for (const SeasonEvent& event : events) tally.apply(event, {});
  return no.empty();
}

}  // namespace

int main() {
  const std::vector<std::string> ids{"1473438", "1473443", "1473444"};
  std::vector<CricketMatch> matches;
  for (const std::string& id : ids) {
    std::ifstream in("examples/data/season/" + id + ".json");
    auto match = match_from_cricsheet(std::string{std::istreambuf_iterator<char>(in), {}});
    if (!match.ok()) return std::puts(match.status().ToString().c_str()), 1;
    matches.push_back(*std::move(match));
  }
  const Setup auction = three_friends(matches);
  const std::vector<Stint> stints = play(auction, *read_instant("2025-03-01T19:00:00Z"));

  SeasonSetup setup = setup_after(auction, "Three matches of the IPL 2025");
  std::set<std::string> teams;
  for (const CricketMatch& match : matches) teams.insert({match.teams[0], match.teams[1]});
  for (const std::string& team : teams) setup.teams.push_back({team, team});
  setup.figures = cricket_figure_names();
  setup.book = "pilot-cricket";
  const RuleBook book = *rule_book(setup.book);
  Tally tally({}, book, tie_breaks_of(book.sport));
  bool good = act(tally, CreateSeason{Shared<SeasonSetup>(setup)});
  for (const Stint& stint : stints) good = good && act(tally, SetOwner{stint});
  for (std::size_t i = 0; i < matches.size(); ++i) {
    good = good && act(tally, ImportFixtures{{fixture_row(matches[i], ids[i])}});
    good = good && act(tally, ImportFigures{score_rows(matches[i], score_of(matches[i]), ids[i])});
  }
  for (const ManagerRow& row : tally.standings().rows) {
    std::printf("%u %-8s %6s points\n", row.rank,
                tally.season().members[row.manager.value].label.c_str(),
                points_text(row.hundredths, 100).c_str());
    for (const Earned& one : row.earned) {
      std::printf("    %-24s %6s\n", (*setup.catalogue)[one.asset].name.c_str(),
                  points_text(one.hundredths, 100).c_str());
    }
  }
  const TieBreaks names = tie_breaks_of(book.sport);
  return good && tally.standings() == standings_of(tally.season(), book, names) ? 0 : 1;
}
