// What a SocketHub tells the program, and what the program says through it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "libauction/adapters/socketio/engine.h"
#include "libauction/adapters/socketio/socket_packet.h"

namespace auction {

using SocketId = Index<struct SocketTag, std::uint64_t>;  // a client in one namespace
using AckNumber = Index<struct AckTag, std::uint64_t>;    // which event an answer is for

struct HubRules {
  EngineRules engine;
  PacketRules packets;
  std::vector<std::string> namespaces{"/"};
  Millis connect_timeout{45'000};   // a connection without a socket
  Millis recovery_window{120'000};  // how long a lost socket's rooms are remembered
  std::size_t max_remembered = 10'000;
  std::size_t max_pending_acks = 64;  // of one socket, that we wait for
};

// A client that was here before asks to go on. Its pid is a secret between it and us.
struct RecoveryRequest {
  std::string pid;
  std::string offset;              // the last that it was told; the program's own words
  std::optional<SocketId> former;  // the socket whose rooms are still remembered
};

// A client wants in: answer with accept, recover or refuse.
struct SocketConnecting {
  SocketId socket;
  ConnectionId connection;
  std::string nsp;
  std::string auth;  // a JSON object, as it came; "{}" if there was none
  std::optional<RecoveryRequest> recovery;
};

struct SocketEvent {
  SocketId socket;
  std::string name;
  std::string args;  // JSON, comma-separated: arguments.h
  std::vector<std::string> attachments;
  std::optional<AckNumber> ack;  // wanted: answer with acknowledge
  Instant at = {};               // when its bytes came in
};

struct SocketAcked {
  SocketId socket;
  AckNumber ack;
  std::string args;
  std::vector<std::string> attachments;
};

// No answer in time. A closed socket's are not told one by one.
struct AckMissed {
  SocketId socket;
  AckNumber ack;
};

struct SocketClosed {
  SocketId socket;
  CloseReason reason;
};

using HubEvent = std::variant<EngineOpened, SocketConnecting, SocketEvent, SocketAcked, AckMissed,
                              SocketClosed, EngineClosed>;

struct Emission {
  std::string_view event = {};
  std::string_view args = {};  // JSON, comma-separated
  std::span<const std::string> attachments = {};
  std::string_view offset = {};  // where it stands, for sockets that asked for recovery; or nothing
  bool droppable = false;        // not sent to a client for which something waits already
};

}  // namespace auction
