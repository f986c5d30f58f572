// Presence: who is in which room just now, by their connections.
//
// Somebody is there from the first connection on, and gone when the last one has been away for a
// while: a phone that changes its network does not leave the room.
//
//   Presence presence;                                     // away after 10 s
//   if (presence.joined(room, who)) tell "online" ...
//   presence.left(room, who, now);
//   for (const Absence& a : presence.gone(now)) tell "offline" ...
//
// It is no part of any log and may be lost. One thread at a time.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "libauction/log/record.h"

namespace auction {

struct Absence {
  StreamId room;
  ActorId who;

  auto operator<=>(const Absence&) const = default;
};

// The port: in this process, or shared by several.
class PresencePort {
 public:
  virtual ~PresencePort() = default;
  virtual bool joined(StreamId room, ActorId who) = 0;  // true: was not there before
  virtual void left(StreamId room, ActorId who, Instant now) = 0;
  virtual std::vector<Absence> gone(Instant now) = 0;
  virtual std::vector<ActorId> present(StreamId room) const = 0;  // by id
};

class Presence final : public PresencePort {
 public:
  explicit Presence(Millis grace = seconds(10)) : grace_(grace) {}

  bool joined(StreamId room, ActorId who) override;
  void left(StreamId room, ActorId who, Instant now) override;

  // Those whose last connection has been away for the whole grace; each is told once.
  std::vector<Absence> gone(Instant now) override;
  std::vector<ActorId> present(StreamId room) const override;

 private:
  struct Place {
    std::uint32_t connections = 0;
    Instant gone_at = kNever;
  };
  Millis grace_;
  std::map<Absence, Place> places_;
  std::set<std::pair<Instant, Absence>> leaving_;  // when each will be gone
};

}  // namespace auction
