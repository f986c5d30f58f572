#include "libauction/sim/play_internal.h"

#include <algorithm>

namespace auction {
namespace {

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
Went Play::go_on() {
  if (!begun_) {
    for (const OpenLot& lot : desk_.state().open) {
      floor_.opened(desk_.state(), lot.number, desk_.state().last_at);
    }
    begun_ = true;
  }
  Went went = Went::kDone;
  while (floor_.questions().empty() && !is_over(desk_.state().status) && went != Went::kStopped) {
    const Instant planned = floor_.due();
    if (nothing_due(desk_.state(), planned) && planned != kNever) {
      went = bid(planned);
    } else {
      const Instant due = next_deadline(desk_.state());
      AUCTION_CHECK(due != kNever, "an auction that has begun ends");
      went = tick(due);
    }
  }
  return went;
}

Went Play::bid(Instant now) {
  const std::optional<Arrival> bid = floor_.settle(desk_.state());
  if (!bid) return Went::kDone;
  const ManagerSlot outbid = find_open(desk_.state(), bid->lot)->leader;
  const Went went = desk_.place({bid->lot, bid->amount}, bid->manager, now);
  if (went == Went::kDone) {
    floor_.accepted(desk_.state(), *bid, outbid, now);
  } else if (went == Went::kRefused) {
    ++refusals_;
    floor_.refused(desk_.state(), *bid, now);
  }
  return went;
}

Went Play::tick(Instant due) {
  const Went went = desk_.host(Tick{}, due);
  if (went != Went::kDone) return went;
  for (const Event& event : desk_.events()) look_at(event, due);
  const bool requests = std::holds_alternative<RequestsOpened>(desk_.events().front());
  return requests ? request_lots(due) : went;
}

void Play::look_at(const Event& event, Instant now) {
  if (const auto* opened = std::get_if<LotOpened>(&event)) {
    floor_.opened(desk_.state(), opened->lot, now);
  } else if (const auto* sold = std::get_if<LotSold>(&event)) {
    refusals_ += floor_.closed(sold->lot);
  } else if (const auto* unsold = std::get_if<LotUnsold>(&event)) {
    refusals_ += floor_.closed(unsold->lot);
  }
}

Went Play::request_lots(Instant now) {
  Went went = Went::kDone;
  const std::size_t seats = desk_.state().seats.size();
  for (std::size_t seat = 0; seat < seats && went != Went::kStopped; ++seat) {
    const ManagerSlot manager{static_cast<std::uint8_t>(seat)};
    const AssetList wanted = wishes(desk_.state(), manager, floor_.worth());
    if (!wanted->empty()) went = desk_.manage(RequestLots{wanted}, manager, now);
  }
  return went;
}

}  // namespace auction
