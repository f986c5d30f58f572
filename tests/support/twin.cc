#include "tests/support/twin.h"

#include "tests/support/compare.h"
#include "tests/support/naive_bridge.h"

namespace auction {
namespace {

// The order that a draw came to, or nothing where it was refused.
std::vector<AssetSlot> order_in(const Events& events) {
  for (const Event& event : events)
    if (const auto* ordered = std::get_if<LotsOrdered>(&event)) return *ordered->order;
  return {};
}

// A bid's own seq is the first of its record, and the naive auctioneer is told so.
bool first_is_own(const Command& command, const Events& events) {
  if (events.empty()) return true;
  if (std::holds_alternative<PlaceBid>(command)) {
    return std::holds_alternative<BidPlaced>(events.front());
  }
  if (std::holds_alternative<Retract>(command)) {
    return std::holds_alternative<BidRetracted>(events.front());
  }
  return true;
}

}  // namespace

Twin::Twin(const Shared<Setup>& setup, Instant at, bool with_naive, Log* log_) : log(log_) {
  answer = decide(state, Create{setup}, {kHost, at}, events);
  AUCTION_CHECK(!answer, "the set-up is sound");
  obey(at);
  if (with_naive) he.emplace(std::make_shared<const naive::Setup>(to_naive(*setup, at)));
}

std::string Twin::compare() const { return he ? difference(state, *he) : ""; }

void Twin::record(std::span<const Event> decided, Instant at) {
  if (log == nullptr) return;
  log->marks.push_back({log->events.size(), decided.size(), at});
  log->events.insert(log->events.end(), decided.begin(), decided.end());
}

void Twin::obey(Instant at) {
  if (events.empty()) return;
  record(events, effective_now(state, at));
  apply(state, events, effective_now(state, at));
}

// The sink is called before a Tick is applied, so each comparison is of the Tick before.
std::string Twin::settle(Instant now) {
  now = effective_now(state, now);
  std::string wrong;
  bool ticked = false;
  auction::settle(state, now, events, [&](std::span<const Event> tick) {
    if (ticked && wrong.empty()) wrong = compare();
    ticked = true;
    record(tick, now);
    if (!wrong.empty() || !he) return;
    if (!he->tick(now.unix_ms)) {
      wrong = "the engine ticks, nothing is due for the naive one";
    } else {
      wrong = difference(tick, *he);
    }
  });
  if (ticked && wrong.empty()) wrong = compare();
  if (!wrong.empty()) return "in a Tick: " + wrong;
  if (he && he->tick(now.unix_ms)) return "the naive one ticks, nothing is due for the engine";
  return "";
}

std::string Twin::judge(const Command& command, const Context& context) {
  const std::uint64_t seq = state.seq + 1;
  answer = decide(state, command, context, events);
  if (!first_is_own(command, events)) return "the first event is not the command's own";
  if (answer && !events.empty()) return "a refusal came with events";
  if (answer && answer->seq != state.seq) return "a refusal names another seq";
  if (!he) return "";
  const auto* draw = std::get_if<DrawOrder>(&command);
  const std::vector<AssetSlot> order = draw ? order_in(events) : std::vector<AssetSlot>{};
  if (draw && !answer && !is_legal_order(*state.setup, order)) return "a draw of other assets";
  const naive::Act act = draw ? drawn(*draw, context, order) : to_naive(command, context, seq);
  return difference(answer, he->hear(act));
}

std::string Twin::accept(Instant now) {
  if (answer) return "";
  obey(now);
  if (he) {
    if (std::string wrong = difference(events, *he); !wrong.empty()) return wrong;
  }
  return compare();
}

std::string Twin::hear(const Command& command, const Context& context) {
  if (!std::holds_alternative<Recover>(command)) {
    if (std::string wrong = settle(context.now); !wrong.empty()) return wrong;
  }
  if (std::string wrong = judge(command, context); !wrong.empty()) return wrong;
  return accept(context.now);
}

}  // namespace auction
