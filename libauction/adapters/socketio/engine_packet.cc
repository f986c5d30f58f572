#include "libauction/adapters/socketio/engine_packet.h"

#include <absl/strings/escaping.h>

#include "libauction/base/utf8.h"

namespace auction {
namespace {

constexpr char kSeparator = '\x1e';

absl::Status refused(const char* why) { return absl::InvalidArgumentError(why); }

std::string_view std_view(absl::string_view text) { return {text.data(), text.size()}; }
absl::string_view absl_view(std::string_view text) { return {text.data(), text.size()}; }

absl::StatusOr<EnginePacket> packet_from_base64(std::string_view text) {
  EnginePacket packet{EnginePacketType::kMessage, {}, true};
  // Abseil also takes blanks and a missing padding: only the one true text will do.
  if (!absl::Base64Unescape(absl_view(text), &packet.data) ||
      std_view(absl::Base64Escape(packet.data)) != text) {
    return refused("packet: the data after b must be base64 with its padding");
  }
  return packet;
}

absl::StatusOr<EnginePacket> packet_from_text(std::string_view text) {
  if (text.empty()) return refused("packet: must not be empty");
  if (text[0] < '0' || text[0] > '6') return refused("packet: type must be 0 to 6");
  if (utf8_prefix(text) != text.size()) return refused("packet: must be UTF-8");
  return EnginePacket{static_cast<EnginePacketType>(text[0] - '0'), std::string(text.substr(1)),
                      false};
}

}  // namespace

EngineFrame text_frame(EnginePacketType type, std::string_view data) {
  std::string bytes;
  bytes.reserve(1 + data.size());
  bytes += static_cast<char>('0' + static_cast<int>(type));
  bytes += data;
  return {std::make_shared<const std::string>(std::move(bytes)), false};
}

EngineFrame binary_frame(std::string_view bytes) {
  return {std::make_shared<const std::string>(bytes), true};
}

absl::StatusOr<EnginePacket> packet_from_frame(std::string_view bytes, bool binary) {
  if (binary) return EnginePacket{EnginePacketType::kMessage, std::string(bytes), true};
  return packet_from_text(bytes);
}

absl::StatusOr<EnginePacket> packet_from_piece(std::string_view piece) {
  if (piece.starts_with('b')) return packet_from_base64(piece.substr(1));
  return packet_from_text(piece);
}

std::string_view PayloadPieces::next() {
  const std::size_t end = rest.find(kSeparator);
  finished = end == std::string_view::npos;
  const std::string_view piece = rest.substr(0, end);
  rest.remove_prefix(finished ? rest.size() : end + 1);
  return piece;
}

std::string payload_of(std::span<const EngineFrame> frames) {
  std::string payload;
  for (const EngineFrame& frame : frames) {
    if (&frame != frames.data()) payload += kSeparator;
    if (!frame.binary) {
      payload += *frame.bytes;
    } else {
      payload += 'b';
      payload += absl::Base64Escape(*frame.bytes);
    }
  }
  return payload;
}

}  // namespace auction
