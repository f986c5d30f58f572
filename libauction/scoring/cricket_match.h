// A cricket match, ball by ball: who played, what was bowled, and what its source says of the end.
//
// Players and sides are small numbers inside one match; ids and names stand here once. Nothing is
// counted here: `CricketScore` (cricket_score.h) is the fold of the balls.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "libauction/base/id.h"

namespace auction {

using CricketerSlot = Index<struct CricketerTag, std::uint16_t>;  // place in the match's players
using Side = std::uint8_t;                                        // 0 or 1, as the teams are listed

inline constexpr CricketerSlot kNobody{UINT16_MAX};
inline constexpr std::int32_t kWicketsOfASide = 10;
inline constexpr Side kNoSide = 2;  // a substitute fielder who is on no list

struct Cricketer {
  std::string id;    // the source's own; empty where it has none
  std::string name;  // as the source writes it
  Side side = kNoSide;

  bool operator==(const Cricketer&) const = default;
};

enum class Dismissal : std::uint8_t {
  kBowled = 0,
  kCaught,
  kCaughtAndBowled,
  kLbw,
  kStumped,
  kHitWicket,
  kRunOut,
  kObstructingTheField,
  kHandledTheBall,
  kHitTheBallTwice,
  kTimedOut,
  kRetiredOut,
  kRetiredHurt,    // not a dismissal: may come back
  kRetiredNotOut,  // likewise
};

constexpr bool is_out(Dismissal how) {
  return how != Dismissal::kRetiredHurt && how != Dismissal::kRetiredNotOut;
}

constexpr bool is_bowlers(Dismissal how) { return how <= Dismissal::kHitWicket; }

struct Fielder {
  CricketerSlot player = kNobody;
  bool substitute = false;

  bool operator==(const Fielder&) const = default;
};

struct Wicket {
  Dismissal how = Dismissal::kBowled;
  CricketerSlot out = kNobody;
  std::vector<Fielder> fielders;

  bool operator==(const Wicket&) const = default;
};

struct Ball {
  std::uint16_t over = 0;  // from 0
  CricketerSlot batter = kNobody;
  CricketerSlot non_striker = kNobody;
  CricketerSlot bowler = kNobody;
  std::uint8_t bat = 0;  // runs off the bat
  std::uint8_t wides = 0;
  std::uint8_t no_balls = 0;
  std::uint8_t byes = 0;
  std::uint8_t leg_byes = 0;
  std::uint8_t penalty = 0;
  bool non_boundary = false;  // four or six that were all run
  std::vector<Wicket> wickets;

  bool operator==(const Ball&) const = default;
};

constexpr bool is_legal(const Ball& ball) { return ball.wides == 0 && ball.no_balls == 0; }

struct Target {
  std::int32_t runs = 0;
  std::int32_t balls = 0;  // the quota to reach it in; 0: the match's own

  bool operator==(const Target&) const = default;
};

// An over that had another number of legal balls than it should, by an umpire's mistake.
struct Miscounted {
  std::uint16_t over = 0;
  std::int32_t balls = 0;

  bool operator==(const Miscounted&) const = default;
};

// What is known of an innings beside its balls.
struct InningsHeader {
  Side side = 0;            // batting
  bool super_over = false;  // decides a tie; no figure counts
  bool declared = false;
  bool forfeited = false;
  std::int32_t penalty_runs = 0;  // awarded before or after it
  std::int32_t absent = 0;        // batters who could not bat
  std::optional<Target> target;   // as set, by Duckworth-Lewis where it rained
  std::vector<Miscounted> miscounted;

  bool operator==(const InningsHeader&) const = default;
};

struct CricketInnings {
  InningsHeader header;
  std::vector<Ball> balls;

  bool operator==(const CricketInnings&) const = default;
};

enum class Ending : std::uint8_t { kOpen = 0, kWon, kTied, kDrawn, kNoResult };

// How a match ended. kOpen: the balls alone do not say (it was stopped, and a par score decided).
struct CricketResult {
  Ending ending = Ending::kOpen;
  Side winner = kNoSide;     // also of a tie that a super over decided
  std::int32_t runs = 0;     // the margin, in runs ...
  std::int32_t wickets = 0;  // ... or wickets
  bool by_innings = false;   // and an innings besides

  bool operator==(const CricketResult&) const = default;
};

struct CricketMatch {
  std::string type;    // "T20", "ODI", "Test"
  std::string date;    // of the first day, 2020-09-19
  std::string season;  // "2020/21"
  std::string event;
  std::int32_t number = 0;  // in the event; 0: not told
  std::array<std::string, 2> teams;
  std::int32_t overs = 0;  // an innings' quota; 0: none
  std::int32_t balls_per_over = 6;
  std::vector<Cricketer> players;
  std::vector<CricketInnings> innings;
  std::optional<CricketResult> stated;  // by the source; without a margin where it tells none
  std::string method;                   // "D/L", "Awarded"; usually empty

  bool operator==(const CricketMatch&) const = default;
};

}  // namespace auction
