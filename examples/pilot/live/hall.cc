// Sockets come in and go.
#include "examples/pilot/live/hall.h"

#include <charconv>

#include "examples/pilot/live/crowd.h"
#include "examples/pilot/metrics/metrics.h"
#include "libauction/base/match.h"

namespace pilot {
namespace {

constexpr std::size_t kSocketsOfOne = 5;
constexpr Millis kRemembered{120'000};

HubRules rules_for(std::size_t max_sockets) {
  HubRules rules;
  rules.engine.max_connections = max_sockets;
  rules.recovery_window = kRemembered;
  return rules;
}

// Whoever closes a tab has not lost anything; only what broke is unclean.
bool is_unclean(CloseReason reason) {
  switch (reason) {
    case CloseReason::kTransportError:
    case CloseReason::kPingTimeout:
    case CloseReason::kParseError:
    case CloseReason::kPayloadTooLarge:
    case CloseReason::kSlowConsumer:
      return true;
    default:
      return false;
  }
}

std::optional<std::uint64_t> position_in(std::string_view offset) {
  std::uint64_t position = 0;
  const auto [end, fault] = std::from_chars(offset.data(), offset.data() + offset.size(), position);
  if (fault != std::errc() || end != offset.data() + offset.size()) return std::nullopt;
  return position;
}

}  // namespace

std::string room_of(LeagueId league) { return "league:" + to_text(league); }
std::string room_of(AuctionId auction) { return "auction:" + to_text(auction); }

std::unique_ptr<Hall> open_hall(const HallNeeds& needs, std::size_t max_sockets) {
  return std::make_unique<Crowd>(needs, max_sockets);
}

Crowd::Crowd(const HallNeeds& needs, std::size_t max_sockets)
    : needs_(needs), hub_(rules_for(max_sockets), needs.salts), presence_(kPresenceGrace) {}

void Crowd::serve(Leagues& leagues, Auctions& auctions, People& people) {
  leagues_ = &leagues;
  auctions_ = &auctions;
  people_ = &people;
}

void Crowd::turn(const Handshakes& handshakes, Instant now) {
  now_ = now;
  for (auto events = hub_.take_events(); !events.empty(); events = hub_.take_events()) {
    for (const HubEvent& event : events) {
      match(
          event, [&](const EngineOpened& it) { opened(it, handshakes); },
          [&](const SocketConnecting& it) { connecting(it); },
          [&](const SocketEvent& it) { heard(it); }, [&](const SocketClosed& it) { closed(it); },
          [&](const EngineClosed& it) { callers_.erase(it.connection); }, [](const auto&) {});
    }
    expire();
  }
  expire();
  take_absences();
  pace_all();
  while (!forgetting_.empty() && forgetting_.front().first <= now) {
    former_.erase(forgetting_.front().second);
    forgetting_.pop_front();
  }
}

Instant Crowd::next_alarm() const {
  constexpr Millis kLookAgain{20};
  Instant next = absences_.empty() ? kNever : absences_.front();
  if (!expiries_.empty()) next = earlier(next, expiries_.begin()->first);
  if (!slow_.empty()) next = earlier(next, now_ + kLookAgain);
  return next;
}

void Crowd::stop(Instant now) {
  now_ = now;
  hub_.broadcast("/", {}, {.event = "server_stopping", .args = R"({"retryInMs":2000})"});
}

void Crowd::opened(const EngineOpened& opened, const Handshakes& handshakes) {
  Caller& caller = callers_[opened.connection];
  const Handshake* handshake = handshakes.find(opened.door);
  if (handshake != nullptr) caller = {handshake->address, handshake->by_cookie};
}

std::optional<SignedIn> Crowd::admitted(const SocketConnecting& asked, const Caller& caller) const {
  const Json auth = Json::parse(asked.auth, nullptr, false);
  const auto token = auth.is_object() ? auth.find("token") : auth.end();
  std::optional<SignedIn> who = caller.by_cookie;
  if (token != auth.end() && token->is_string() && !token->get_ref<const std::string&>().empty()) {
    who = needs_.sessions.check(token->get_ref<const std::string&>(), now_);
  }
  if (!who || who->expires_at <= now_) return std::nullopt;
  return who;
}

void Crowd::connecting(const SocketConnecting& asked) {
  const Caller caller = callers_[asked.connection];
  const std::optional<SignedIn> who = admitted(asked, caller);
  if (!who || auctions_ == nullptr) {
    return hub_.refuse(asked.socket, "unauthorized", R"({"code":"unauthenticated"})");
  }
  make_place(who->user);
  Guest guest{*who, asked.connection, caller.address};
  const Json auth = Json::parse(asked.auth, nullptr, false);
  guest.recovers = auth.is_object() && auth.value("recovery", Json()) == true;
  if (asked.recovery && recover(asked, guest)) return;
  hub_.accept(asked.socket);
  let_in(asked.socket, std::move(guest));
}

// Five of one person's at a time: the eldest is the least likely to be looked at.
void Crowd::make_place(ActorId user) {
  const auto found = by_user_.find(user);
  if (found == by_user_.end() || found->second.size() < kSocketsOfOne) return;
  const SocketId eldest = *found->second.begin();
  hub_.disconnect(eldest);
  closed({eldest, CloseReason::kServerLeft});
}

void Crowd::let_in(SocketId socket, Guest guest) {
  by_user_[guest.who.user].insert(socket);
  if (guest.who.expires_at != kNever) expiries_.insert({guest.who.expires_at, socket});
  guests_.emplace(socket, std::move(guest));
  needs_.metrics.socket_opened();
}

std::optional<Guest> Crowd::former_of(const SocketConnecting& asked, ActorId user) const {
  if (!asked.recovery->former) return std::nullopt;
  const auto found = former_.find(*asked.recovery->former);
  if (found == former_.end() || found->second.who.user != user) return std::nullopt;
  return found->second;
}

// The client goes on where it was, if all it has missed is still on the boards.
bool Crowd::recover(const SocketConnecting& asked, Guest& guest) {
  const std::optional<Guest> former = former_of(asked, guest.who.user);
  const std::optional<std::uint64_t> offset = position_in(asked.recovery->offset);
  if (!former || (!offset && !former->auctions.empty())) return false;
  for (const auto& [auction, attendance] : former->auctions) {
    if (league_for(guest.who.user, auction) == nullptr) return false;
    const std::uint64_t from = std::max(*offset, attendance.position);
    if (attendance.resynced || !auctions_->shown_after_position(auction, from, now_)) return false;
    guest.auctions[auction] = {attendance.league, from, true, false};
  }
  for (const LeagueId league : former->leagues) {
    if (league_for(guest.who.user, league) == nullptr) return false;
  }
  guest.leagues = former->leagues;
  former_.erase(*asked.recovery->former);
  hub_.recover(asked.socket);
  let_in(asked.socket, std::move(guest));
  Guest& back = guests_.at(asked.socket);
  for (const LeagueId league : back.leagues) enter(league, back.who.user);
  for (auto& [auction, attendance] : back.auctions) {
    hub_.leave(asked.socket, room_of(auction));  // until it has what it missed
    enter(auction, attendance.league, back.who.user);
    feed(asked.socket, back, auction, attendance);
  }
  return true;
}

void Crowd::closed(const SocketClosed& closed) {
  auto gone = guests_.extract(closed.socket);
  if (!gone) return;
  Guest& guest = gone.mapped();
  needs_.metrics.socket_closed(is_unclean(closed.reason));
  for (const LeagueId league : guest.leagues) leave(stream_of(league), guest.who.user);
  for (const auto& [auction, attendance] : guest.auctions) {
    leave(stream_of(auction), guest.who.user);
    leave(stream_of(attendance.league), guest.who.user);
  }
  slow_.erase(closed.socket);
  expiries_.erase({guest.who.expires_at, closed.socket});
  const auto own = by_user_.find(guest.who.user);
  own->second.erase(closed.socket);
  if (own->second.empty()) by_user_.erase(own);
  if (!guest.recovers) return;
  former_.emplace(closed.socket, std::move(guest));
  forgetting_.emplace_back(now_ + kRemembered, closed.socket);
}

void Crowd::expire() {
  while (!expiries_.empty() && expiries_.begin()->first <= now_) {
    const SocketId socket = expiries_.begin()->second;
    expiries_.erase(expiries_.begin());
    tell(socket, "session_expired", R"({"code":"unauthenticated"})");
    hub_.close(guests_.at(socket).connection, CloseReason::kServerClose, now_);
  }
}

void Crowd::end_session(ActorId who) {
  const auto found = by_user_.find(who);
  if (found == by_user_.end()) return;
  for (const SocketId socket : found->second) {
    tell(socket, "session_expired", R"({"code":"unauthenticated"})");
    hub_.close(guests_.at(socket).connection, CloseReason::kServerClose, now_);
  }
}

}  // namespace pilot
