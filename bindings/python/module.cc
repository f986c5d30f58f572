// The module auction._auction: every room's names, and what holds for all of them.
#include "bindings/python/rooms.h"
#include "libauction/base/check.h"

namespace auction::python {
namespace {

// A failed check is a defect of ours: the caller gets an exception, the process lives on.
void translate_check_failure(std::exception_ptr pointer) {
  try {
    if (pointer) std::rethrow_exception(pointer);
  } catch (const CheckFailure& f) {
    const std::string message = std::string(f.message) + " (" + f.condition + ", " + f.file + ":" +
                                std::to_string(f.line) + ")";
    const py::object type = class_of("errors", "EngineError");
    PyErr_SetObject(type.ptr(), type(message).ptr());
  }
}

}  // namespace

PYBIND11_MODULE(_auction, module) {
  py::options options;
  options.disable_function_signatures();  // the stubs tell them, and better
  module.doc() = "The compiled half of `auction`; its names are re-exported there.";
  module.attr("__version__") = LIBAUCTION_VERSION;
  set_check_handler(throw_check_failure);
  py::register_exception_translator(&translate_check_failure);
  bind_rules(module);
  bind_catalogue(module);
  bind_setup(module);
  bind_events(module);
  bind_log(module);
  bind_store(module);
  bind_auction(module);
  bind_book(module);
  bind_results(module);
  bind_season(module);
  bind_league(module);
  bind_standings(module);
  bind_bidders(module);
  bind_simulate(module);
  bind_arena(module);
  bind_arrow(module);
  bind_floors(module);
}

}  // namespace auction::python
