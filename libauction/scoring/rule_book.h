// A rule book: how the figures of one player (or club) in one match become points.
//
// A book is a list of sentences over named figures; nothing in it is code. A rule sums some figures
// and turns the sum into points in one of three ways:
//   Each   points for every `per` of them        goals: 5 each; saves: 1 for every 3
//   Steps  the highest step reached              25 runs: 4, 50: 8, 75: 12, 100: 16
//   Rate   the band a rate falls in              economy 5 to 6 from two overs: 2
// `worth` says what it is worth to each position, `when` what else must hold.
//
// Two milestones that add up are two rules; of one rule's steps only the highest counts. The same
// book with other numbers is another book, with another id: what was scored stays explained.
//
//   RuleBook book = *rule_book("fpl-2024-25");        // scoring/rule_books.h
//   std::int64_t units = points(book, row);           // scoring/score.h
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "libauction/scoring/points.h"

namespace auction {

// kClubs scores goals of fixtures, all others rows of figures. Numbers are part of a book's
// version.
enum class Sport : std::uint8_t { kClubs = 0, kFootball = 1, kCricket = 2, kOther = 3 };

using StatSlot = std::uint8_t;  // place in the book's list of figures

inline constexpr std::size_t kMaxStats = 64;
inline constexpr std::size_t kMaxPositions = 16;
inline constexpr std::size_t kMaxRules = 128;

// One award for every `per` of the sum, rounded towards zero; at most `most` awards (0: no limit).
// Each is worth `worth` units.
struct Each {
  std::int32_t per = 1;
  std::int32_t most = 0;

  bool operator==(const Each&) const = default;
};

struct PointStep {
  std::int32_t from = 0;   // the sum is at least this
  std::int32_t units = 0;  // points, in the book's units

  bool operator==(const PointStep&) const = default;
};

struct Steps {
  std::vector<PointStep> steps;  // `from` rising

  bool operator==(const Steps&) const = default;
};

// An edge is in hundredths: 150.01 is not needed, (150,170] is. kNoEdge is no edge on that side.
inline constexpr std::int32_t kNoEdge = INT32_MAX;

struct RateBand {
  std::int32_t from = kNoEdge;
  std::int32_t to = kNoEdge;
  bool from_closed = true;  // the edge itself is inside
  bool to_closed = true;
  std::int32_t units = 0;

  bool operator==(const RateBand&) const = default;
};

// sum * times / against: runs conceded * 6 / balls, runs * 100 / balls. Never as a fraction of
// overs.
struct Rate {
  StatSlot against = 0;
  std::int32_t times = 100;
  std::vector<RateBand> bands;  // the first that holds counts

  bool operator==(const Rate&) const = default;
};

using Shape = std::variant<Each, Steps, Rate>;

inline constexpr std::int32_t kNoMost = INT32_MAX;

struct When {
  StatSlot stat = 0;
  std::int32_t least = -kNoMost;
  std::int32_t most = kNoMost;

  bool operator==(const When&) const = default;
};

struct PointRule {
  std::string reason;               // "goals", "economy": a stable word, once in a book
  std::vector<StatSlot> of;         // the figures summed; at least one
  Shape shape;                      //
  std::vector<std::int32_t> worth;  // one a position: Each: units an award; else 1 or 0
  std::vector<When> when;           // all must hold

  bool operator==(const PointRule&) const = default;
};

struct RuleBook {
  std::string id;      // "dream11-t20-2020"
  std::string title;   // for people
  std::string source;  // where its numbers were published, and how near to the origin that is
  Sport sport = Sport::kFootball;
  std::int32_t scale = 1;
  std::vector<std::string> stats;      // names of the figures, each once
  std::vector<std::string> positions;  // never empty; the first is an unknown player's
  Multiplier captain;
  Multiplier vice_captain;
  bool by_innings = false;  // cricket: each innings of a side is scored by itself
  std::vector<PointRule> rules;

  bool operator==(const RuleBook&) const = default;
};

std::optional<StatSlot> find_stat(const RuleBook& book, std::string_view name);
std::optional<std::uint8_t> find_position(const RuleBook& book, std::string_view name);
PointRule* find_rule(RuleBook& book, std::string_view reason);  // null where there is none
const PointRule* find_rule(const RuleBook& book, std::string_view reason);

}  // namespace auction
