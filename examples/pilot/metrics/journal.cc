#include "examples/pilot/metrics/journal.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <chrono>

#include "libauction/adapters/json/iso_time.h"

namespace pilot::journal {
namespace {

spdlog::logger& lines() {
  static const auto logger = [] {
    auto made = spdlog::stderr_logger_mt("pilot");
    made->set_pattern("%v");
    made->flush_on(spdlog::level::info);
    return made;
  }();
  return *logger;
}

void write(spdlog::level::level_enum level, const char* word, std::string_view event,
           const Fields& fields) {
  if (!lines().should_log(level)) return;
  using namespace std::chrono;
  const auto now = duration_cast<milliseconds>(system_clock::now().time_since_epoch());
  Fields line{{"at", auction::iso_time({now.count()})}, {"level", word}, {"event", event}};
  line.update(fields);
  lines().log(level, "{}", line.dump(-1, ' ', false, Fields::error_handler_t::replace));
}

}  // namespace

void note(std::string_view event, const Fields& fields) {
  write(spdlog::level::info, "info", event, fields);
}
void warn(std::string_view event, const Fields& fields) {
  write(spdlog::level::warn, "warn", event, fields);
}
void fault(std::string_view event, const Fields& fields) {
  write(spdlog::level::err, "error", event, fields);
}
void quiet() { lines().set_level(spdlog::level::off); }

}  // namespace pilot::journal
