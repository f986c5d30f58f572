// What goes out: to one socket, or to rooms, encoded once for all who get the same bytes.
#include <algorithm>

#include "libauction/adapters/socketio/arguments.h"
#include "libauction/adapters/socketio/hub_internal.h"
#include "libauction/adapters/socketio/json_text_internal.h"

namespace auction {
namespace {

// One emission in one namespace: the two texts that there can be, made when first needed.
class Encoded {
 public:
  Encoded(std::string_view nsp, const Emission& emission) : nsp_(nsp), emission_(emission) {}

  const std::vector<EngineFrame>& frames(bool recovers) {
    const bool offset = recovers && !emission_.offset.empty();
    std::vector<EngineFrame>& made = offset ? with_offset_ : plain_;
    if (made.empty()) made = frames_of(packet(offset));
    return made;
  }

 private:
  SocketPacket packet(bool offset) const {
    std::string args(emission_.args);
    if (offset) {
      if (!args.empty()) args += ',';
      args += quoted(emission_.offset);
    }
    return {SocketPacketType::kEvent,
            std::string(nsp_),
            {},
            event_data(emission_.event, args),
            {emission_.attachments.begin(), emission_.attachments.end()}};
  }

  std::string_view nsp_;
  const Emission& emission_;
  std::vector<EngineFrame> plain_, with_offset_;
};

}  // namespace

void HubState::send(const HubSocket& socket, const std::vector<EngineFrame>& frames,
                    bool droppable) {
  if (droppable && !engine.idle(socket.connection)) return;
  for (const EngineFrame& frame : frames) engine.send(socket.connection, frame);
}

void SocketHub::emit(SocketId socket, const Emission& emission) {
  const HubSocket* found = state_->find_accepted(socket);
  if (found == nullptr) return;
  Encoded encoded(*found->nsp, emission);
  state_->send(*found, encoded.frames(found->recovers()), emission.droppable);
}

std::optional<AckNumber> SocketHub::emit_with_ack(SocketId socket, const Emission& emission,
                                                  Instant deadline) {
  HubSocket* found = state_->find_accepted(socket);
  if (found == nullptr) return {};
  if (found->acks == nullptr) found->acks = std::make_unique<HubAcks>();
  if (found->acks->waiting.size() >= state_->rules.max_pending_acks) return {};
  const std::uint64_t number = found->acks->asked++;
  found->acks->waiting[number] = deadline;
  state_->pending.insert({deadline, socket.value, number});
  state_->send(*found,
               frames_of({SocketPacketType::kEvent,
                          *found->nsp,
                          number,
                          event_data(emission.event, emission.args),
                          {emission.attachments.begin(), emission.attachments.end()}}),
               false);
  return AckNumber{number};
}

void SocketHub::acknowledge(SocketId socket, AckNumber ack, std::string_view args,
                            std::span<const std::string> attachments) {
  const HubSocket* found = state_->find_accepted(socket);
  if (found == nullptr) return;
  state_->send(*found,
               frames_of({SocketPacketType::kAck,
                          *found->nsp,
                          ack.value,
                          "[" + std::string(args) + "]",
                          {attachments.begin(), attachments.end()}}),
               false);
}

void HubState::enter(HubSocket& socket, std::string_view room) {
  const auto is_it = [room](const std::string* name) { return *name == room; };
  if (std::ranges::any_of(socket.rooms, is_it)) return;
  auto& [name, members] = *rooms[*socket.nsp].try_emplace(std::string(room)).first;
  members.insert(std::ranges::upper_bound(members, socket.id), socket.id);
  socket.rooms.push_back(&name);
}

// The socket's own list is the caller's to mend.
void HubState::go(const HubSocket& socket, std::string_view room) {
  auto& places = rooms[*socket.nsp];
  const auto place = places.find(room);
  std::erase(place->second, socket.id);
  if (place->second.empty()) places.erase(place);
}

void SocketHub::join(SocketId socket, std::string_view room) {
  HubSocket* found = state_->find_accepted(socket);
  if (found != nullptr) state_->enter(*found, room);
}

void SocketHub::leave(SocketId socket, std::string_view room) {
  HubSocket* found = state_->find_accepted(socket);
  if (found == nullptr || room.empty()) return;
  const auto is_it = [room](const std::string* name) { return *name == room; };
  if (std::erase_if(found->rooms, is_it) > 0) state_->go(*found, room);
}

std::vector<SocketId> SocketHub::sockets(std::string_view nsp, std::string_view room) const {
  const auto places = state_->rooms.find(nsp);
  if (places == state_->rooms.end()) return {};
  const auto place = places->second.find(room);
  return place == places->second.end() ? std::vector<SocketId>() : place->second;
}

Backlog SocketHub::backlog(SocketId socket) const {
  const HubSocket* found = state_->find(socket);
  return found == nullptr ? Backlog{} : state_->engine.backlog(found->connection);
}

void SocketHub::broadcast(std::string_view nsp, std::span<const std::string> rooms,
                          const Emission& emission, std::optional<SocketId> except) {
  std::vector<SocketId> all = rooms.empty() ? sockets(nsp, "") : sockets(nsp, rooms[0]);
  for (std::size_t i = 1; i < rooms.size(); ++i) {
    const std::vector<SocketId> more = sockets(nsp, rooms[i]);
    std::vector<SocketId> merged;
    std::ranges::set_union(all, more, std::back_inserter(merged));
    all = std::move(merged);
  }
  Encoded encoded(nsp, emission);
  for (const SocketId id : all) {
    if (id == except) continue;
    const HubSocket& socket = *state_->find_accepted(id);
    state_->send(socket, encoded.frames(socket.recovers()), emission.droppable);
  }
}

}  // namespace auction
