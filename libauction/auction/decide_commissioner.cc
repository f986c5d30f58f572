#include "libauction/auction/decide_internal.h"

namespace auction {
namespace {

// The place in the lot's history of the bid that leads once the last is taken back, plus one; 0:
// none.
std::uint32_t bids_kept(const State& state, const OpenLot& lot,
                        const std::vector<PlacedBid>& bids) {
  for (std::size_t kept = bids.size() - 1; kept > 0; --kept) {
    const PlacedBid& bid = bids[kept - 1];
    if (bid.amount <= standing(state, bid.manager, lot).limit)
      return static_cast<std::uint32_t>(kept);
  }
  return 0;
}

// Money, places and quotas of somebody who is handed an asset; the reserve is not asked for.
Answer check_buyer(const State& state, const Standing& buyer, Money price) {
  if (price < Money{0}) return no(state, Reason::kOutOfRange);
  if (price > buyer.free) return no(state, Reason::kOverLimit, buyer.free.units);
  if (!buyer.squad_room) return no(state, Reason::kSquadFull);
  if (!buyer.quota_room) return no(state, Reason::kQuota);
  return std::nullopt;
}

const OpenLot* open_lot_of(const State& state, AssetSlot asset) {
  if (state.assets[asset.value].fate != AssetFate::kOpen) return nullptr;
  return find_open(state, state.assets[asset.value].last_lot);
}

}  // namespace

Answer decide_lot(const State& state, const Extend& c, const OpenLot& lot, Instant, Events& out) {
  if (c.by < Millis{1}) return no(state, Reason::kOutOfRange, 1);
  if (c.by > kMaxExtension) return no(state, Reason::kOutOfRange, kMaxExtension.count);
  out.emplace_back(LotExtended{c.lot, lot.ends_at + c.by, c.note});
  return std::nullopt;
}

Answer decide_lot(const State& state, const CloseNow& c, const OpenLot& lot, Instant now,
                  Events& out) {
  if (lot.leader != kNoManager) {
    conclude(state, LotSold{c.lot, lot.leader, lot.price, How::kClosedByCommissioner, c.note}, lot,
             now, out);
  } else {
    conclude(state, LotUnsold{c.lot, How::kClosedByCommissioner, will_reoffer(state), c.note}, lot,
             now, out);
  }
  return std::nullopt;
}

Answer decide_lot(const State& state, const PassLot& c, const OpenLot& lot, Instant now,
                  Events& out) {
  conclude(state, LotUnsold{c.lot, How::kPassed, will_reoffer(state), c.note}, lot, now, out);
  return std::nullopt;
}

Answer decide_lot(const State& state, const Retract& c, const OpenLot& lot, Instant now,
                  Events& out) {
  const std::vector<PlacedBid>& bids = state.bids[state.slot_of_lot[c.lot.value]];
  if (bids.empty()) return no(state, Reason::kWrongState);
  const std::uint32_t kept = bids_kept(state, lot, bids);
  const PlacedBid leads = kept == 0 ? PlacedBid{{}, 0, {}, kNoManager} : bids[kept - 1];
  const Instant end = later(lot.ends_at, now + state.rules->clock.soft_close.window_ms);
  out.emplace_back(BidRetracted{c.lot, kept, leads.manager, leads.amount, end, c.note});
  return std::nullopt;
}

Answer decide_assign(const State& state, const Assign& c, Instant now, Events& out) {
  const AssetRecord& asset = state.assets[c.asset.value];
  const bool free_to_give = asset.fate != AssetFate::kOwned && asset.fate != AssetFate::kWithdrawn;
  if (!free_to_give) return no(state, Reason::kWrongState);
  const OpenLot* lot = open_lot_of(state, c.asset);
  const Standing buyer =
      lot != nullptr ? standing(state, c.manager, *lot) : standing(state, c.manager, asset.quotas);
  if (auto refused = check_buyer(state, buyer, c.price)) return refused;
  if (lot != nullptr) {
    conclude(state, LotSold{lot->number, c.manager, c.price, How::kAssigned, c.note}, *lot, now,
             out);
  } else {
    const LotNumber number{static_cast<std::uint32_t>(state.lots.size() + 1)};
    out.emplace_back(LotAssigned{number, c.asset, c.manager, c.price, c.note});
  }
  return std::nullopt;
}

Answer decide_purse(const State& state, const AdjustPurse& c, Events& out) {
  const Money free = state.seats[c.manager.value].free;
  if (c.delta == Money{0}) return no(state, Reason::kOutOfRange);
  if (c.delta < Money{0} - free) return no(state, Reason::kOutOfRange, -free.units);
  const Money room = kMaxMoney - purse(state.accounts[c.manager.value]);
  if (c.delta > room) return no(state, Reason::kOutOfRange, room.units);
  out.emplace_back(PurseAdjusted{c.manager, c.delta, c.note});
  return std::nullopt;
}

}  // namespace auction
