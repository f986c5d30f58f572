// The boards: read from the log at the start for what goes on, and later for what somebody asks.
#include "examples/pilot/auctions/desk.h"
#include "libauction/base/check.h"
#include "libauction/replay/fold.h"
#include "libauction/replay/guard.h"

namespace pilot {

void AuctionDesk::open(Instant now) {
  now_ = now;
  Store& store = needs_.records.quiet_store(now);
  const StreamsAnswer answer = store.streams();
  const auto* streams = std::get_if<std::vector<StreamId>>(&answer);
  if (streams == nullptr) return;
  for (const StreamId stream : *streams) {
    const State* state = needs_.records.house().shown(stream);
    if (state != nullptr && state->seq > 0) place_of({stream.hi, stream.lo}, now);
  }
  for (const LeagueId id : needs_.leagues.all()) catch_up(*needs_.leagues.find(id));
}

// The process may have ended between an auction's last record and its league's, or between the
// league's link and the auction's first record.
void AuctionDesk::catch_up(const League& league) {
  if (!has_unfinished_auction(league)) return;
  const AuctionId id = league.auctions.back().auction;
  const State* state = find(id, now_);
  if (state == nullptr || is_over(state->status)) ending_.emplace(id, now_);
}

const State* AuctionDesk::find(AuctionId id, Instant now) {
  const Place* place = place_of(id, now);
  if (place == nullptr) return nullptr;
  const State* state = needs_.records.house().shown(stream_of(id));
  return state != nullptr && state->seq > 0 ? state : place->read.get();
}

// Null: nothing is recorded of it, or nobody may see it any more.
AuctionDesk::Place* AuctionDesk::place_of(AuctionId id, Instant now) {
  const League* league = league_of(id);
  if (league == nullptr) return nullptr;
  if (const auto found = places_.find(id); found != places_.end()) return &found->second;
  (void)needs_.records.quiet_store(now);  // the commit under way may be its first
  if (const auto found = places_.find(id); found != places_.end()) return &found->second;
  Place place;
  if (!read_log(id, *league, place, now)) return nullptr;
  return &places_.emplace(id, std::move(place)).first->second;
}

bool AuctionDesk::read_log(AuctionId id, const League& league, Place& place, Instant now) {
  const StreamId stream = stream_of(id);
  Store& store = needs_.records.quiet_store(now);
  const HeadAnswer end = store.head(stream);
  const auto* head = std::get_if<Head>(&end);
  if (head == nullptr || head->seq == 0) return false;
  const std::uint64_t from = head->seq > kMostBehind ? head->seq - kMostBehind : 0;
  const CheckGuard guard;
  Replay replay{State{}, genesis(stream)};
  Events events;
  std::optional<auction::Fault> fault;
  const HeadAnswer read = store.read(stream, 1, [&](const Record& record) {
    fault = fold_record(replay, record, events);
    if (fault) return false;
    place.board.take(scene(league), record, events, replay.state, now, position_, from);
    return true;
  });
  if (fault || !std::holds_alternative<Head>(read)) return false;
  const State* shown = needs_.records.house().shown(stream);
  const bool in_house = shown != nullptr && shown->seq > 0;
  if (!in_house) place.read = std::make_unique<State>(std::move(replay.state));
  return true;
}

std::string_view AuctionDesk::status_of(const League& league, Instant now) {
  if (league.auctions.empty()) return "pre_auction";
  const LinkedAuction& last = league.auctions.back();
  if (last.fate == AuctionFate::kCompleted) return "auction_complete";
  if (last.fate == AuctionFate::kCancelled) return "pre_auction";
  const State* state = find(last.auction, now);
  if (state == nullptr) return "waiting";
  switch (state->status) {
    case Status::kRunning:
      return "auction_live";
    case Status::kPaused:
      return "auction_paused";
    case Status::kCompleted:
      return "auction_complete";
    default:
      return "waiting";
  }
}

std::string AuctionDesk::picture(AuctionId id, ActorId viewer, Instant now) {
  const State* state = find(id, now);
  const League* league = league_of(id);
  if (state == nullptr || league == nullptr) return "null";
  return text_of(picture_of(scene(*league), *state, places_.at(id).board, viewer, now));
}

std::uint64_t AuctionDesk::shown_seq(AuctionId id, Instant now) {
  const Place* place = place_of(id, now);
  return place == nullptr ? 0 : place->board.shown_seq();
}

std::optional<std::vector<ShownEvent>> AuctionDesk::shown_after(AuctionId id, std::uint64_t seq,
                                                                Instant now) {
  const Place* place = place_of(id, now);
  if (place == nullptr) return std::nullopt;
  return place->board.after(seq, now);
}

std::optional<std::vector<ShownEvent>> AuctionDesk::shown_after_position(AuctionId id,
                                                                         std::uint64_t position,
                                                                         Instant now) {
  const Place* place = place_of(id, now);
  if (place == nullptr) return std::nullopt;
  return place->board.after_position(position, now);
}

}  // namespace pilot
