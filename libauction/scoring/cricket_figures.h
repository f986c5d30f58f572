// The figures of one cricketer: what his match comes to, as whole numbers.
//
// Every cricket book scores these, by name; `figures` in rule books and in CSV files use the same
// words. Balls, never overs.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace auction {

enum class CricketStat : std::uint8_t {
  kInXi = 0,       // 1: took part
  kRuns,           // off the bat
  kBalls,          // faced; a wide is not faced, a no-ball is
  kFours,          // to the boundary, not all run
  kSixes,          //
  kDismissed,      // out, whichever way; retired hurt is not out
  kWickets,        // credited to the bowler: no run-outs
  kBowledLbw,      // those of them bowled or leg before
  kMaidens,        // whole overs that cost the bowler nothing
  kDots,           // legal balls that cost the bowler nothing
  kLegalBalls,     // bowled
  kConceded,       // runs against the bowler: off the bat, wides and no-balls
  kWides,          // runs
  kNoBalls,        // runs
  kCatches,        // substitutes' catches are nobody's
  kStumpings,      //
  kRunOuts,        // those he had a hand in
  kDirectRunOuts,  // those of them with no other hand
};

inline constexpr std::array<std::string_view, 18> kCricketStats{
    "in_xi",   "runs",       "balls",   "fours",     "sixes",       "dismissed",
    "wickets", "bowled_lbw", "maidens", "dots",      "legal_balls", "conceded",
    "wides",   "no_balls",   "catches", "stumpings", "run_outs",    "direct_run_outs"};

struct Figures {
  std::array<std::int32_t, kCricketStats.size()> values{};

  constexpr std::int32_t& operator[](CricketStat stat) {
    return values[static_cast<std::size_t>(stat)];
  }
  constexpr std::int32_t operator[](CricketStat stat) const {
    return values[static_cast<std::size_t>(stat)];
  }
  constexpr Figures& operator+=(const Figures& other) {
    for (std::size_t i = 0; i < values.size(); ++i) values[i] += other.values[i];
    return *this;
  }
  bool operator==(const Figures&) const = default;
};

std::optional<CricketStat> cricket_stat(std::string_view name);

}  // namespace auction
