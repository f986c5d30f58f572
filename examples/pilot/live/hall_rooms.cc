// Into rooms and out of them. Whoever is a member may; nobody else learns that there is a room.
#include <set>

#include "examples/pilot/live/crowd.h"

namespace pilot {
namespace {

Json not_found() {
  return {{"ok", false}, {"code", "not_found"}, {"detail", "There is nothing here for you."}};
}

template <class Tag>
std::optional<Id<Tag>> id_in(const Json& body, const char* name) {
  const auto found = body.is_object() ? body.find(name) : body.end();
  if (found == body.end() || !found->is_string()) return std::nullopt;
  return parse_id<Tag>(found->get_ref<const std::string&>());
}

Json auction_shown(const League& league) {
  if (league.auctions.empty() || league.auctions.back().fate == AuctionFate::kCancelled) {
    return nullptr;
  }
  return to_text(league.auctions.back().auction);
}

}  // namespace

const League* Crowd::league_for(ActorId user, LeagueId id) const {
  const League* league = leagues_->find(id);
  return league != nullptr && find_member(*league, user) != nullptr ? league : nullptr;
}

const League* Crowd::league_for(ActorId user, AuctionId id) const {
  const League* league = leagues_->of_auction(id);
  return league != nullptr && find_member(*league, user) != nullptr ? league : nullptr;
}

Crowd::Outcome Crowd::join_league(SocketId socket, Guest& guest, const Json& body) {
  const auto id = id_in<LeagueTag>(body, "leagueId");
  const League* league = id ? league_for(guest.who.user, *id) : nullptr;
  if (league == nullptr) return {not_found()};
  if (guest.leagues.insert(*id).second) enter(*id, guest.who.user);
  hub_.join(socket, room_of(*id));
  Outcome outcome;
  outcome.ack = {{"ok", true},
                 {"room", room_of(*id)},
                 {"leagueStatus", auctions_->status_of(*league, now_)},
                 {"activeAuctionId", auction_shown(*league)},
                 {"members", members_of({*people_, *this, *league})}};
  return outcome;
}

void Crowd::go(LeagueId league, SocketId socket, Guest& guest) {
  if (guest.leagues.erase(league) == 0) return;
  hub_.leave(socket, room_of(league));
  leave(stream_of(league), guest.who.user);
}

Crowd::Outcome Crowd::leave_league(SocketId socket, Guest& guest, const Json& body) {
  if (const auto id = id_in<LeagueTag>(body, "leagueId")) go(*id, socket, guest);
  return {{{"ok", true}}};
}

// First out of the room, then whatever looking at the auction may bring, then in again: what is
// shown meanwhile is among what was missed, and nothing is told twice.
Crowd::Outcome Crowd::join_auction(SocketId socket, Guest& guest, const Json& body) {
  const auto id = id_in<AuctionTag>(body, "auctionId");
  const League* league = id ? league_for(guest.who.user, *id) : nullptr;
  if (league == nullptr) return {not_found()};
  hub_.leave(socket, room_of(*id));
  if (auctions_->find(*id, now_) == nullptr) return {not_found()};
  const auto last = body.find("lastSeq");
  std::optional<std::vector<ShownEvent>> missed;
  if (last != body.end() && last->is_number_unsigned()) {
    missed = auctions_->shown_after(*id, last->get<std::uint64_t>(), now_);
  }
  const auto [there, fresh] = guest.auctions.try_emplace(*id);
  Attendance& attendance = there->second;
  attendance = {league->id, auctions_->position(), missed.has_value(), false};
  told_.try_emplace(*id, attendance.position);
  if (fresh) enter(*id, league->id, guest.who.user);
  Outcome outcome;
  outcome.ack = {{"ok", true},
                 {"room", room_of(*id)},
                 {"mode", missed ? "events" : "snapshot"},
                 {"seq", auctions_->shown_seq(*id, now_)}};
  if (missed) {
    if (!missed->empty()) attendance.position = missed->front().position - 1;
    outcome.fed.push_back(*id);
    // Who is here is in no log: whoever enters is told, itself among them.
    if (auto here = waiting_room(*id)) outcome.then.emplace_back("waiting_room_updated", *here);
  } else {
    outcome.then.emplace_back("sync_state", auctions_->picture(*id, guest.who.user, now_));
    hub_.join(socket, room_of(*id));
  }
  return outcome;
}

void Crowd::go(AuctionId auction, SocketId socket, Guest& guest) {
  const auto found = guest.auctions.find(auction);
  if (found == guest.auctions.end()) return;
  const LeagueId league = found->second.league;
  guest.auctions.erase(found);
  hub_.leave(socket, room_of(auction));
  leave(stream_of(auction), guest.who.user);
  leave(stream_of(league), guest.who.user);
}

Crowd::Outcome Crowd::leave_auction(SocketId socket, Guest& guest, const Json& body) {
  if (const auto id = id_in<AuctionTag>(body, "auctionId")) go(*id, socket, guest);
  return {{{"ok", true}}};
}

// Each auction is looked at before any room is entered: looking may show what was just committed.
Crowd::Outcome Crowd::rejoin_rooms(SocketId socket, Guest& guest, const Json& body) {
  constexpr std::size_t kMostRooms = 50;
  const auto rooms = body.find("rooms");
  const bool fits = rooms != body.end() && rooms->is_array() && rooms->size() <= kMostRooms;
  if (!fits) {
    return {
        {{"ok", false}, {"code", "malformed"}, {"detail", "rooms: must be a list of 50 at most"}}};
  }
  for (const Json& room : *rooms) {
    const auto auction = id_in<AuctionTag>(room, "auctionId");
    const auto league = id_in<LeagueTag>(room, "leagueId");
    if (auction && league_for(guest.who.user, *auction) != nullptr) auctions_->find(*auction, now_);
    const League* there = league ? league_for(guest.who.user, *league) : nullptr;
    if (there != nullptr) auctions_->status_of(*there, now_);
  }
  Outcome all;
  all.ack = {{"ok", true}, {"results", Json::array()}};
  for (const Json& room : *rooms) {
    const bool is_auction = room.is_object() && room.contains("auctionId");
    Outcome one = is_auction ? join_auction(socket, guest, room) : join_league(socket, guest, room);
    all.ack["results"].push_back(std::move(one.ack));
    all.then.insert(all.then.end(), one.then.begin(), one.then.end());
    all.fed.insert(all.fed.end(), one.fed.begin(), one.fed.end());
  }
  return all;
}

// Whoever is no longer a member hears no more.
void Crowd::expel(LeagueId league, ActorId who) {
  const auto found = by_user_.find(who);
  if (found == by_user_.end()) return;
  for (const SocketId socket : found->second) {
    Guest& guest = guests_.at(socket);
    go(league, socket, guest);
    std::vector<AuctionId> left;
    for (const auto& [auction, attendance] : guest.auctions) {
      if (attendance.league == league) left.push_back(auction);
    }
    for (const AuctionId auction : left) go(auction, socket, guest);
  }
}

}  // namespace pilot
