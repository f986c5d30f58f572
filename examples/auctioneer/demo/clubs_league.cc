#include "examples/auctioneer/demo/competition.h"
#include "examples/auctioneer/files.h"
#include "examples/auctioneer/stop.h"
#include "libauction/adapters/csv/ids.h"
#include "libauction/adapters/results/openfootball.h"
#include "libauction/log/memory_log.h"
#include "libauction/rules/presets.h"
#include "libauction/scoring/rule_books.h"
#include "libauction/sim/lineup.h"
#include "libauction/sim/simulate.h"

namespace auction::demo {
namespace {

constexpr Instant kEvening{1'725'217'200'000};  // 1 September 2024, 19:00 UTC
constexpr Millis kZone{2 * 3'600'000};          // the file's times are those of summer in Geneva

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
std::vector<Stint> play(const Setup& setup) {
  MemoryLog log;
  SeededSalts salts(2);
  Book book(log, salts, stream_of(setup.auction));
  Sales sales;
  book.tell([&](const State&, const Record& record, std::span<const Event> events) {
    for (const Event& event : events) sales.take(event, record.at);
  });
  const Bidders bidders = std::get<Bidders>(parse_lineup("*=valuing", setup.participants));
  (void)start_auction(book, setup, 2, kEvening);
  (void)play_auction(book, bidders, Market{}, 2, {kEvening, {}});
  return sales.stints();
}

// 3 for a win, 1 each for a draw, 1 for each goal: straight from the file, past all machinery.
struct Worth {
  int results = 0;
  std::int64_t points = 0;
};

Worth worth_of(const std::vector<FixtureRow>& rows) {
  Worth worth;
  for (const FixtureRow& row : rows) {
    if (!row.goals) continue;
    ++worth.results;
    worth.points += row.goals->home + row.goals->away;
    worth.points += row.goals->home == row.goals->away ? 2 : 3;
  }
  return worth;
}

// A result corrected and corrected back leaves no trace.
Claim corrected(Competition& competition) {
  const Season before = competition.season();
  const FixtureResult played = before.fixtures.front().result;
  competition.act(SetResult{{0}, {FixtureStatus::kFinal, Goals{9, 2}}, "a slip of the pen"});
  const bool moved = content_digest(competition.season()) != content_digest(before);
  competition.act(SetResult{{0}, played, "put right"});
  return {moved && content_digest(competition.season()) == content_digest(before),
          "a result corrected and put back gives the same digest",
          {}};
}

}  // namespace

League clubs_league(const std::string& folder) {
  const std::string path = folder + "/ucl_2024-25.json";
  const auto file = fixtures_from_openfootball(cli::read_file(path), kZone);
  if (!file.ok()) cli::stop(cli::kBadInput, "{}: {}", path, std::string(file.status().message()));
  const Setup auction = four_friends(teams_of(file->rows));
  SeasonSetup setup = setup_after(auction, file->name + ", for four made-up friends");
  setup.teams = teams_of(*setup.catalogue);
  Competition competition(std::move(setup), *rule_book("pilot-football-clubs"));
  competition.own(play(auction));
  competition.act(ImportFixtures{file->rows});
  const Worth worth = worth_of(file->rows);
  const std::int64_t owned = competition.owned();
  const std::int64_t free = competition.free();
  const Claim counted{owned + free == worth.points * 100,
                      fmt::format("{} points from {} results: {} to the friends, {} to nobody",
                                  worth.points, worth.results, points_of(owned), points_of(free)),
                      {}};
  const Claim back = corrected(competition);
  return competition.end({counted, back});
}

}  // namespace auction::demo
