#include "libauction/standings/cricket_table.h"

#include <algorithm>

namespace auction {
namespace {

// The first innings as the rate sees it after rain: the target less one, off the revised quota.
bool was_revised(const InningsTotal& first, const InningsTotal& chase) {
  if (!chase.header.target) return false;
  const Target& target = *chase.header.target;
  return target.runs != first.runs + 1 || (target.balls != 0 && target.balls != first.quota);
}

// Older sources state no target; then one more than the first innings was it.
std::int32_t chase_balls(const InningsTotal& first, const InningsTotal& chase) {
  const bool reached = !chase.header.target && chase.runs > first.runs;
  return reached ? chase.balls : rate_balls(chase);
}

void rate_innings(CricketGame& game, const InningsTotal& first, const InningsTotal& chase) {
  const Side one = first.header.side;
  const Side two = chase.header.side;
  game.runs[two] = chase.runs;
  game.balls[two] = chase_balls(first, chase);
  game.runs[one] = first.runs;
  game.balls[one] = rate_balls(first);
  const auto& target = chase.header.target;
  if (!target || !was_revised(first, chase)) return;
  game.runs[one] = target->runs - 1;
  game.balls[one] = chase.quota;
}

void add_half(NetRunRate& rate, const CricketGame& game, std::size_t mine) {
  const std::size_t theirs = 1 - mine;
  rate.runs_for += game.runs[mine];
  rate.balls_for += game.balls[mine];
  rate.runs_against += game.runs[theirs];
  rate.balls_against += game.balls[theirs];
}

void add(CricketRow& row, const CricketGame& game, std::size_t mine,
         const CricketTableRules& rules) {
  const CricketResult& result = game.result;
  ++row.played;
  add_half(row.rate, game, mine);
  if (result.winner == mine) {
    ++row.won;
    row.points += rules.win;
  } else if (result.winner != kNoSide) {
    ++row.lost;
  } else if (result.ending == Ending::kTied) {
    ++row.tied;
    row.points += rules.tie;
  } else {
    ++row.no_result;
    row.points += rules.no_result;
  }
}

// Below, at or above zero: how a stands to b, the better one above.
int stands(const CricketRow& a, const CricketRow& b, const CricketTableRules& rules) {
  if (a.points != b.points) return a.points < b.points ? -1 : 1;
  for (const CricketTieBreak tie_break : rules.chain) {
    if (tie_break == CricketTieBreak::kWins && a.won != b.won) return a.won < b.won ? -1 : 1;
    if (tie_break != CricketTieBreak::kNetRunRate) continue;
    if (const int order = compare(a.rate, b.rate); order != 0) return order;
  }
  return 0;
}

}  // namespace

CricketGame game_of(const CricketMatch& match, std::span<const InningsTotal> innings,
                    const std::array<TeamSlot, 2>& teams) {
  CricketGame game;
  game.teams = teams;
  const CricketResult folded = result_of(innings);
  game.result = match.stated.value_or(folded);
  if (game.result.ending == Ending::kTied && game.result.winner == kNoSide) {
    game.result.winner = folded.winner;
  }
  if (game.result.ending == Ending::kNoResult || game.result.ending == Ending::kDrawn) return game;
  std::vector<const InningsTotal*> main;
  for (const InningsTotal& one : innings) {
    if (!one.header.super_over) main.push_back(&one);
  }
  if (main.size() == 2) rate_innings(game, *main[0], *main[1]);
  return game;
}

CricketGame abandoned_game(TeamSlot a, TeamSlot b) {
  CricketGame game;
  game.teams = {a, b};
  game.result.ending = Ending::kNoResult;
  return game;
}

std::vector<CricketRow> cricket_table(std::size_t teams, std::span<const CricketGame> games,
                                      std::span<const CricketDeduction> deductions,
                                      const CricketTableRules& rules) {
  std::vector<CricketRow> rows(teams);
  for (std::size_t i = 0; i < teams; ++i) rows[i].team = {static_cast<std::uint16_t>(i)};
  for (const CricketGame& game : games) {
    for (std::size_t mine = 0; mine < 2; ++mine) {
      AUCTION_CHECK(game.teams[mine].value < teams, "both are in the table");
      add(rows[game.teams[mine].value], game, mine, rules);
    }
  }
  for (const CricketDeduction& deduction : deductions) {
    AUCTION_CHECK(deduction.team.value < teams, "the team is in the table");
    rows[deduction.team.value].points -= deduction.points;
  }
  std::stable_sort(rows.begin(), rows.end(), [&](const CricketRow& a, const CricketRow& b) {
    return stands(a, b, rules) > 0;
  });
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool same = i > 0 && stands(rows[i - 1], rows[i], rules) == 0;
    rows[i].rank = same ? rows[i - 1].rank : static_cast<std::uint32_t>(i) + 1;
  }
  return rows;
}

}  // namespace auction
