// Where each room's names are put into the module: one function a file.
#pragma once

#include "bindings/python/bind.h"

namespace auction::python {

void bind_rules(py::module_& module);
void bind_catalogue(py::module_& module);
void bind_setup(py::module_& module);
void bind_events(py::module_& module);
void bind_auction(py::module_& module);
void bind_log(py::module_& module);
void bind_store(py::module_& module);
void bind_book(py::module_& module);
void bind_results(py::module_& module);
void bind_season(py::module_& module);
void bind_league(py::module_& module);
void bind_standings(py::module_& module);
void bind_bidders(py::module_& module);
void bind_simulate(py::module_& module);
void bind_arena(py::module_& module);
void bind_arrow(py::module_& module);
void bind_floors(py::module_& module);

}  // namespace auction::python
