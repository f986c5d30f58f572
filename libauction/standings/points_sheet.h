// Points sheet: one set of matches, scored once, asked by many leagues.
//
// For each asset the sums over its matches in the order of their start. A stint of ownership is
// then two binary searches and a subtraction, whatever the number of matches; a hundred thousand
// leagues over one season share one sheet.
//
//   PointsSheet sheet(season, book, tie_breaks);
//   Standings table = standings_of(sheet, members, stints, deductions);
//
// The table is the one that standings_of(season, ...) gives for the same stints. Immutable: any
// number of threads may ask at once.
#pragma once

#include "libauction/standings/standings.h"

namespace auction {

class PointsSheet {
 public:
  PointsSheet(const Season& season, const RuleBook& book, const TieBreaks& tie_breaks);

  std::size_t assets() const { return sums_.size(); }
  std::size_t tie_breaks() const { return tie_breaks_; }

  // What `asset` earned in [from, until), added to a row.
  void add(ManagerRow& row, AssetSlot asset, Instant from, Instant until) const;

 private:
  // Sums over an asset's matches up to one of them.
  struct Upto {
    Instant starts_at;
    std::int64_t hundredths = 0;
    std::uint32_t matches = 0;
    std::vector<std::int64_t> tie_breaks;
  };

  const Upto* last_before(AssetSlot asset, Instant at) const;

  std::size_t tie_breaks_;
  std::vector<std::vector<Upto>> sums_;  // by asset, by start
};

// `stints` as a season keeps them: by asset, then by time.
Standings standings_of(const PointsSheet& sheet, const std::vector<Member>& members,
                       std::span<const Stint> stints, const std::vector<Deduction>& deductions);

}  // namespace auction
