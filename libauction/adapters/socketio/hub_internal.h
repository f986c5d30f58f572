// What a SocketHub keeps, and its steps: hub.cc takes what the engine says, hub_packets.cc reads
// packets, hub_sockets.cc lets sockets in and out, hub_rooms.cc sends.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "libauction/adapters/socketio/hub.h"

namespace auction {

struct HubSocket {
  SocketId id;
  ConnectionId connection;
  std::string nsp;
  std::string sid;
  std::string pid;        // where the client asked for recovery
  std::string pid_shown;  // the one it came back with
  bool accepted = false;
  bool recovers = false;
  std::set<std::string> rooms;
  std::uint64_t acks_asked = 0;
  std::map<std::uint64_t, Instant> acks;  // asked, with their deadlines
};

struct HubConnection {
  PacketReader reader;
  std::map<std::string, SocketId> sockets;  // by namespace
  std::set<std::string> left;               // namespaces we ended: what still comes is passed over
  Instant deadline = kNever;                // by which there must be a socket
};

struct RememberedSocket {
  SocketId id;
  std::string nsp;
  std::string sid;
  std::set<std::string> rooms;
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
  std::string new_name();

  // hub.cc
  void pump();
  void tick_acks();
  void tick_remembered();

  // hub_packets.cc
  void message(EngineMessage message);
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
  void send(const HubSocket& socket, const std::vector<EngineFrame>& frames, bool droppable);
};

}  // namespace auction
