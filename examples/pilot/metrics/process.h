// What the system says about this process: as Prometheus' own clients name it.
#pragma once

namespace pilot {

struct ProcessFigures {
  double cpu_seconds = 0;
  double resident_bytes = 0;
  double started_at = 0;  // Unix seconds
};

ProcessFigures process_figures();

}  // namespace pilot
