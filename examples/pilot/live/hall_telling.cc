// What the hall says, and who is there to hear it.
#include "examples/pilot/live/crowd.h"

namespace pilot {

void Crowd::to_league(LeagueId league, std::string_view event, std::string_view json) {
  const std::string room = room_of(league);
  hub_.broadcast("/", {&room, 1}, {.event = event, .args = json});
}

void Crowd::to_auction(AuctionId auction, std::string_view event, std::string_view json,
                       std::uint64_t position) {
  spare_slow(auction);
  const std::string room = room_of(auction);
  const std::string offset = position == 0 ? std::string() : std::to_string(position);
  hub_.broadcast("/", {&room, 1},
                 {.event = event, .args = json, .offset = offset, .droppable = event == "tick"});
  if (position != 0) told_[auction] = position;
}

void Crowd::to_person(AuctionId auction, ActorId who, std::string_view event,
                      std::string_view json) {
  const auto found = by_user_.find(who);
  if (found == by_user_.end()) return;
  for (const SocketId socket : found->second) {
    const Guest& guest = guests_.at(socket);
    const auto there = guest.auctions.find(auction);
    const bool hears = there != guest.auctions.end() && !there->second.behind;
    if (hears) tell(socket, event, json);
  }
}

bool Crowd::online(LeagueId league, ActorId who) const {
  const std::vector<ActorId> present = presence_.present(stream_of(league));
  return std::find(present.begin(), present.end(), who) != present.end();
}

std::vector<ActorId> Crowd::in_auction(AuctionId auction) const {
  return presence_.present(stream_of(auction));
}

void Crowd::enter(LeagueId league, ActorId who) {
  if (presence_.joined(stream_of(league), who)) tell_presence(league, who, true);
}

// Who is in a league's auction is in the league.
void Crowd::enter(AuctionId auction, LeagueId league, ActorId who) {
  enter(league, who);
  if (presence_.joined(stream_of(auction), who)) tell_waiting(auction);
}

void Crowd::leave(StreamId room, ActorId who) {
  presence_.left(room, who, now_);
  absences_.push_back(now_ + kPresenceGrace);
}

void Crowd::take_absences() {
  while (!absences_.empty() && absences_.front() <= now_) absences_.pop_front();
  for (const Absence& absence : presence_.gone(now_)) {
    const LeagueId league{absence.room.hi, absence.room.lo};
    if (leagues_->find(league) != nullptr) {
      tell_presence(league, absence.who, false);
    } else {
      tell_waiting({absence.room.hi, absence.room.lo});
    }
  }
}

void Crowd::tell_presence(LeagueId league, ActorId who, bool online) {
  const Json json = {{"leagueId", to_text(league)}, {"userId", to_text(who)}, {"online", online}};
  to_league(league, "presence", text_of(json));
}

void Crowd::tell_waiting(AuctionId auction) {
  if (const auto json = waiting_room(auction))
    to_auction(auction, "waiting_room_updated", *json, 0);
}

std::optional<std::string> Crowd::waiting_room(AuctionId auction) const {
  const State* state = auctions_->find(auction, now_);
  if (state == nullptr || status_word(*state) != "waiting") return std::nullopt;
  Json waiting = Json::array();
  for (const ActorId who : in_auction(auction)) waiting.push_back(to_text(who));
  const std::size_t count = waiting.size();
  return text_of(
      {{"auctionId", to_text(auction)}, {"waiting", std::move(waiting)}, {"count", count}});
}

Routes Crowd::routes() {
  Routes routes;
  routes.push_back({"GET", "/debug/rooms/{kind}/{id}", Who::kAnyone,
                    [this](const Call& call, const Reply& reply) {
                      const std::string room = call.places[0] + ":" + call.places[1];
                      const auto id = parse_id<LeagueTag>(call.places[1]);
                      const bool known =
                          id && (call.places[0] == "league" || call.places[0] == "auction");
                      if (!known) return reply(unknown());
                      const StreamId stream{id->hi, id->lo};
                      Json users = Json::array();
                      for (const ActorId who : presence_.present(stream)) {
                        users.push_back(to_text(who));
                      }
                      reply(json_answer(200, {{"room", room},
                                              {"sockets", hub_.sockets("/", room).size()},
                                              {"users", std::move(users)}}));
                    }});
  return routes;
}

}  // namespace pilot
