// Expectations: `expect Reds purse 455m, squad 1`, `expect lot 2 sold to Blues 12m`.
#include <fmt/format.h>

#include "examples/auctioneer/script/duration.h"
#include "examples/auctioneer/script/steps.h"
#include "libauction/auction/settle.h"

namespace auction::script {
namespace {

std::string asset_names(const State& state, const std::vector<AssetSlot>& assets) {
  std::string names;
  for (const AssetSlot slot : assets) {
    names += (names.empty() ? "" : ", ") + (*state.setup->catalogue)[slot].name;
  }
  return names.empty() ? "none" : names;
}

std::string upcoming(const Scene& scene) {
  const View seen = view(scene.state, kNoManager, scene.now);
  if (seen.upcoming.empty() && !scene.state.queue.empty()) return "hidden";
  return asset_names(scene.state, seen.upcoming);
}

void read_upcoming(Reader& in, const Setup& setup, std::vector<Check>& checks) {
  std::string wanted;
  if (in.sees("hidden") || in.sees("none")) {
    wanted = in.word("names").text;
  } else {
    do wanted += (wanted.empty() ? "" : ", ") + (*setup.catalogue)[in.asset(setup)].name;
    while (in.take(","));
  }
  checks.push_back({"upcoming", wanted, upcoming});
}

void read_events(Reader& in, std::vector<Check>& checks) {
  std::string wanted;
  do wanted += (wanted.empty() ? "" : ", ") + in.word("an event").text;
  while (in.take(","));
  checks.push_back({"events", wanted, [](const Scene& scene) {
                      std::string names;
                      for (const Event& event : scene.events) {
                        names += names.empty() ? "" : ", ";
                        names += type_name(event);
                      }
                      return names.empty() ? "none" : names;
                    }});
}

// A moment or nothing: `alarm 33s`, `alarm never`.
void read_moment(Reader& in, std::string what, std::vector<Check>& checks,
                 Instant (*which)(const Scene&)) {
  std::string wanted = "never";
  if (!in.take("never")) wanted = duration_text(in.duration("a time"));
  checks.push_back({std::move(what), wanted,
                    [which](const Scene& scene) { return since(scene.start, which(scene)); }});
}

std::string status_text(const Scene& scene) {
  const State& state = scene.state;
  std::string text(word(state.status));
  if (state.status == Status::kCompleted) text += ' ' + std::string(word(state.end_reason));
  return text;
}

void read_status(Reader& in, std::vector<Check>& checks) {
  std::string wanted = in.word("a status").text;
  if (wanted == "completed") wanted += ' ' + in.word("a reason").text;
  checks.push_back({"", wanted, status_text});
}

Instant alarm_of(const Scene& scene) { return next_deadline(scene.state); }
Instant opening_of(const Scene& scene) { return view(scene.state, kNoManager, scene.now).opens_at; }

void read_lot(Reader& in, const Setup& setup, std::vector<Check>& checks) {
  const LotNumber lot{static_cast<std::uint32_t>(in.integer("a lot number", 1, UINT32_MAX))};
  do {
    if (!read_lot_property(in, setup, lot, checks)) in.fail("nothing of a lot is called that");
  } while (in.take(","));
}

}  // namespace

void read_expectation(Reader& in, const Setup& setup, std::vector<Check>& checks) {
  if (in.take("lot")) return read_lot(in, setup, checks);
  if (in.take("upcoming")) return read_upcoming(in, setup, checks);
  if (in.take("events")) return read_events(in, checks);
  if (in.take("alarm")) return read_moment(in, "alarm", checks, alarm_of);
  if (in.take("opening")) return read_moment(in, "opening", checks, opening_of);
  if (in.take("phase")) {
    checks.push_back({"phase", in.word("a phase").text,
                      [](const Scene& scene) { return std::string(word(phase(scene.state))); }});
    return;
  }
  for (const std::string_view status :
       {"set_up", "waiting", "running", "paused", "completed", "cancelled"}) {
    if (in.sees(status)) return read_status(in, checks);
  }
  read_manager(in, setup, checks);
}

std::string since(Instant start, Instant at) {
  return at == kNever ? "never" : duration_text(at - start);
}

}  // namespace auction::script
