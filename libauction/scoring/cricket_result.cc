#include "libauction/scoring/cricket_result.h"

namespace auction {
namespace {

using Totals = std::vector<const InningsTotal*>;

constexpr Side other(Side side) { return side == 0 ? 1 : 0; }

CricketResult won_by_wickets(const InningsTotal& last) {
  return {Ending::kWon, last.header.side, 0, kWicketsOfASide - last.wickets, false};
}

CricketResult limited(const Totals& innings) {
  if (innings.size() < 2) return {Ending::kNoResult};
  const InningsTotal& chase = *innings[1];
  const std::int32_t target =
      chase.header.target ? chase.header.target->runs : innings[0]->runs + 1;
  if (chase.played_on) return {Ending::kWon, chase.header.side, chase.runs - target + 1, 0, false};
  if (chase.runs >= target) return won_by_wickets(chase);
  if (!is_complete(chase)) return {Ending::kOpen};
  if (chase.runs == target - 1) return {Ending::kTied};
  return {Ending::kWon, other(chase.header.side), target - 1 - chase.runs, 0, false};
}

struct SideSoFar {
  std::int32_t runs = 0;
  std::int32_t innings = 0;
};

CricketResult unlimited(const Totals& innings) {
  if (innings.empty()) return {Ending::kDrawn};
  std::array<SideSoFar, 2> sides;
  for (const InningsTotal* one : innings) {
    sides[one->header.side].runs += one->runs;
    ++sides[one->header.side].innings;
  }
  const InningsTotal& last = *innings.back();
  const SideSoFar batting = sides[last.header.side];
  const SideSoFar fielding = sides[other(last.header.side)];
  const bool chasing = batting.innings == 2 && fielding.innings == 2;
  if (chasing && batting.runs > fielding.runs) return won_by_wickets(last);
  if (batting.innings < 2 || !is_complete(last) || batting.runs > fielding.runs) {
    return {Ending::kDrawn};
  }
  const std::int32_t margin = fielding.runs - batting.runs;
  if (!chasing && (fielding.innings != 1 || margin == 0)) return {Ending::kDrawn};
  if (margin == 0) return {Ending::kTied};
  return {Ending::kWon, other(last.header.side), margin, 0, fielding.innings == 1};
}

// Runs decide; then boundaries over match and super over.
Side winner_of_tie(std::span<const InningsTotal> innings, const Totals& super_overs) {
  if (super_overs.size() < 2) return kNoSide;
  const InningsTotal& first = *super_overs[super_overs.size() - 2];
  const InningsTotal& second = *super_overs.back();
  if (first.runs != second.runs) {
    return first.runs > second.runs ? first.header.side : second.header.side;
  }
  std::array<std::int32_t, 2> boundaries{};
  for (const InningsTotal& one : innings) boundaries[one.header.side] += one.boundaries;
  if (boundaries[0] == boundaries[1]) return kNoSide;
  return boundaries[0] > boundaries[1] ? 0 : 1;
}

std::string counted(std::int32_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

}  // namespace

CricketResult result_of(std::span<const InningsTotal> innings) {
  Totals main;
  Totals super_overs;
  bool quota = false;
  for (const InningsTotal& one : innings) {
    (one.header.super_over ? super_overs : main).push_back(&one);
    quota = quota || (!one.header.super_over && one.quota != 0);
  }
  if (main.empty()) return {Ending::kNoResult};
  CricketResult result = quota ? limited(main) : unlimited(main);
  if (result.ending == Ending::kTied) result.winner = winner_of_tie(innings, super_overs);
  return result;
}

std::string result_text(const CricketResult& result, const std::array<std::string, 2>& teams) {
  switch (result.ending) {
    case Ending::kOpen:
      return "not decided by the balls";
    case Ending::kDrawn:
      return "drawn";
    case Ending::kNoResult:
      return "no result";
    case Ending::kTied:
      if (result.winner == kNoSide) return "tie";
      return "tie (" + teams[result.winner] + " in the super over)";
    case Ending::kWon:
      break;
  }
  const std::string& winner = teams[result.winner];
  if (result.wickets != 0) return winner + " by " + counted(result.wickets, "wicket");
  if (result.runs == 0) return winner;
  return winner + " by " + (result.by_innings ? "an innings and " : "") +
         counted(result.runs, "run");
}

}  // namespace auction
