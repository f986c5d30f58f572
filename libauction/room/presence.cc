#include "libauction/room/presence.h"

namespace auction {

bool Presence::joined(StreamId room, ActorId who) {
  const Absence key{room, who};
  const auto [found, fresh] = places_.try_emplace(key);
  Place& place = found->second;
  if (place.connections++ == 0 && !fresh) leaving_.erase({place.gone_at, key});
  place.gone_at = kNever;
  return fresh;
}

void Presence::left(StreamId room, ActorId who, Instant now) {
  const Absence key{room, who};
  const auto found = places_.find(key);
  if (found == places_.end() || found->second.connections == 0) return;
  if (--found->second.connections > 0) return;
  found->second.gone_at = now + grace_;
  leaving_.emplace(found->second.gone_at, key);
}

std::vector<Absence> Presence::gone(Instant now) {
  std::vector<Absence> gone;
  while (!leaving_.empty() && leaving_.begin()->first <= now) {
    gone.push_back(leaving_.begin()->second);
    places_.erase(gone.back());
    leaving_.erase(leaving_.begin());
  }
  return gone;
}

std::vector<ActorId> Presence::present(StreamId room) const {
  std::vector<ActorId> present;
  for (auto it = places_.lower_bound({room, ActorId{}}); it != places_.end(); ++it) {
    if (it->first.room != room) break;
    present.push_back(it->first.who);
  }
  return present;
}

}  // namespace auction
