// The score of a cricket match: totals of innings and figures of players, folded from the balls.
//
// One ball at a time as it is bowled, or a whole match at once: the same fold, so the same numbers.
// Super overs have totals and no figures.
//
//   CricketScore live(match);
//   live.begin(header);  live.apply(ball);
//   live == score_of(match)                    once all balls are in
//   live.figures(player)[CricketStat::kRuns]   over the whole match
#pragma once

#include <span>

#include "libauction/scoring/cricket_figures.h"
#include "libauction/scoring/cricket_match.h"

namespace auction {

struct InningsTotal {
  InningsHeader header;
  std::int32_t runs = 0;
  std::int32_t wickets = 0;  // retired hurt is none
  std::int32_t balls = 0;    // bowled, a miscounted over as a whole one
  std::int32_t boundaries = 0;
  std::int32_t quota = 0;              // balls; 0: no limit
  bool played_on = false;              // past its target, which then was a par score
  std::vector<CricketerSlot> retired;  // hurt, and not back yet

  bool operator==(const InningsTotal&) const = default;
};

// Nobody is left to bat, or no ball is left to be bowled.
bool all_out(const InningsTotal& innings);
bool is_complete(const InningsTotal& innings);

// The balls that count for a net run rate: the full quota, unless the innings ended because its
// target was reached.
std::int32_t rate_balls(const InningsTotal& innings);

class CricketScore {
 public:
  // Takes the players and the rules of play; the match's own innings are not looked at.
  explicit CricketScore(const CricketMatch& match);

  void begin(const InningsHeader& header);
  void apply(const Ball& ball);  // of the innings begun last

  std::span<const InningsTotal> innings() const { return innings_; }

  // A player's figures in the first (0) and second (1) innings of the sides; a one-day match has
  // the first alone. The whole match is their sum.
  const Figures& figures(CricketerSlot player, std::size_t turn) const;
  Figures figures(CricketerSlot player) const;

  bool operator==(const CricketScore&) const = default;

 private:
  // The over being bowled, for maidens.
  struct OverSoFar {
    std::uint16_t over = UINT16_MAX;
    CricketerSlot bowler = kNobody;
    bool one_bowler = true;
    bool counted = false;  // as a maiden
    std::int32_t legal = 0;
    std::int32_t conceded = 0;

    bool operator==(const OverSoFar&) const = default;
  };

  Figures& of(CricketerSlot player);
  void apply_total(const Ball& ball);
  void apply_batting(const Ball& ball);
  void apply_bowling(const Ball& ball);
  void apply_wicket(const Wicket& wicket, CricketerSlot bowler);
  void apply_run_out(const Wicket& wicket);
  void follow_over(const Ball& ball);
  void judge_maiden(CricketerSlot bowler);

  std::int32_t balls_per_over_ = 6;
  std::int32_t quota_ = 0;
  std::size_t players_ = 0;
  std::size_t turn_ = 0;
  std::vector<Figures> figures_;  // first turn's, then second turn's
  std::vector<InningsTotal> innings_;
  OverSoFar over_;
};

CricketScore score_of(const CricketMatch& match);

}  // namespace auction
