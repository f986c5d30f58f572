#include "examples/pilot/auctions/showing.h"

#include "libauction/base/hex.h"
#include "libauction/base/match.h"

namespace pilot {
namespace {

Json heading(const Showing& s) {
  return {{"auctionId", to_text(auction_of(s.after))},
          {"seq", s.seq},
          {"prevSeq", s.prev_seq},
          {"serverTime", iso(s.record.at)}};
}

Json timer(const Showing& s, LotNumber number) {
  const OpenLot* lot = find_open(s.after, number);
  return lot == nullptr ? Json() : timer_of(s.after, *lot, s.seq, s.now);
}

Json by(const Showing& s) { return person_of(s.scene, s.record.actor); }

Json note_of(const Note& note) {
  if (!note) return nullptr;
  return **note;
}

// What becomes of a lot, whatever became of it.
struct Sale {
  LotNumber lot;
  How how = How::kHammer;
  bool will_reoffer = false;
};

Json sold(const Showing& s, const Sale& sale) {
  const LotRecord& lot = s.after.lots[sale.lot.value - 1];
  const Asset& asset = (*s.after.setup->catalogue)[lot.asset];
  const bool is_sold = lot.outcome == Outcome::kSold;
  Json json = heading(s);
  json["lotId"] = lot_id(s.after, sale.lot);
  json["lotNumber"] = sale.lot.value;
  json["clubId"] = to_text(asset.id);
  json["asset"] = asset_of(s.scene.league.settings.sport, asset);
  json["unsold"] = !is_sold;
  json["winner"] = person_of(s.scene, s.after, lot.winner);
  json["winningBid"] = is_sold ? Json(lot.price.units) : Json();
  json["bidCount"] = lot.bid_count;
  json["how"] = word(sale.how);
  json["willReoffer"] = sale.will_reoffer;
  json["participants"] = Json::array();
  if (is_sold) json["participants"].push_back(participant_of(s.scene, s.after, lot.winner));
  json["progress"] = progress_of(s.after);
  json["timer"] = nullptr;
  json["opensAt"] = moment(next_lot_at(s.after));
  json["head"] = to_hex(s.record.hash.bytes);
  return json;
}

Json started(const Showing& s, const LotOpened& e) {
  const OpenLot& lot = *find_open(s.after, e.lot);
  Json json = heading(s);
  json["lot"] = lot_of(s.scene, s.after, lot);
  json["timer"] = timer(s, e.lot);
  json["progress"] = progress_of(s.after);
  Json most = Json::array();
  for (std::size_t i = 0; i < s.after.seats.size(); ++i) {
    const ManagerSlot slot{static_cast<std::uint8_t>(i)};
    most.push_back({{"userId", to_text(id_of(s.after.setup->participants[i]))},
                    {"maxBid", max_bid(s.after, slot, lot).units}});
  }
  json["maxBids"] = std::move(most);
  return json;
}

Json bid_update(const Showing& s, const BidPlaced& e) {
  const OpenLot& lot = *find_open(s.after, e.lot);
  Json json = heading(s);
  json["lotId"] = lot_id(s.after, e.lot);
  json["amount"] = e.amount.units;
  json["bidder"] = person_of(s.scene, s.after, e.manager);
  json["previousBidder"] = person_of(s.scene, s.after, s.before.leader);
  json["bidCount"] = lot.bid_count;
  json["nextBid"] = lot.next_bid.units;
  return json;
}

Json anti_snipe(const Showing& s, const ClockExtended& e) {
  Json json = heading(s);
  json["lotId"] = lot_id(s.after, e.lot);
  json["extensions"] = find_open(s.after, e.lot)->extensions;
  json["addedMs"] = (e.ends_at - s.before.ends_at).count;
  json["timer"] = timer(s, e.lot);
  return json;
}

Json clock_changed(const Showing& s, LotNumber lot) {
  Json json = heading(s);
  json["lotId"] = lot_id(s.after, lot);
  json["by"] = by(s);
  json["timer"] = timer(s, lot);
  return json;
}

Json paused(const Showing& s, const AuctionPaused& e) {
  const OpenLot* lot = lot_on_block(s.after);
  Json json = heading(s);
  json["by"] = by(s);
  json["note"] = note_of(e.note);
  json["lotId"] = lot == nullptr ? Json() : Json(lot_id(s.after, lot->number));
  json["remainingMs"] = lot == nullptr ? Json() : Json((lot->ends_at - s.after.paused_at).count);
  return json;
}

Json resumed(const Showing& s) {
  const OpenLot* lot = lot_on_block(s.after);
  Json json = heading(s);
  json["by"] = by(s);
  json["timer"] = lot == nullptr ? Json() : timer(s, lot->number);
  json["opensAt"] = moment(next_lot_at(s.after));
  return json;
}

Json voided(const Showing& s, const SaleVoided& e) {
  const LotRecord& lot = s.after.lots[e.lot.value - 1];
  Json json = heading(s);
  json["by"] = by(s);
  json["note"] = note_of(e.note);
  json["lotId"] = lot_id(s.after, e.lot);
  json["clubId"] = to_text((*s.after.setup->catalogue)[lot.asset].id);
  json["willReoffer"] = e.will_reoffer;
  json["participants"] = Json::array({participant_of(s.scene, s.after, lot.winner)});
  json["progress"] = progress_of(s.after);
  return json;
}

Json reset(const Showing& s) {
  Json json = heading(s);
  json["by"] = by(s);
  return json;
}

// Lots that never came up because the end did are neither sold nor unsold: they are left.
Json complete(const Showing& s, const AuctionCompleted& e) {
  std::size_t sold = 0, unsold = 0, left = 0;
  for (const AssetRecord& asset : s.after.assets) {
    if (asset.last_lot.value == 0) continue;
    const LotRecord& lot = s.after.lots[asset.last_lot.value - 1];
    const bool is_sold = lot.outcome == Outcome::kSold;
    const bool ended = e.reason == EndReason::kEndedByCommissioner;
    const bool is_left = !is_sold && (lot.how == How::kNobodyCanBid ||
                                      (ended && lot.how == How::kClosedByCommissioner));
    ++(is_sold ? sold : is_left ? left : unsold);
  }
  Json json = heading(s);
  json["leagueId"] = to_text(s.scene.league.id);
  json["reason"] = word(e.reason);
  json["clubsSold"] = sold;
  json["clubsUnsold"] = unsold;
  json["clubsLeft"] = left;
  json["participants"] = participants_of(s.scene, s.after);
  json["head"] = to_hex(s.record.hash.bytes);
  return json;
}

}  // namespace

// At an early end every lot that is left is passed, a record each: auction_complete tells of all.
std::string_view shown_name(const Event& event, const State& after) {
  using Name = std::string_view;
  return match(
      event, [](const LotOpened&) -> Name { return "lot_started"; },
      [](const BidPlaced&) -> Name { return "bid_update"; },
      [](const ClockExtended&) -> Name { return "anti_snipe"; },
      [](const LotSold&) -> Name { return "sold"; },
      [](const LotUnsold&) -> Name { return "sold"; },
      [](const LotAssigned&) -> Name { return "sold"; },
      [&](const LotPassed&) -> Name { return anybody_can_buy_any(after) ? "sold" : ""; },
      [](const LotExtended&) -> Name { return "clock_changed"; },
      [&](const Recovered&) -> Name { return after.open.empty() ? "" : "clock_changed"; },
      [](const AuctionPaused&) -> Name { return "auction_paused"; },
      [](const AuctionResumed&) -> Name { return "auction_resumed"; },
      [](const SaleVoided&) -> Name { return "sale_voided"; },
      [](const AuctionReset&) -> Name { return "auction_reset"; },
      [](const AuctionCompleted&) -> Name { return "auction_complete"; },
      [](const auto&) -> Name { return ""; });
}

Json shown_json(const Showing& s, const Event& event) {
  return match(
      event, [&](const LotOpened& e) { return started(s, e); },
      [&](const BidPlaced& e) { return bid_update(s, e); },
      [&](const ClockExtended& e) { return anti_snipe(s, e); },
      [&](const LotSold& e) { return sold(s, {e.lot, e.how, false}); },
      [&](const LotUnsold& e) { return sold(s, {e.lot, e.how, e.will_reoffer}); },
      [&](const LotAssigned& e) { return sold(s, {e.lot, How::kAssigned, false}); },
      [&](const LotPassed& e) { return sold(s, {e.lot, How::kNobodyCanBid, e.will_reoffer}); },
      [&](const LotExtended& e) { return clock_changed(s, e.lot); },
      [&](const Recovered&) { return clock_changed(s, s.after.open.front().number); },
      [&](const AuctionPaused& e) { return paused(s, e); },
      [&](const AuctionResumed&) { return resumed(s); },
      [&](const SaleVoided& e) { return voided(s, e); },
      [&](const AuctionReset&) { return reset(s); },
      [&](const AuctionCompleted& e) { return complete(s, e); },
      [](const auto&) { return Json(); });
}

Json outbid_json(const Showing& s, const BidPlaced& e) {
  const OpenLot& lot = *find_open(s.after, e.lot);
  const Millis left = later(lot.ends_at, s.now) - s.now;
  return {{"auctionId", to_text(auction_of(s.after))},
          {"bidSeq", s.seq},
          {"lotId", lot_id(s.after, e.lot)},
          {"amount", e.amount.units},
          {"by", person_of(s.scene, s.after, e.manager)},
          {"nextBid", lot.next_bid.units},
          {"myMaxBid", max_bid(s.after, s.before.leader, lot).units},
          {"remainingMs", left.count}};
}

Json countdown_json(const State& state, Instant now) {
  const Instant at = next_lot_at(state);
  return {{"auctionId", to_text(auction_of(state))},
          {"opensAt", at.unix_ms},
          {"serverNow", now.unix_ms},
          {"seconds", ((later(at, now) - now).count + 999) / 1000}};
}

}  // namespace pilot
