// The packets of Engine.IO 4, and how each transport writes them.
//
// A packet is a digit for its type and then its data. WebSocket carries one a frame, and bytes as a
// binary frame without a type; polling joins several by \x1e, and writes bytes as "b" and base64.
//
//   packet_from_frame("4hello", false)            -> message "hello"
//   payload_of(frames {"4hello", <1 2 3 4>})      -> "4hello\x1ebAQIDBA=="
//
// What comes in is a stranger's: whatever is no packet is refused with a sentence that says why.
#pragma once

#include <absl/status/statusor.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace auction {

enum class EnginePacketType : std::uint8_t {
  kOpen,
  kClose,
  kPing,
  kPong,
  kMessage,
  kUpgrade,
  kNoop,
};

struct EnginePacket {
  EnginePacketType type = EnginePacketType::kMessage;
  std::string data;
  bool binary = false;  // a message of bytes; otherwise the data is well-formed UTF-8

  bool operator==(const EnginePacket&) const = default;
};

// A packet ready to be sent: encoded once, and shared by all connections it goes to.
struct EngineFrame {
  std::shared_ptr<const std::string> bytes;
  bool binary = false;
};

EngineFrame text_frame(EnginePacketType type, std::string_view data = {});
EngineFrame binary_frame(std::string_view bytes);

absl::StatusOr<EnginePacket> packet_from_frame(std::string_view bytes, bool binary);

// One packet of a polling payload, between two separators.
absl::StatusOr<EnginePacket> packet_from_piece(std::string_view piece);

// Cuts the first piece off a payload; nothing is left after the last. "a\x1e" has two pieces.
struct PayloadPieces {
  std::string_view rest;
  bool finished = false;

  std::string_view next();
};

std::string payload_of(std::span<const EngineFrame> frames);

}  // namespace auction
