// Why a connection, or a socket on it, is no more.
#pragma once

#include <cstdint>
#include <string_view>

namespace auction {

enum class CloseReason : std::uint8_t {
  kTransportClose,   // the WebSocket is gone
  kTransportError,   // two polls at once, or one cancelled; a probe too late
  kPingTimeout,      // no pong in time
  kParseError,       // bytes that are no packet
  kPayloadTooLarge,  // a body or a frame above max_payload
  kSlowConsumer,     // its queue is full
  kClientClose,      // it said so
  kServerClose,      // we said so
  kServerStopping,   // we stop
  kNoSocket,         // it joined no namespace in time
  kRefused,          // it never was a connection: a wrong query, or a second WebSocket
  kClientLeft,       // a socket: the client left the namespace
  kServerLeft,       // a socket: we ended it
};

// "ping timeout", "slow consumer" ...: as Socket.IO says it where it has a word.
std::string_view word(CloseReason reason);

}  // namespace auction
