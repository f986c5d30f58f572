// The packets of Socket.IO 5, as its default parser writes them.
//
//   <type>[<attachments>-][<namespace>,][<ack id>][JSON]      then the attachments, a frame each
//
//   2["bid",{"lotId":"8"}]                                    an event
//   51-/custom,12["photo",{"_placeholder":true,"num":0}]      with one attachment, asking for an
//   ack
//
// JSON stays text: `data` is checked (well formed, not too deep, the shape its type must have) and
// passed on as it came, so that whoever knows an event's fields reads them, once.
#pragma once

#include <absl/status/statusor.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libauction/adapters/socketio/engine_packet.h"

namespace auction {

enum class SocketPacketType : std::uint8_t {
  kConnect,
  kDisconnect,
  kEvent,
  kAck,
  kConnectError,
  kBinaryEvent,
  kBinaryAck,
};

struct SocketPacket {
  SocketPacketType type = SocketPacketType::kEvent;
  std::string nsp = "/";             // the namespace
  std::optional<std::uint64_t> ack;  // an event that wants one; the event that is answered
  std::string data;                  // JSON; empty: none
  std::vector<std::string> attachments;

  bool operator==(const SocketPacket&) const = default;
};

struct PacketRules {
  std::size_t max_attachments = 10;
  std::size_t max_attachment_bytes = 64 * 1024;  // of one packet, altogether
  std::size_t max_depth = 16;                    // of JSON
  std::size_t max_namespace = 64;                // bytes of its name
};

// The packet in a text; the attachments that it announces are still to come.
struct AnnouncedPacket {
  SocketPacket packet;
  std::size_t attachments = 0;
};

absl::StatusOr<AnnouncedPacket> socket_packet_from_text(std::string_view text,
                                                        const PacketRules& rules);

// Puts packets together from the messages of one connection.
class PacketReader {
 public:
  // Nothing: attachments are missing. After an error the connection is to be closed.
  absl::StatusOr<std::optional<SocketPacket>> read(std::string message, bool binary,
                                                   const PacketRules& rules);

 private:
  std::optional<AnnouncedPacket> waiting_;
  std::size_t bytes_ = 0;
};

// Ready to be sent as Engine.IO messages. The type becomes binary where there are attachments.
std::vector<EngineFrame> frames_of(const SocketPacket& packet);

}  // namespace auction
