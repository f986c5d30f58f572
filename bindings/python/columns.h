// Rows of the engine as columns for Python, and back.
#pragma once

#include <pybind11/numpy.h>

#include "bindings/python/bind.h"
#include "libauction/scoring/figure_row.h"
#include "libauction/season/command.h"

namespace auction::python {

// {"match": [...], "player": [...], "position": [...], "minutes": array, ...}
py::dict figure_columns(const std::vector<FigureRow>& rows, const RuleBook& book);

// {"starts_at": array, "home": [...], "away": [...], "venue", "round", "external_id", "status",
//  "goals_home": array, "goals_away": array}; no goals are -1.
py::dict fixture_columns(const std::vector<FixtureRow>& rows);
std::vector<FixtureRow> fixture_rows(const py::dict& columns);

template <class T, class Items, class Get>
py::array_t<T> number_column(const Items& items, Get get) {
  py::array_t<T> out(static_cast<py::ssize_t>(items.size()));
  T* into = out.mutable_data();
  for (const auto& item : items) *into++ = static_cast<T>(get(item));
  return out;
}

template <class Items, class Get>
py::list text_column(const Items& items, Get get) {
  py::list out;
  for (const auto& item : items) out.append(get(item));
  return out;
}

}  // namespace auction::python
