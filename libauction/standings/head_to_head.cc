#include "libauction/standings/head_to_head.h"

#include "libauction/standings/rank.h"

namespace auction {
namespace {

constexpr ManagerSlot slot(std::size_t i) { return {static_cast<std::uint8_t>(i)}; }

// The one at a seat in a round: seat 0 stands still, the others move round it.
std::size_t at_seat(std::size_t seat, std::size_t round, std::size_t seats) {
  return seat == 0 ? 0 : 1 + (seat - 1 + round) % (seats - 1);
}

void add(DuelRow& row, std::int64_t mine, std::int64_t theirs, const DuelRules& rules) {
  row.won += mine > theirs ? 1 : 0;
  row.drawn += mine == theirs ? 1 : 0;
  row.lost += mine < theirs ? 1 : 0;
  row.points += mine > theirs ? rules.win : mine == theirs ? rules.draw : 0;
  row.scored += mine;
  row.conceded += theirs;
}

}  // namespace

std::vector<Pairing> round_robin(std::size_t managers, std::size_t weeks) {
  std::vector<Pairing> pairings;
  if (managers < 2) return pairings;
  const std::size_t seats = managers + managers % 2;  // an odd one meets the empty seat: a rest
  for (std::size_t week = 0; week < weeks; ++week) {
    const std::size_t round = week % (seats - 1);
    const bool exchanged = (week / (seats - 1) + round) % 2 == 1;
    for (std::size_t i = 0; i < seats / 2; ++i) {
      const std::size_t a = at_seat(i, round, seats);
      const std::size_t b = at_seat(seats - 1 - i, round, seats);
      if (a >= managers || b >= managers) continue;
      pairings.push_back({week, slot(exchanged ? b : a), slot(exchanged ? a : b)});
    }
  }
  return pairings;
}

std::vector<DuelRow> head_to_head(std::size_t managers, std::span<const Pairing> pairings,
                                  std::span<const std::vector<std::int64_t>> points,
                                  const DuelRules& rules) {
  std::vector<DuelRow> rows(managers);
  for (std::size_t i = 0; i < managers; ++i) rows[i].manager = slot(i);
  for (const Pairing& pairing : pairings) {
    if (pairing.week >= points.size()) continue;
    const std::int64_t home = points[pairing.week][pairing.home.value];
    const std::int64_t away = points[pairing.week][pairing.away.value];
    add(rows[pairing.home.value], home, away, rules);
    add(rows[pairing.away.value], away, home, rules);
  }
  std::vector<std::vector<std::int64_t>> keys;
  for (const DuelRow& row : rows) keys.push_back({row.points, row.scored, -row.conceded});
  std::vector<DuelRow> table;
  for (const Place& place : places_of(keys)) {
    table.push_back(rows[place.row]);
    table.back().rank = place.rank;
  }
  return table;
}

}  // namespace auction
