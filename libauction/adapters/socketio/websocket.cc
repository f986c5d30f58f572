#include "libauction/adapters/socketio/websocket.h"

#include <utility>

namespace auction {
namespace {

constexpr std::uint8_t kContinuation = 0, kText = 1, kBinary = 2, kClose = 8, kPing = 9, kPong = 10;
constexpr std::size_t kMostControl = 125;
constexpr std::uint16_t kProtocolError = 1002, kTooBig = 1009;

std::uint64_t number_in(std::span<const char> bytes) {
  std::uint64_t number = 0;
  for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

bool may_be_sent(std::uint64_t code) {
  const bool known = code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
  return known || (code >= 3000 && code <= 4999);
}

void unmask(std::span<char> payload, std::span<const char> mask) {
  for (std::size_t i = 0; i < payload.size(); ++i) {
    payload[i] = static_cast<char>(payload[i] ^ mask[i % 4]);
  }
}

std::uint8_t opcode_of(WebSocketKind kind) {
  switch (kind) {
    case WebSocketKind::kBinary:
      return kBinary;
    case WebSocketKind::kPing:
      return kPing;
    case WebSocketKind::kPong:
      return kPong;
    case WebSocketKind::kClose:
      return kClose;
    default:
      return kText;
  }
}

}  // namespace

struct WebSocketReader::Head {
  std::uint8_t opcode;
  bool last;
  bool reserved;
  bool masked;
  std::size_t size;  // of itself, mask included
  std::uint64_t payload;

  bool is_control() const { return opcode >= kClose; }
};

// Nothing: it is not whole. Without a mask it is read too, to be refused.
std::optional<WebSocketReader::Head> WebSocketReader::head_of(std::span<const char> bytes) {
  if (bytes.size() < 2) return std::nullopt;
  const auto first = static_cast<unsigned char>(bytes[0]);
  const auto second = static_cast<unsigned char>(bytes[1]);
  const std::uint8_t length = second & 0x7f;
  const std::size_t wide = length == 126 ? 2 : length == 127 ? 8 : 0;
  Head head{static_cast<std::uint8_t>(first & 0x0f),
            (first & 0x80) != 0,
            (first & 0x70) != 0,
            (second & 0x80) != 0,
            2 + wide + 4,
            length};
  if (bytes.size() < head.size && head.masked) return std::nullopt;
  if (bytes.size() < 2 + wide) return std::nullopt;
  if (wide > 0) head.payload = number_in(bytes.subspan(2, wide));
  return head;
}

std::optional<std::uint16_t> WebSocketReader::fault_in(const Head& head) const {
  const bool known = head.opcode <= kBinary || (head.opcode >= kClose && head.opcode <= kPong);
  if (!known || head.reserved || !head.masked) return kProtocolError;
  if (head.is_control()) {
    if (!head.last || head.payload > kMostControl) return kProtocolError;
    return std::nullopt;
  }
  const bool goes_on = message_ != nullptr;
  if (goes_on != (head.opcode == kContinuation)) return kProtocolError;
  const std::size_t before = goes_on ? message_->size() : 0;
  if (head.payload > max_message_ - before) return kTooBig;
  return std::nullopt;
}

void WebSocketReader::feed(std::span<char> bytes) {
  if (held_.empty()) {
    fed_ = bytes;
    return;
  }
  held_.append(bytes.data(), bytes.size());
  fed_ = {held_.data(), held_.size()};
}

std::optional<WebSocketInput> WebSocketReader::next() {
  if (std::exchange(told_, false)) message_.reset();
  while (!faulty_) {
    const std::optional<Head> head = head_of(fed_);
    if (!head) break;
    if (const auto code = fault_in(*head)) return fault(*code);
    if (fed_.size() - head->size < head->payload) break;
    const std::span<char> payload = fed_.subspan(head->size, head->payload);
    unmask(payload, fed_.subspan(head->size - 4, 4));
    fed_ = fed_.subspan(head->size + head->payload);
    const std::string_view text(payload.data(), payload.size());
    if (head->is_control()) return control(*head, text);
    if (auto whole = data(*head, text)) return whole;
  }
  keep_rest();
  return std::nullopt;
}

std::optional<WebSocketInput> WebSocketReader::data(const Head& head, std::string_view payload) {
  if (head.opcode != kContinuation) binary_ = head.opcode == kBinary;
  const WebSocketKind kind = binary_ ? WebSocketKind::kBinary : WebSocketKind::kText;
  if (head.last && message_ == nullptr) return WebSocketInput{kind, payload};
  if (message_ == nullptr) message_ = std::make_unique<std::string>();
  message_->append(payload);
  if (!head.last) return std::nullopt;
  told_ = true;
  return WebSocketInput{kind, *message_};
}

WebSocketInput WebSocketReader::control(const Head& head, std::string_view payload) {
  if (head.opcode == kPing) return {WebSocketKind::kPing, payload};
  if (head.opcode == kPong) return {WebSocketKind::kPong, payload};
  faulty_ = true;  // after a close nothing is read
  if (payload.empty()) return {WebSocketKind::kClose, payload};
  const std::uint64_t code = payload.size() < 2 ? 0 : number_in({payload.data(), 2});
  if (!may_be_sent(code)) return fault(kProtocolError);
  return {WebSocketKind::kClose, payload, static_cast<std::uint16_t>(code)};
}

WebSocketInput WebSocketReader::fault(std::uint16_t code) {
  faulty_ = true;
  return {WebSocketKind::kFault, {}, code};
}

// fed_ may lie in held_ itself.
void WebSocketReader::keep_rest() {
  if (faulty_) fed_ = {};
  if (fed_.empty()) {
    held_ = std::string();  // and its memory
  } else if (held_.empty()) {
    held_.assign(fed_.data(), fed_.size());
  } else {
    held_.erase(0, held_.size() - fed_.size());
  }
  fed_ = {};
}

WebSocketHead websocket_head(WebSocketKind kind, std::size_t payload) {
  WebSocketHead head{};
  head.bytes[0] = static_cast<char>(0x80 | opcode_of(kind));
  const std::size_t wide = payload < 126 ? 0 : payload <= 0xffff ? 2 : 8;
  head.size = 2 + wide;
  head.bytes[1] = static_cast<char>(wide == 0 ? payload : wide == 2 ? 126 : 127);
  for (std::size_t i = 0; i < wide; ++i) {
    head.bytes[1 + wide - i] = static_cast<char>(payload >> (8 * i) & 0xff);
  }
  return head;
}

std::string websocket_close(std::uint16_t code) {
  std::string frame(websocket_head(WebSocketKind::kClose, code == 0 ? 0 : 2).text());
  if (code == 0) return frame;
  frame += static_cast<char>(code >> 8);
  frame += static_cast<char>(code & 0xff);
  return frame;
}

}  // namespace auction
