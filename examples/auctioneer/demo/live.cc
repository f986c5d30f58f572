#include "examples/auctioneer/demo/live.h"

#include "examples/auctioneer/summary.h"
#include "libauction/auction/deadline.h"

namespace auction::demo {
namespace {

// What is left, in whole seconds; the last one counts until it is over.
std::int64_t seconds_left(Instant end, Instant now) {
  return std::max<std::int64_t>(0, (end - now).count + 999) / 1000;
}

std::string line_of(const State& state, const OpenLot& lot, Instant now) {
  const bool led = lot.leader != kNoManager;
  return fmt::format("{:>5}  {}  {}  {}  {:>4} s", lot.number.value,
                     cli::fit((*state.setup->catalogue)[lot.asset].name, 28),
                     cli::fit(led ? cli::label_of(state, lot.leader) : "", 12),
                     cli::fit_right(cli::money_text(state, led ? lot.price : lot.base), 12),
                     seconds_left(lot.ends_at, now));
}

}  // namespace

void Live::operator()(const State& state, const Record& record, std::span<const Event> events) {
  board_(state, record, events);
  draw(state, record.at);
}

void Live::wait_until(const State& state, Instant at) {
  pace_.wait_until(at, [&](Instant now) { draw(state, now); });
}

void Live::draw(const State& state, Instant now) {
  if (!state.open.empty()) return screen_.redraw(line_of(state, state.open.front(), now));
  const Instant next = next_deadline(state);
  if (next != kNever) screen_.redraw(fmt::format("{:>7}next in {} s", "", seconds_left(next, now)));
}

}  // namespace auction::demo
