#include "libauction/standings/cricket_table.h"

#include "tests/catch.h"
#include "tests/standings/team.h"

using namespace auction;

namespace {

CricketMatch twenty_overs() {
  CricketMatch match;
  match.overs = 20;
  return match;
}

InningsTotal innings(Side side, std::int32_t runs, std::int32_t wickets, std::int32_t balls,
                     std::optional<Target> target = std::nullopt) {
  InningsTotal total;
  total.header.side = side;
  total.header.target = target;
  total.runs = runs;
  total.wickets = wickets;
  total.balls = balls;
  total.quota = target && target->balls != 0 ? target->balls : 120;
  return total;
}

CricketGame game(const std::vector<InningsTotal>& totals,
                 std::optional<CricketResult> stated = std::nullopt) {
  CricketMatch match = twenty_overs();
  match.stated = stated;
  return game_of(match, totals, {team(0), team(1)});
}

}  // namespace

TEST_CASE("overs are never a decimal: 3.4 overs are 22 balls") {
  CHECK(net_run_rate_text({30, 22, 0, 120}) == "8.182");
  CHECK(net_run_rate_text({30, 120, 30, 22}) == "-6.682");
  CHECK(net_run_rate_text({0, 0, 0, 0}) == "0.000");
  CHECK(net_run_rate_text({1, 12000, 0, 120}) == "0.001");  // 0.0005 away from zero
  CHECK(net_run_rate_text({0, 120, 1, 12000}) == "-0.001");
}

TEST_CASE("rates are compared exactly, beyond the decimals a table prints") {
  const NetRunRate a{10001, 60000, 10000, 60000};
  const NetRunRate b{10000, 60000, 10000, 60000};
  CHECK(thousandths(a) == thousandths(b));
  CHECK(compare(a, b) > 0);
  CHECK(compare(b, a) < 0);
  const NetRunRate big{1 << 24, 1 << 24, 1, 1 << 24};
  CHECK(compare(big, big) == 0);
}

TEST_CASE("a side that is all out counts its full quota") {
  const CricketGame all_out = game({innings(0, 160, 5, 120), innings(1, 100, 10, 80, Target{161})});
  CHECK(all_out.runs == std::array{160, 100});
  CHECK(all_out.balls == std::array{120, 120});
  const CricketGame chased = game({innings(0, 160, 10, 90), innings(1, 162, 3, 100, Target{161})});
  CHECK(chased.balls == std::array{120, 100});
  CHECK(chased.result.winner == 1);
}

TEST_CASE("a source without targets means one more than the first innings") {
  const CricketGame chased = game({innings(0, 160, 5, 120), innings(1, 161, 3, 100)});
  CHECK(chased.balls == std::array{120, 100});
}

TEST_CASE("after rain the first innings is the target less one, off the revised quota") {
  const CricketGame rained = game({innings(0, 149, 5, 120), innings(1, 55, 0, 48, Target{53, 48})},
                                  CricketResult{Ending::kWon, 1, 3, 0, false});
  CHECK(rained.runs == std::array{52, 55});
  CHECK(rained.balls[0] == 48);
}

TEST_CASE("no result is a point each and no rate; a super over is a win and no runs") {
  const CricketGame none = game({innings(0, 70, 1, 50)}, CricketResult{Ending::kNoResult});
  InningsTotal one = innings(0, 12, 1, 6);
  InningsTotal two = innings(1, 8, 2, 5);
  one.header.super_over = two.header.super_over = true;
  const CricketGame tie =
      game({innings(0, 150, 6, 120), innings(1, 150, 7, 120, Target{151}), one, two});
  const std::vector<CricketGame> games{none, tie, abandoned_game(team(0), team(1))};
  const std::vector<CricketRow> table = cricket_table(2, games, {}, {});
  CHECK(table[0] == CricketRow{team(0), 1, 3, 1, 0, 0, 2, 4, {150, 120, 150, 120}});
  CHECK(table[1] == CricketRow{team(1), 2, 3, 0, 1, 0, 2, 2, {150, 120, 150, 120}});
}

TEST_CASE("the chain is data: wins before the rate, or the rate alone") {
  // Both have two points: 0 won once, narrowly; 1 tied twice, with the better rate.
  const std::vector<CricketGame> games{
      {{team(0), team(2)}, {Ending::kWon, 0, 1, 0, false}, {100, 99}, {120, 120}},
      {{team(1), team(2)}, {Ending::kTied}, {150, 150}, {100, 120}},
      {{team(1), team(2)}, {Ending::kTied}, {150, 150}, {100, 120}}};
  CricketTableRules rules;
  CHECK(cricket_table(3, games, {}, rules)[0].team == team(1));
  rules.chain = {CricketTieBreak::kWins, CricketTieBreak::kNetRunRate};
  CHECK(cricket_table(3, games, {}, rules)[0].team == team(0));
  const std::vector<CricketDeduction> deductions{{team(0), 1}};
  CHECK(cricket_table(3, games, deductions, rules).back().team == team(0));
}
