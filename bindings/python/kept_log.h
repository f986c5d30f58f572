// The class Log, bound in two parts.
#pragma once

#include "bindings/python/bind.h"
#include "bindings/python/keeping.h"

namespace auction::python {

using LogClass = py::class_<KeptLog>;
void bind_replay(LogClass& c);  // states that follow from a log, and whether it is sound

}  // namespace auction::python
