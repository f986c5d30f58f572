#include "examples/pilot/auctions/picture.h"

#include <algorithm>

#include "libauction/auction/deadline.h"
#include "libauction/auction/decide.h"
#include "libauction/base/hex.h"

namespace pilot {
namespace {

// Why the next price would be refused from this seat just now; nothing: it would stand.
std::optional<Reason> why_not(const State& state, Actor actor, Instant now) {
  if (actor.seat == kNoManager) return Reason::kNotAParticipant;
  const OpenLot* lot = lot_on_block(state);
  if (lot == nullptr && state.status == Status::kRunning) return Reason::kLotClosed;
  if (!nothing_due(state, effective_now(state, now))) return Reason::kLotClosed;
  Events events;
  const PlaceBid bid{lot == nullptr ? LotNumber{0} : lot->number,
                     lot == nullptr ? Money{1} : lot->next_bid};
  const auto refused = decide(state, bid, {actor, effective_now(state, now)}, events);
  if (!refused) return std::nullopt;
  return refused->reason;
}

// The next price, and round raises above the present one, as far as this manager may go.
Json quick_bids(const State& state, Money most) {
  const OpenLot* lot = lot_on_block(state);
  Json bids = Json::array();
  if (lot == nullptr || lot->next_bid > most) return bids;
  std::vector<Money> amounts{lot->next_bid};
  const Ladder& ladder = state.rules->english.ladder;
  for (const int times : {1, 5, 10}) {
    const Money raised =
        rung_at_or_above(ladder, lot->price + state.rules->english.minimum * times);
    if (raised > amounts.back() && raised <= most) amounts.push_back(raised);
  }
  if (state.rules->english.bidding == Bidding::kFixedNext) amounts.resize(1);
  for (const Money amount : amounts) bids.push_back(amount.units);
  return bids;
}

Json me_of(const Scene& scene, const State& state, ActorId viewer, Instant now) {
  const Actor actor = actor_of(state, viewer);
  const bool seated = actor.seat != kNoManager;
  const OpenLot* lot = lot_on_block(state);
  const LeagueMember* member = find_member(scene.league, viewer);
  const LeagueRole role = member == nullptr ? LeagueRole::kSpectator : member->role;
  const std::optional<Reason> why = why_not(state, actor, now);
  const Money most = seated ? most_for(state, actor.seat) : Money{0};
  const Json person = person_of(scene, state, actor.seat);
  return {{"userId", seated ? person["userId"] : Json()},
          {"displayName", seated ? person["displayName"] : Json()},
          {"role", word(seated || actor.commissioner ? role : LeagueRole::kSpectator)},
          {"canBid", !why.has_value()},
          {"why", why ? Json(word(*why)) : Json()},
          {"isLeader", seated && lot != nullptr && lot->leader == actor.seat},
          {"maxBid", most.units},
          {"nextBid", lot == nullptr ? Json() : Json(lot->next_bid.units)},
          {"quickBids", quick_bids(state, most)},
          {"mayControl", actor.commissioner}};
}

Json waiting_of(const Scene& scene, const State& state) {
  Json waiting = Json::array();
  if (status_word(state) != "waiting") return waiting;
  for (const ActorId who : scene.live.in_auction(auction_of(state))) {
    waiting.push_back(to_text(who));
  }
  return waiting;
}

void put_lot(Json& picture, const Scene& scene, const State& state, const Board& board,
             Instant now) {
  const OpenLot* lot = lot_on_block(state);
  const bool is_paused = state.status == Status::kPaused;
  const bool runs = lot != nullptr && !is_paused;
  const bool stands = lot != nullptr && is_paused;
  picture["timer"] = runs ? timer_of(state, *lot, board.shown_seq(), now) : Json();
  picture["remainingMs"] = stands ? Json((lot->ends_at - state.paused_at).count) : Json();
  picture["opensAt"] = lot != nullptr || is_paused ? Json() : moment(next_lot_at(state));
  picture["pausedBy"] = is_paused ? person_of(scene, board.paused_by()) : Json();
  picture["lot"] = lot == nullptr ? Json() : lot_of(scene, state, *lot);
  picture["bids"] = lot == nullptr ? Json::array() : bids_of(scene, state, *lot);
}

}  // namespace

Json picture_of(const Scene& scene, const State& state, const Board& board, ActorId viewer,
                Instant now) {
  Json picture = {{"auctionId", to_text(auction_of(state))},
                  {"leagueId", to_text(scene.league.id)},
                  {"leagueName", scene.league.settings.name},
                  {"sportKey", scene.league.settings.sport},
                  {"status", status_word(state)},
                  {"phase", phase_word(state)},
                  {"seq", board.shown_seq()},
                  {"head", to_hex(board.head().bytes)},
                  {"serverNow", now.unix_ms}};
  put_lot(picture, scene, state, board, now);
  picture["lastSale"] = board.last_sale();
  picture["progress"] = progress_of(state);
  picture["participants"] = participants_of(scene, state);
  picture["waiting"] = waiting_of(scene, state);
  picture["rules"] = rules_of(*state.rules);
  picture["me"] = me_of(scene, state, viewer, now);
  const bool ended = state.status == Status::kCompleted;
  picture["reason"] = ended ? Json(word(state.end_reason)) : Json();
  return picture;
}

}  // namespace pilot
