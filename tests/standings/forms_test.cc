#include <set>

#include "libauction/standings/cup.h"
#include "libauction/standings/head_to_head.h"
#include "libauction/standings/rotisserie.h"
#include "tests/catch.h"
#include "tests/season/small_season.h"

using namespace auction;

namespace {

std::vector<ManagerSlot> seeds(std::uint8_t n) {
  std::vector<ManagerSlot> list;
  for (std::uint8_t i = 0; i < n; ++i) list.push_back(manager(i));
  return list;
}

}  // namespace

TEST_CASE("everybody meets everybody once, and again with home and away exchanged") {
  for (std::size_t n = 2; n <= 12; ++n) {
    const std::size_t cycle = n + n % 2 - 1;
    const std::vector<Pairing> pairings = round_robin(n, 2 * cycle);
    CHECK(pairings.size() == n * (n - 1));
    std::set<std::pair<std::uint8_t, std::uint8_t>> met;
    std::set<std::pair<std::size_t, std::uint8_t>> played;
    for (const Pairing& pairing : pairings) {
      CHECK(met.emplace(pairing.home.value, pairing.away.value).second);
      CHECK(played.emplace(pairing.week, pairing.home.value).second);
      CHECK(played.emplace(pairing.week, pairing.away.value).second);
    }
  }
  CHECK(round_robin(1, 5).empty());
}

TEST_CASE("who earned more that week wins; weeks to come are not played") {
  const std::vector<Pairing> pairings{
      {0, manager(0), manager(1)}, {1, manager(1), manager(0)}, {2, manager(0), manager(1)}};
  const std::vector<std::vector<std::int64_t>> points{{1200, 700}, {500, 500}};
  const std::vector<DuelRow> table = head_to_head(2, pairings, points, DuelRules{});
  CHECK(table[0] == DuelRow{manager(0), 1, 1, 1, 0, 4, 1700, 1200});
  CHECK(table[1] == DuelRow{manager(1), 2, 0, 1, 1, 1, 1200, 1700});
}

TEST_CASE("rotisserie shares the points of shared places") {
  const std::vector<Category> categories{{"goals", {9, 4, 9}}, {"conceded", {3, 1, 2}, false}};
  const std::vector<RotoRow> table = rotisserie(categories);
  CHECK(table[0] == RotoRow{manager(2), 1, 9, {5, 4}});
  CHECK(table[1] == RotoRow{manager(1), 2, 8, {2, 6}});
  CHECK(table[2] == RotoRow{manager(0), 3, 7, {5, 2}});
  const std::vector<Category> level{{"goals", {1, 1, 1}}};
  CHECK(rotisserie(level)[2] == RotoRow{manager(2), 1, 4, {4}});
  CHECK(rotisserie({}).empty());
}

TEST_CASE("a cup keeps the first two seeds apart until the final") {
  const std::vector<std::vector<std::int64_t>> points(3, {8, 7, 6, 5, 4, 3, 2, 1});
  const Cup cup = cup_of(seeds(8), points);
  REQUIRE(cup.rounds.size() == 3);
  CHECK(cup.rounds[2][0].home == manager(0));
  CHECK(cup.rounds[2][0].away == manager(1));
  CHECK(cup.winner == manager(0));
}

TEST_CASE("the best seeds rest where the number is no power of two") {
  const Cup cup = cup_of(seeds(5), std::vector<std::vector<std::int64_t>>(1, {0, 0, 0, 4, 9}));
  REQUIRE(cup.rounds.size() == 2);
  CHECK(cup.rounds[0][0] == CupTie{manager(0), kNoManager, 0, 0, manager(0)});
  CHECK(cup.rounds[0][1] == CupTie{manager(3), manager(4), 4, 9, manager(4)});
  CHECK(cup.rounds[1][0] == CupTie{manager(0), manager(4), 0, 0, kNoManager});
  CHECK(cup.winner == kNoManager);
}

TEST_CASE("a level tie goes to the better seed, and a cup of one is won") {
  const std::vector<std::vector<std::int64_t>> points{{5, 5}};
  CHECK(cup_of(seeds(2), points).winner == manager(0));
  CHECK(cup_of(seeds(1), {}).winner == manager(0));
}
