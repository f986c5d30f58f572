#include "examples/pilot/auctions/desk.h"

#include "examples/pilot/metrics/journal.h"
#include "libauction/base/match.h"

namespace pilot {
namespace {

constexpr Millis kTickEvery = seconds(2);
constexpr Millis kTryAgain = seconds(1);

AuctionId auction_in(StreamId stream) { return {stream.hi, stream.lo}; }

// What people call where the auction stands, when this event changed it.
bool changes_status(const Event& event) {
  return match(
      event, [](const AuctionOpened&) { return true; }, [](const AuctionBegan&) { return true; },
      [](const AuctionPaused&) { return true; }, [](const AuctionReset&) { return true; },
      [](const AuctionResumed&) { return true; }, [](const auto&) { return false; });
}

bool begins_gap(const Event& event) {
  return match(
      event, [](const LotSold&) { return true; }, [](const LotUnsold&) { return true; },
      [](const LotPassed&) { return true; }, [](const AuctionResumed&) { return true; },
      [](const auto&) { return false; });
}

std::string_view league_word(const State& state) {
  switch (state.status) {
    case Status::kRunning:
      return "auction_live";
    case Status::kPaused:
      return "auction_paused";
    case Status::kCompleted:
      return "auction_complete";
    case Status::kCancelled:
      return "pre_auction";
    default:
      return "waiting";
  }
}

}  // namespace

AuctionDesk::AuctionDesk(const AuctionNeeds& needs)
    : needs_(needs), bots_(needs.records.house(), needs.records.salts()) {
  needs_.leagues.listen([this](const League& league, const LeagueEvents& events, ActorId by) {
    follow_roles(league, events, by);
  });
}

std::unique_ptr<Auctions> open_auctions(const AuctionNeeds& needs, Instant now) {
  auto desk = std::make_unique<AuctionDesk>(needs);
  desk->open(now);
  return desk;
}

Ticket AuctionDesk::expect(Heard heard) {
  expected_[++last_ticket_] = std::move(heard);
  return last_ticket_;
}

void AuctionDesk::answered(const Request& request, const Receipt& receipt) {
  auto heard = expected_.extract(request.ticket);
  if (heard) heard.mapped()(receipt);
}

// Only the rooms of leagues that are there have anybody to tell.
void AuctionDesk::recorded(StreamId stream, const Record& record, std::span<const Event> events,
                           const State& after) {
  const AuctionId id = auction_in(stream);
  const League* league = league_of(id);
  if (league == nullptr) return;
  Place& place = places_[id];
  tell_room(id, scene(*league), place, record, events, after);
  tell_league(*league, after, events);
  bots_.follow(*league, after, events, now_);
  const bool runs = after.status == Status::kRunning && !after.open.empty();
  if (runs && place.next_tick == kNever) place.next_tick = now_ + kTickEvery;
  if (!runs) place.next_tick = kNever;
  if (is_over(after.status)) ending_.emplace(id, now_);
}

void AuctionDesk::tell_room(AuctionId id, const Scene& scene, Place& place, const Record& record,
                            std::span<const Event> events, const State& after) {
  const Before before = place.board.before();
  const std::span<const ShownEvent> shown =
      place.board.take(scene, record, events, after, now_, position_);
  for (const ShownEvent& event : shown) {
    needs_.live.to_auction(id, event.name, event.json, event.position);
  }
  for (const Event& event : events) {
    if (const auto* bid = std::get_if<BidPlaced>(&event)) {
      if (before.leader == kNoManager || before.leader == bid->manager) continue;
      const Showing showing{scene, record, after, before, record.seq, 0, now_};
      needs_.live.to_person(id, id_of(after.setup->participants[before.leader.value]), "outbid",
                            text_of(outbid_json(showing, *bid)));
    } else if (begins_gap(event)) {
      const Instant opens = next_lot_at(after);
      const bool gap = after.status == Status::kRunning && after.open.empty();
      if (!gap || opens == kNever || opens <= now_) continue;
      needs_.live.to_auction(id, "next_team_countdown", text_of(countdown_json(after, now_)));
    }
    const bool by_hammer =
        std::holds_alternative<LotSold>(event) || std::holds_alternative<LotUnsold>(event);
    if (by_hammer && record.actor == kHostActor && before.ends_at != kNever) {
      needs_.metrics.lot_closed(later(now_, before.ends_at) - before.ends_at);
    }
    if (std::holds_alternative<AuctionReset>(event)) {
      for (const ActorId who : needs_.live.in_auction(id)) {
        const Json picture = picture_of(scene, after, place.board, who, now_);
        needs_.live.to_person(id, who, "sync_state", text_of(picture));
      }
    }
    if (std::holds_alternative<AuctionCancelled>(event)) {
      const Json deleted = {{"auctionId", to_text(id)},
                            {"leagueId", to_text(scene.league.id)},
                            {"by", person_of(scene, record.actor)}};
      needs_.live.to_auction(id, "auction_deleted", text_of(deleted));
    }
  }
}

void AuctionDesk::tell_league(const League& league, const State& after,
                              std::span<const Event> events) {
  for (const Event& event : events) {
    if (!changes_status(event)) continue;
    const bool waits = after.status == Status::kWaiting;
    const Json changed = {{"leagueId", to_text(league.id)},
                          {"status", league_word(after)},
                          {"auctionId", to_text(auction_of(after))},
                          {"opensAt", waits ? moment(after.begins_at) : Json()}};
    needs_.live.to_league(league.id, "league_status_changed", text_of(changed));
  }
}

void AuctionDesk::quarantined(StreamId stream, const char* why) {
  journal::fault("room_quarantined", {{"stream", to_text(stream)}, {"why", why}});
  places_[auction_in(stream)].next_tick = kNever;
}

void AuctionDesk::turn(Instant now) {
  now_ = now;
  for (auto ending = ending_.begin(); ending != ending_.end();) {
    const AuctionId id = ending->first;
    if (ending->second > now) {
      ++ending;
    } else if (end(id)) {
      ending = ending_.erase(ending);
    } else {
      (ending++)->second = now + kTryAgain;
    }
  }
  for (auto& [id, place] : places_) {
    if (place.next_tick <= now) tick(id, place, now);
  }
  bots_.turn(now);
}

Instant AuctionDesk::next_alarm() const {
  Instant next = bots_.next_alarm();
  for (const auto& [id, at] : ending_) next = earlier(next, at);
  for (const auto& [id, place] : places_) next = earlier(next, place.next_tick);
  return next;
}

// The league learns how its auction ended, then whoever listens; who listens hears it again when a
// sale is voided after the end. False: it could not be stored.
bool AuctionDesk::end(AuctionId id) {
  const League* league = league_of(id);
  const State* state = find(id, now_);
  if (league == nullptr || (state != nullptr && is_on(*state))) return true;
  const bool completed = state != nullptr && state->status == Status::kCompleted;
  const EndAuction command{id, completed ? AuctionFate::kCompleted : AuctionFate::kCancelled};
  const LeagueAct act = needs_.leagues.act_as_host(league->id, command, now_);
  if (std::holds_alternative<StorageFailure>(act)) return false;
  const auto* done = std::get_if<LeagueDone>(&act);
  if (done == nullptr || state == nullptr) return true;
  if (!done->events.empty()) tell_end(*league, *state);
  for (const Ended& ended : ended_) ended(*league, *state);
  return true;
}

void AuctionDesk::tell_end(const League& league, const State& state) {
  const bool completed = state.status == Status::kCompleted;
  needs_.metrics.auction_completed(completed ? word(state.end_reason) : "cancelled");
  const Json changed = {{"leagueId", to_text(league.id)},
                        {"status", league_word(state)},
                        {"auctionId", completed ? Json(to_text(auction_of(state))) : Json()},
                        {"opensAt", nullptr}};
  needs_.live.to_league(league.id, "league_status_changed", text_of(changed));
}

void AuctionDesk::tick(AuctionId id, Place& place, Instant now) {
  const State* state = needs_.records.house().shown(stream_of(id));
  const OpenLot* lot = state == nullptr ? nullptr : lot_on_block(*state);
  if (lot == nullptr || state->status != Status::kRunning) {
    place.next_tick = kNever;
    return;
  }
  place.next_tick = now + kTickEvery;
  if (needs_.live.in_auction(id).empty()) return;
  const Json json = {{"auctionId", to_text(id)},
                     {"timer", timer_of(*state, *lot, place.board.shown_seq(), now)}};
  needs_.live.to_auction(id, "tick", text_of(json));
  needs_.metrics.timer_tick();
}

}  // namespace pilot
