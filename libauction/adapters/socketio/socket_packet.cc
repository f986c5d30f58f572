#include "libauction/adapters/socketio/socket_packet.h"

#include <absl/strings/str_cat.h>

#include <charconv>

#include "libauction/adapters/socketio/json_text_internal.h"

namespace auction {
namespace {

constexpr std::uint64_t kMaxAckId = (std::uint64_t{1} << 53) - 1;  // a JavaScript number

template <class... Parts>
absl::Status refused(const Parts&... parts) {
  return absl::InvalidArgumentError(absl::StrCat(parts...));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The number at the front, taken off; nothing if there is none or it is too large.
std::optional<std::uint64_t> take_number(std::string_view& text, std::uint64_t most) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number > most) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

bool is_binary(SocketPacketType type) {
  return type == SocketPacketType::kBinaryEvent || type == SocketPacketType::kBinaryAck;
}

absl::Status take_attachments(std::string_view& rest, std::size_t most, std::size_t& count) {
  const auto number = take_number(rest, most);
  if (!number) return refused("attachments: must be 0 to ", most);
  if (!rest.starts_with('-')) return refused("attachments: must end in -");
  rest.remove_prefix(1);
  count = *number;
  return absl::OkStatus();
}

absl::Status take_namespace(std::string_view& rest, std::size_t most, std::string& nsp) {
  const std::size_t end = rest.find(',');
  const std::string_view name = rest.substr(0, end);
  if (name.size() > most) return refused("namespace: at most ", most, " bytes");
  nsp = name;
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return absl::OkStatus();
}

absl::Status check_data(const SocketPacket& packet, const PacketRules& rules) {
  switch (packet.type) {
    case SocketPacketType::kConnect:
      if (packet.data.empty()) return absl::OkStatus();
      return check_json(packet.data, JsonShape::kObject, rules.max_depth);
    case SocketPacketType::kDisconnect:
      return packet.data.empty() ? absl::OkStatus() : refused("data: a disconnect has none");
    case SocketPacketType::kConnectError:
      return refused("packet: connect_error is the server's");
    case SocketPacketType::kEvent:
    case SocketPacketType::kBinaryEvent:
      return check_json(packet.data, JsonShape::kEvent, rules.max_depth);
    default:
      if (!packet.ack) return refused("ack: must have the event's id");
      return check_json(packet.data, JsonShape::kArray, rules.max_depth);
  }
}

absl::Status read_head(std::string_view& rest, const PacketRules& rules, AnnouncedPacket& read) {
  SocketPacket& packet = read.packet;
  if (rest.empty() || rest[0] < '0' || rest[0] > '6') return refused("type: must be 0 to 6");
  packet.type = static_cast<SocketPacketType>(rest[0] - '0');
  rest.remove_prefix(1);
  if (is_binary(packet.type)) {
    const absl::Status status = take_attachments(rest, rules.max_attachments, read.attachments);
    if (!status.ok()) return status;
  }
  if (rest.starts_with('/')) {
    const absl::Status status = take_namespace(rest, rules.max_namespace, packet.nsp);
    if (!status.ok()) return status;
  }
  if (!rest.empty() && is_digit(rest[0])) {
    packet.ack = take_number(rest, kMaxAckId);
    if (!packet.ack) return refused("ack: id must be 0 to ", kMaxAckId);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<AnnouncedPacket> socket_packet_from_text(std::string_view text,
                                                        const PacketRules& rules) {
  AnnouncedPacket read;
  const absl::Status head = read_head(text, rules, read);
  if (!head.ok()) return head;
  read.packet.data = text;
  const absl::Status data = check_data(read.packet, rules);
  if (!data.ok()) return data;
  if (!is_binary(read.packet.type)) return read;
  const absl::Status placeholders = check_placeholders(text, read.attachments);
  if (!placeholders.ok()) return placeholders;
  return read;
}

absl::StatusOr<std::optional<SocketPacket>> PacketReader::read(std::string message, bool binary,
                                                               const PacketRules& rules) {
  if (binary != waiting_.has_value()) {
    return binary ? refused("attachment: no packet announced it")
                  : refused("packet: an attachment must come first");
  }
  if (!binary) {
    auto read = socket_packet_from_text(message, rules);
    if (!read.ok()) return read.status();
    if (read->attachments == 0) return std::optional(std::move(read->packet));
    waiting_ = *std::move(read);
    bytes_ = 0;
    return std::optional<SocketPacket>();
  }
  bytes_ += message.size();
  if (bytes_ > rules.max_attachment_bytes) {
    return refused("attachments: at most ", rules.max_attachment_bytes, " bytes");
  }
  std::vector<std::string>& attachments = waiting_->packet.attachments;
  attachments.push_back(std::move(message));
  if (attachments.size() < waiting_->attachments) return std::optional<SocketPacket>();
  std::optional<SocketPacket> whole(std::move(waiting_->packet));
  waiting_.reset();
  return whole;
}

std::vector<EngineFrame> frames_of(const SocketPacket& packet) {
  SocketPacketType type = packet.type;
  if (!packet.attachments.empty()) {
    if (type == SocketPacketType::kEvent) type = SocketPacketType::kBinaryEvent;
    if (type == SocketPacketType::kAck) type = SocketPacketType::kBinaryAck;
  }
  std::string text = absl::StrCat(static_cast<int>(type));
  if (is_binary(type)) absl::StrAppend(&text, packet.attachments.size(), "-");
  if (packet.nsp != "/") absl::StrAppend(&text, packet.nsp, ",");
  if (packet.ack) absl::StrAppend(&text, *packet.ack);
  text += packet.data;
  std::vector<EngineFrame> frames{text_frame(EnginePacketType::kMessage, text)};
  for (const std::string& bytes : packet.attachments) frames.push_back(binary_frame(bytes));
  return frames;
}

}  // namespace auction
