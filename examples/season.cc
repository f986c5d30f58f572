// A season from end to end: an auction's log, real Champions League results, the managers in order,
// and one result written in by hand.
#include <cstdio>
#include <fstream>
#include <iterator>

#include "libauction/adapters/csv/ids.h"
#include "libauction/adapters/results/openfootball.h"
#include "libauction/log/memory_log.h"
#include "libauction/rules/presets.h"
#include "libauction/scoring/rule_books.h"
#include "libauction/season/calendar.h"
#include "libauction/season/decide.h"
#include "libauction/season/sales.h"
#include "libauction/sim/lineup.h"
#include "libauction/sim/simulate.h"
#include "libauction/standings/tally.h"

using namespace auction;

namespace {

Setup four_friends(const std::vector<Team>& teams) {
  Catalogue clubs;
  for (const Team& team : teams) {
    Asset& club = clubs.assets.emplace_back();
    club.id = asset_id(team.external_id);
    club.external_id = team.external_id;
    club.name = team.name;
  }
  Setup setup;
  setup.auction = {1, 1};
  setup.rules = Shared<RuleSet>(*preset("pilot-football"));
  setup.catalogue = Shared<Catalogue>(std::move(clubs));
  setup.commissioners = {{1, 2}};
  for (const char* label : {"Reds", "Blues", "Greens", "Golds"}) {
    setup.participants.push_back({manager_id(label), label, setup.rules->budget, {}});
  }
  return setup;
}

// Made-up bidders play the auction; who bought what is read from its log.
std::vector<Stint> play(const Setup& setup, Instant at) {
  MemoryLog log;
  SeededSalts salts(2);
  Book book(log, salts, stream_of(setup.auction));
  Sales sales;
  book.tell([&](const State&, const Record& record, std::span<const Event> events) {
    for (const Event& event : events) sales.take(event, record.at);
  });
  const Bidders bidders = std::get<Bidders>(parse_lineup("*=valuing", setup.participants));
  (void)start_auction(book, setup, 2, at);
  (void)play_auction(book, bidders, Market{}, 2, {at, {}});
  return sales.stints();
}

// False, and a word about it, where the season says no.
bool act(Tally& tally, const SeasonCommand& command, Instant now) {
  SeasonEvents events;
  const SeasonRefusals no = decide(tally.season(), command, {kHost, now}, events);
  for (const SeasonRefusal& refusal : no) std::puts(std::string(sentence(refusal.reason)).c_str());
  for (const SeasonEvent& event : events) tally.apply(event, now);
  return no.empty();
}

void print(const Tally& tally) {
  for (const ManagerRow& row : tally.standings().rows) {
    std::printf("%u %-8s %5s  goals %lld, wins %lld\n", row.rank,
                tally.season().members[row.manager.value].label.c_str(),
                points_text(row.hundredths, 100).c_str(), static_cast<long long>(row.tie_breaks[0]),
                static_cast<long long>(row.tie_breaks[1]));
  }
}

}  // namespace

int main() {
  std::ifstream in("examples/data/season/ucl_2024-25.json");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto file = fixtures_from_openfootball(text, Millis{2 * 3'600'000});
  if (!file.ok()) return std::puts(file.status().ToString().c_str()), 1;
  const Setup auction = four_friends(teams_of(file->rows));
  const std::vector<Stint> stints = play(auction, *read_instant("2024-09-01T19:00:00Z"));

  SeasonSetup setup = setup_after(auction, file->name);
  setup.teams = teams_of(*setup.catalogue);
  setup.book = "pilot-football-clubs";
  const RuleBook book = *rule_book(setup.book);
  Tally tally({}, book, tie_breaks_of(book.sport));
  const Instant now = *read_instant("2025-06-01T00:00:00Z");
  bool good = act(tally, CreateSeason{Shared<SeasonSetup>(setup)}, now);
  for (const Stint& stint : stints) good = good && act(tally, SetOwner{stint}, now);
  good = good && act(tally, ImportFixtures{file->rows}, now);
  print(tally);

  // The file has no result of the final. The commissioner writes it in; the table follows.
  const auto last = static_cast<std::uint32_t>(tally.season().fixtures.size() - 1);
  std::puts("with the final, 5-0:");
  good = good && act(tally, SetResult{{last}, {FixtureStatus::kFinal, Goals{5, 0}}, "TV"}, now);
  print(tally);
  const bool same = tally.standings() == standings_of(tally.season(), book, {"goals", "won"});
  return good && same && stints.size() == 12 ? 0 : 1;
}
