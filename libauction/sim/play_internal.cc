#include "libauction/sim/play_internal.h"

#include <algorithm>

namespace auction {
namespace {

bool has_ended(const State& state) {
  return state.status == Status::kCompleted || state.status == Status::kCancelled;
}

// Written and Rejection let the play go on; a log that refuses does not.
bool stops(const BookAnswer& answer) {
  return std::holds_alternative<Conflict>(answer) || std::holds_alternative<StorageFailure>(answer);
}

// What this manager asks to see again: the unsold assets of most worth that it could buy.
AssetList wishes(const State& state, ManagerSlot manager, const std::vector<Money>& worth) {
  std::vector<AssetSlot> wanted;
  for (std::size_t i = 0; i < state.assets.size(); ++i) {
    const AssetSlot asset{static_cast<std::uint16_t>(i)};
    if (state.assets[i].fate == AssetFate::kUnsold && can_buy(state, manager, asset)) {
      wanted.push_back(asset);
    }
  }
  std::stable_sort(wanted.begin(), wanted.end(),
                   [&](AssetSlot a, AssetSlot b) { return worth[a.value] > worth[b.value]; });
  wanted.resize(std::min<std::size_t>(wanted.size(), state.rules->unsold.names_per_manager));
  return AssetList(std::move(wanted));
}

}  // namespace

// A deadline comes before a bid of the same instant: at its end a lot is closed.
BookAnswer Play::to_the_end() {
  BookAnswer answer = Written{};
  for (const OpenLot& lot : desk_.state().open) {
    floor_.opened(desk_.state(), lot.number, desk_.state().last_at);
  }
  while (!has_ended(desk_.state()) && !stops(answer)) {
    LotFloor* floor = floor_.next();
    if (floor != nullptr && nothing_due(desk_.state(), floor->next)) {
      answer = place(*floor, Floor::earliest(*floor));
    } else {
      const Instant due = next_deadline(desk_.state());
      AUCTION_CHECK(due != kNever, "an auction that has begun ends");
      answer = tick(due);
    }
  }
  return answer;
}

BookAnswer Play::place(LotFloor& floor, Interest& interest) {
  const LotNumber lot = floor.lot;
  const ManagerSlot bidder = interest.manager;
  const Instant now = interest.arrives;
  interest.arrives = kNever;
  const ManagerSlot outbid = find_open(desk_.state(), lot)->leader;
  const BookAnswer answer = desk_.place({lot, interest.amount}, bidder, now);
  if (std::holds_alternative<Written>(answer)) {
    ++counts_.bids;
    floor_.changed(desk_.state(), lot, bidder, outbid, now);
  } else if (!stops(answer)) {
    ++counts_.refusals;
    floor_.refused(desk_.state(), lot, bidder, now);
  }
  return answer;
}

BookAnswer Play::tick(Instant due) {
  const BookAnswer answer = desk_.host(Tick{}, due);
  if (stops(answer)) return answer;
  bool requests = false;
  for (const Event& event : desk_.events()) {
    if (const auto* opened = std::get_if<LotOpened>(&event)) {
      floor_.opened(desk_.state(), opened->lot, due);
    } else if (const auto* sold = std::get_if<LotSold>(&event)) {
      counts_.refusals += floor_.closed(sold->lot, due);
    } else if (const auto* unsold = std::get_if<LotUnsold>(&event)) {
      counts_.refusals += floor_.closed(unsold->lot, due);
    }
    requests = requests || std::holds_alternative<RequestsOpened>(event);
  }
  return requests ? request_lots(due) : answer;
}

BookAnswer Play::request_lots(Instant now) {
  BookAnswer answer = Written{};
  const std::size_t seats = desk_.state().seats.size();
  for (std::size_t seat = 0; seat < seats && !stops(answer); ++seat) {
    const ManagerSlot manager{static_cast<std::uint8_t>(seat)};
    AssetList wanted = wishes(desk_.state(), manager, floor_.worth());
    if (!wanted->empty()) answer = desk_.manage(RequestLots{std::move(wanted)}, manager, now);
  }
  return answer;
}

}  // namespace auction
