#include "examples/pilot/metrics/process.h"

#include <sys/resource.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string>

namespace pilot {
namespace {

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// The machine's start, then this process's ticks after it: field 22 of its stat, the 20th after the
// name, which ends at the last bracket.
double start_of_process() {
  double boot = 0;
  std::string word;
  for (std::ifstream in("/proc/stat"); in >> word;) {
    if (word == "btime") in >> boot;
  }
  std::ifstream in("/proc/self/stat");
  std::string line;
  std::getline(in, line);
  std::istringstream fields(line.substr(line.rfind(')') + 1));
  for (int i = 0; i < 20; ++i) fields >> word;
  return boot + std::stod(word) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace

ProcessFigures process_figures() {
  static const double started = start_of_process();
  ProcessFigures figures{.started_at = started};
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  figures.cpu_seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
  double pages = 0;
  std::ifstream("/proc/self/statm") >> pages >> pages;
  figures.resident_bytes = pages * static_cast<double>(sysconf(_SC_PAGESIZE));
  return figures;
}

}  // namespace pilot
