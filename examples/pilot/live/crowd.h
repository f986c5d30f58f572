// The crowd: the hall as it is. hall.cc lets sockets in and out, hall_events.cc hears them,
// hall_rooms.cc puts them into rooms, hall_telling.cc speaks, hall_pace.cc waits for the slow ones.
// For this room alone.
#pragma once

#include <deque>
#include <set>

#include "examples/pilot/live/hall.h"
#include "libauction/room/presence.h"

namespace pilot {

inline constexpr Millis kPresenceGrace = seconds(10);

// What is known of a connection since its handshake.
struct Caller {
  std::string address;
  std::optional<SignedIn> by_cookie;
};

// An auction's room, for one socket.
struct Attendance {
  LeagueId league;
  std::uint64_t position = 0;  // what it was told last, where it is told from the board
  bool behind = false;         // not in the hub's room: it is told from the board
  bool resynced = false;       // told so, and not back since
};

// A socket that was let in.
struct Guest {
  SignedIn who;
  ConnectionId connection;
  std::string address;
  bool recovers = false;   // asks for Socket.IO's own recovery
  std::size_t unread = 0;  // bytes that waited when somebody last looked
  Instant read_at = {};    // when it was last seen to read, while something waits
  std::set<LeagueId> leagues = {};
  std::map<AuctionId, Attendance> auctions = {};
};

class Crowd final : public Hall {
 public:
  Crowd(const HallNeeds& needs, std::size_t max_sockets);

  void serve(Leagues& leagues, Auctions& auctions, People& people) override;
  Routes routes() override;

  SocketHub& hub() override { return hub_; }
  void turn(const Handshakes& handshakes, Instant now) override;
  Instant next_alarm() const override;
  void stop(Instant now) override;

  void to_league(LeagueId league, std::string_view event, std::string_view json) override;
  void to_auction(AuctionId auction, std::string_view event, std::string_view json,
                  std::uint64_t position) override;
  void to_person(AuctionId auction, ActorId who, std::string_view event,
                 std::string_view json) override;
  bool online(LeagueId league, ActorId who) const override;
  std::vector<ActorId> in_auction(AuctionId auction) const override;
  void expel(LeagueId league, ActorId who) override;
  void end_session(ActorId who) override;

 private:
  // The answer to an event, and what the socket is told after it.
  struct Outcome {
    Json ack;
    std::vector<std::pair<std::string, std::string>> then = {};
    std::vector<AuctionId> fed = {};  // from their boards
  };
  using Guests = std::map<SocketId, Guest>;

  void opened(const EngineOpened& opened, const Handshakes& handshakes);
  void connecting(const SocketConnecting& asked);
  std::optional<SignedIn> admitted(const SocketConnecting& asked, const Caller& caller) const;
  void make_place(ActorId user);
  std::optional<Guest> former_of(const SocketConnecting& asked, ActorId user) const;
  bool recover(const SocketConnecting& asked, Guest& guest);
  void let_in(SocketId socket, Guest guest);
  void closed(const SocketClosed& closed);
  void expire();

  void heard(const SocketEvent& event);
  Outcome on(SocketId socket, Guest& guest, std::string_view name, const Json& body);
  void bid(SocketId socket, const Guest& guest, const SocketEvent& event, const Json& body);
  void acknowledge(SocketId socket, const std::optional<AckNumber>& ack, const Json& json);
  void tell(SocketId socket, const Outcome& outcome);
  void tell(SocketId socket, std::string_view event, std::string_view json);

  Outcome join_league(SocketId socket, Guest& guest, const Json& body);
  Outcome leave_league(SocketId socket, Guest& guest, const Json& body);
  Outcome join_auction(SocketId socket, Guest& guest, const Json& body);
  Outcome leave_auction(SocketId socket, Guest& guest, const Json& body);
  Outcome rejoin_rooms(SocketId socket, Guest& guest, const Json& body);
  void enter(LeagueId league, ActorId who);
  void enter(AuctionId auction, LeagueId league, ActorId who);
  void go(LeagueId league, SocketId socket, Guest& guest);
  void go(AuctionId auction, SocketId socket, Guest& guest);
  void leave(StreamId room, ActorId who);
  const League* league_for(ActorId user, LeagueId id) const;
  const League* league_for(ActorId user, AuctionId id) const;

  void tell_presence(LeagueId league, ActorId who, bool online);
  void tell_waiting(AuctionId auction);
  std::optional<std::string> waiting_room(AuctionId auction) const;  // nothing: it is none
  void take_absences();

  bool is_slow(SocketId socket) const;
  void spare_slow(AuctionId auction);
  void feed(SocketId socket, Guest& guest, AuctionId auction, Attendance& attendance);
  void resync(SocketId socket, AuctionId auction, Attendance& attendance);
  void pace(SocketId socket, Guest& guest);
  void pace_all();

  HallNeeds needs_;
  SocketHub hub_;
  Leagues* leagues_ = nullptr;
  Auctions* auctions_ = nullptr;
  People* people_ = nullptr;

  std::map<ConnectionId, Caller> callers_;
  Guests guests_;
  std::map<ActorId, std::set<SocketId>> by_user_;
  std::set<std::pair<Instant, SocketId>> expiries_;
  std::map<SocketId, Guest> former_;  // lost, for recovery
  std::deque<std::pair<Instant, SocketId>> forgetting_;
  std::map<AuctionId, std::uint64_t> told_;  // position of what each room was told last
  std::set<SocketId> slow_;                  // who have somewhere to catch up
  Presence presence_;
  std::deque<Instant> absences_;  // when somebody may be gone
  Instant now_;
};

std::string room_of(LeagueId league);
std::string room_of(AuctionId auction);

}  // namespace pilot
