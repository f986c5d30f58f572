// A season as a Python object holds it: a state, the book that scores it, and where its events are
// kept.
#pragma once

#include "bindings/python/bind.h"
#include "bindings/python/keeping.h"
#include "libauction/scoring/rule_book.h"

namespace auction::python {

struct LiveSeason {
  Season season;
  Shared<RuleBook> book;
  KeepingOf<SeasonMachine> keeping;

  // Raises InputError, which names every bad row.
  void act(const SeasonCommand& command, Instant now);
};

using SeasonClass = py::class_<LiveSeason>;
void bind_season_tables(SeasonClass& c);  // what follows from it: points, by manager and by asset

}  // namespace auction::python
