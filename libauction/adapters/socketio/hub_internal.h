// What a SocketHub keeps, and its steps: hub.cc takes what the engine says, hub_packets.cc reads
// packets, hub_sockets.cc lets sockets in and out, hub_rooms.cc sends.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <unordered_map>

#include "libauction/adapters/socketio/hub.h"

namespace auction {

// Where the client asked for recovery: what it is called, and the pid that it came back with.
struct HubPids {
  std::string sid;
  std::string own;
  std::string shown;
};

// The answers that we asked a client for, with their deadlines.
struct HubAcks {
  std::uint64_t asked = 0;
  std::map<std::uint64_t, Instant> waiting;
};

// There are many thousand of these and of the next, so what few of them need is behind a pointer.
struct HubSocket {
  SocketId id;
  ConnectionId connection;
  const std::string* nsp = nullptr;  // one of HubRules::namespaces
  bool accepted = false;
  std::unique_ptr<HubPids> pids;
  std::unique_ptr<HubAcks> acks;
  std::vector<const std::string*> rooms;  // the names in HubState::rooms

  bool recovers() const { return pids != nullptr; }
};

// Of a connection that is in the middle of something.
struct HubUnrest {
  std::optional<PacketReader> reader;  // while attachments are missing
  std::vector<std::string> left;       // namespaces we ended: what still comes is passed over
};

struct HubConnection {
  std::vector<SocketId> sockets;  // one a namespace
  std::unique_ptr<HubUnrest> unrest;
  Instant deadline = kNever;  // by which there must be a socket
};

struct RememberedSocket {
  SocketId id;
  std::string nsp;
  std::string sid;
  std::vector<std::string> rooms;
  Instant until;
};

struct HubState {
  HubState(const HubRules& the_rules, SaltSource& salts)
      : rules(the_rules), ids(&salts), engine(the_rules.engine, salts) {}

  HubRules rules;
  SaltSource* ids;
  Engine engine;
  Instant now;  // the last that was told
  std::uint64_t named = 0;
  std::uint64_t numbered = 0;

  std::unordered_map<std::uint64_t, HubConnection> connections;
  std::unordered_map<std::uint64_t, HubSocket> sockets;
  std::map<std::string, std::map<std::string, std::vector<SocketId>, std::less<>>, std::less<>>
      rooms;  // by namespace and name, sorted; "" is the whole namespace
  std::unordered_map<std::string, RememberedSocket> remembered;  // by pid
  std::deque<std::pair<Instant, std::string>> forgetting;        // pids, the eldest first
  std::set<std::pair<Instant, std::uint64_t>> lonely;            // connections without a socket
  std::set<std::tuple<Instant, std::uint64_t, std::uint64_t>> pending;  // acks

  std::vector<HubEvent> events;

  HubSocket* find(SocketId id);
  HubSocket* find_accepted(SocketId id);
  HubSocket* find(const HubConnection& connection, std::string_view nsp);
  std::string new_name();

  // hub.cc
  void pump();
  void tick_acks();
  void tick_remembered();

  // hub_packets.cc
  void message(EngineMessage message);
  absl::StatusOr<std::optional<SocketPacket>> read(HubConnection& connection,
                                                   EngineMessage message) const;
  absl::Status receive(ConnectionId id, HubConnection& connection, SocketPacket packet);
  absl::Status connect(ConnectionId id, HubConnection& connection, SocketPacket packet);
  void acked(HubSocket& socket, SocketPacket packet);

  // hub_sockets.cc
  void accept(HubSocket& socket, bool recovered);
  void end(HubSocket& socket, CloseReason reason);
  void end_connection(ConnectionId id, CloseReason reason);
  void remember(const HubSocket& socket);
  void set_deadline(ConnectionId id, HubConnection& connection);

  // hub_rooms.cc
  void enter(HubSocket& socket, std::string_view room);
  void go(const HubSocket& socket, std::string_view room);
  void send(const HubSocket& socket, const std::vector<EngineFrame>& frames, bool droppable);
};

}  // namespace auction
