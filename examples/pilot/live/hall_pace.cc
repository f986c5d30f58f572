// Those who read slowly: told from the board as fast as they read, and no faster.
#include "examples/pilot/live/crowd.h"
#include "examples/pilot/metrics/metrics.h"

namespace pilot {
namespace {

// Half of what the hub holds for one connection before it cuts it off.
constexpr std::size_t kManyFrames = 256, kManyBytes = 128 * 1024;
constexpr Millis kPatience = seconds(10);

}  // namespace

bool Crowd::is_slow(SocketId socket) const {
  const Backlog waits = hub_.backlog(socket);
  return waits.frames >= kManyFrames || waits.bytes >= kManyBytes;
}

// Before the room is told something: who cannot take it leaves the room and is told later.
void Crowd::spare_slow(AuctionId auction) {
  const std::string room = room_of(auction);
  for (const SocketId socket : hub_.sockets("/", room)) {
    if (!is_slow(socket)) continue;
    Guest& guest = guests_.at(socket);
    Attendance& attendance = guest.auctions.at(auction);
    hub_.leave(socket, room);
    attendance.behind = true;
    attendance.position = told_[auction];
    if (slow_.insert(socket).second) {
      guest.unread = hub_.backlog(socket).bytes;
      guest.read_at = now_;
    }
  }
}

// As much as may wait, then the rest another time; in the room again when nothing is missing.
void Crowd::feed(SocketId socket, Guest& guest, AuctionId auction, Attendance& attendance) {
  const auto missed = auctions_->shown_after_position(auction, attendance.position, now_);
  if (!missed) return resync(socket, auction, attendance);
  for (const ShownEvent& event : *missed) {
    if (is_slow(socket)) {
      if (!slow_.insert(socket).second) return;
      guest.unread = hub_.backlog(socket).bytes;
      guest.read_at = now_;
      return;
    }
    const std::string offset = std::to_string(event.position);
    hub_.emit(socket, {.event = event.name, .args = event.json, .offset = offset});
    attendance.position = event.position;
  }
  attendance.behind = false;
  hub_.join(socket, room_of(auction));
}

void Crowd::resync(SocketId socket, AuctionId auction, Attendance& attendance) {
  if (attendance.resynced) return;
  attendance.resynced = true;
  const Json json = {{"auctionId", to_text(auction)}, {"why", "slow_client"}};
  tell(socket, "resync", text_of(json));
  needs_.metrics.socket_resynced();
}

void Crowd::pace_all() {
  const std::set<SocketId> slow = slow_;
  for (const SocketId socket : slow) {
    const auto found = guests_.find(socket);
    if (found != guests_.end()) pace(socket, found->second);
  }
}

void Crowd::pace(SocketId socket, Guest& guest) {
  const std::size_t unread = hub_.backlog(socket).bytes;
  if (unread < guest.unread) guest.read_at = now_;
  guest.unread = unread;
  const bool stuck = unread > 0 && now_ - guest.read_at >= kPatience;
  bool waits = false;
  bool cut_off = false;
  for (auto& [auction, attendance] : guest.auctions) {
    if (!attendance.behind) continue;
    if (stuck) {
      cut_off = cut_off || attendance.resynced;
      resync(socket, auction, attendance);
    } else if (!attendance.resynced && !is_slow(socket)) {
      feed(socket, guest, auction, attendance);
    }
    waits = waits || attendance.behind;
  }
  if (cut_off) return hub_.close(guest.connection, CloseReason::kSlowConsumer, now_);
  if (stuck) guest.read_at = now_;
  if (!waits || (unread == 0 && !is_slow(socket))) {
    bool fed = true;
    for (const auto& [auction, attendance] : guest.auctions) {
      fed = fed && (!attendance.behind || attendance.resynced);
    }
    if (fed) slow_.erase(socket);
  }
}

}  // namespace pilot
