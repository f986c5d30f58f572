#include "libauction/scoring/cricket_score.h"

#include <algorithm>

#include "libauction/base/check.h"

namespace auction {
namespace {

constexpr std::size_t kTurns = 2;

// Legal balls that make this over a whole one.
std::int32_t balls_of(const InningsHeader& header, std::uint16_t over, std::int32_t usual) {
  for (const Miscounted& miscounted : header.miscounted) {
    if (miscounted.over == over) return miscounted.balls;
  }
  return usual;
}

std::int32_t conceded(const Ball& ball) { return ball.bat + ball.wides + ball.no_balls; }

}  // namespace

bool all_out(const InningsTotal& innings) {
  const auto retired = static_cast<std::int32_t>(innings.retired.size());
  return innings.wickets + retired + innings.header.absent >= kWicketsOfASide;
}

bool is_complete(const InningsTotal& innings) {
  if (innings.header.declared || innings.header.forfeited || all_out(innings)) return true;
  return innings.quota != 0 && innings.balls >= innings.quota;
}

std::int32_t rate_balls(const InningsTotal& innings) {
  const std::optional<Target>& target = innings.header.target;
  const bool reached = target && innings.runs >= target->runs && !innings.played_on;
  if (innings.quota == 0 || reached) return innings.balls;
  return innings.quota;
}

CricketScore::CricketScore(const CricketMatch& match)
    : balls_per_over_(match.balls_per_over),
      quota_(match.overs * match.balls_per_over),
      players_(match.players.size()),
      figures_(match.players.size() * kTurns) {
  for (std::size_t i = 0; i < players_; ++i) {
    figures_[i][CricketStat::kInXi] = match.players[i].side != kNoSide ? 1 : 0;
  }
}

void CricketScore::begin(const InningsHeader& header) {
  turn_ = 0;
  for (const InningsTotal& earlier : innings_) {
    if (!earlier.header.super_over && earlier.header.side == header.side) ++turn_;
  }
  AUCTION_CHECK(header.super_over || turn_ < kTurns, "a side has two innings at most");
  InningsTotal total;
  total.header = header;
  total.runs = header.penalty_runs;
  total.quota = header.super_over ? balls_per_over_ : quota_;
  if (header.target && header.target->balls != 0) total.quota = header.target->balls;
  innings_.push_back(std::move(total));
  over_ = {};
}

void CricketScore::apply(const Ball& ball) {
  AUCTION_CHECK(!innings_.empty(), "an innings is begun before its first ball");
  follow_over(ball);
  apply_total(ball);
  if (innings_.back().header.super_over) return;
  apply_batting(ball);
  apply_bowling(ball);
  for (const Wicket& wicket : ball.wickets) apply_wicket(wicket, ball.bowler);
}

const Figures& CricketScore::figures(CricketerSlot player, std::size_t turn) const {
  return figures_[turn * players_ + player.value];
}

Figures CricketScore::figures(CricketerSlot player) const {
  Figures sum = figures(player, 0);
  return sum += figures(player, 1);
}

Figures& CricketScore::of(CricketerSlot player) {
  return figures_[turn_ * players_ + player.value];
}

void CricketScore::follow_over(const Ball& ball) {
  if (ball.over != over_.over) {
    over_ = {};
    over_.over = ball.over;
    over_.bowler = ball.bowler;
  }
  over_.one_bowler = over_.one_bowler && over_.bowler == ball.bowler;
  over_.legal += is_legal(ball) ? 1 : 0;
  over_.conceded += conceded(ball);
}

void CricketScore::apply_total(const Ball& ball) {
  InningsTotal& total = innings_.back();
  const std::optional<Target>& target = total.header.target;
  total.played_on = total.played_on || (target && total.runs >= target->runs);
  total.runs += conceded(ball) + ball.byes + ball.leg_byes + ball.penalty;
  const bool whole = over_.legal >= balls_of(total.header, ball.over, balls_per_over_);
  total.balls = ball.over * balls_per_over_ + (whole ? balls_per_over_ : over_.legal);
  if ((ball.bat == 4 || ball.bat == 6) && !ball.non_boundary) ++total.boundaries;
  std::erase_if(total.retired, [&](CricketerSlot player) {
    return player == ball.batter || player == ball.non_striker;
  });
  for (const Wicket& wicket : ball.wickets) {
    if (is_out(wicket.how)) {
      ++total.wickets;
    } else {
      total.retired.push_back(wicket.out);
    }
  }
}

void CricketScore::apply_batting(const Ball& ball) {
  Figures& batter = of(ball.batter);
  batter[CricketStat::kRuns] += ball.bat;
  batter[CricketStat::kBalls] += ball.wides == 0 ? 1 : 0;
  if (ball.non_boundary) return;
  batter[CricketStat::kFours] += ball.bat == 4 ? 1 : 0;
  batter[CricketStat::kSixes] += ball.bat == 6 ? 1 : 0;
}

void CricketScore::apply_bowling(const Ball& ball) {
  Figures& bowler = of(ball.bowler);
  bowler[CricketStat::kConceded] += conceded(ball);
  bowler[CricketStat::kWides] += ball.wides;
  bowler[CricketStat::kNoBalls] += ball.no_balls;
  bowler[CricketStat::kLegalBalls] += is_legal(ball) ? 1 : 0;
  bowler[CricketStat::kDots] += is_legal(ball) && ball.bat == 0 ? 1 : 0;
  judge_maiden(ball.bowler);
}

// Judged after every ball and taken back if need be: a seventh ball may spoil what six had made.
void CricketScore::judge_maiden(CricketerSlot bowler) {
  const std::int32_t needed = balls_of(innings_.back().header, over_.over, balls_per_over_);
  const bool maiden = over_.one_bowler && over_.conceded == 0 && over_.legal >= needed;
  if (maiden == over_.counted) return;
  of(maiden ? bowler : over_.bowler)[CricketStat::kMaidens] += maiden ? 1 : -1;
  over_.counted = maiden;
}

void CricketScore::apply_wicket(const Wicket& wicket, CricketerSlot bowler) {
  if (!is_out(wicket.how)) return;
  ++of(wicket.out)[CricketStat::kDismissed];
  if (is_bowlers(wicket.how)) ++of(bowler)[CricketStat::kWickets];
  if (wicket.how == Dismissal::kBowled || wicket.how == Dismissal::kLbw) {
    ++of(bowler)[CricketStat::kBowledLbw];
  }
  if (wicket.how == Dismissal::kCaughtAndBowled) ++of(bowler)[CricketStat::kCatches];
  if (wicket.how == Dismissal::kRunOut) return apply_run_out(wicket);
  if (wicket.fielders.empty()) return;
  const Fielder& fielder = wicket.fielders.front();
  if (fielder.substitute || fielder.player == kNobody) return;
  if (wicket.how == Dismissal::kCaught) ++of(fielder.player)[CricketStat::kCatches];
  if (wicket.how == Dismissal::kStumped) ++of(fielder.player)[CricketStat::kStumpings];
}

void CricketScore::apply_run_out(const Wicket& wicket) {
  for (const Fielder& fielder : wicket.fielders) {
    if (fielder.substitute || fielder.player == kNobody) continue;
    ++of(fielder.player)[CricketStat::kRunOuts];
    if (wicket.fielders.size() == 1) ++of(fielder.player)[CricketStat::kDirectRunOuts];
  }
}

CricketScore score_of(const CricketMatch& match) {
  CricketScore score(match);
  for (const CricketInnings& innings : match.innings) {
    score.begin(innings.header);
    for (const Ball& ball : innings.balls) score.apply(ball);
  }
  return score;
}

}  // namespace auction
