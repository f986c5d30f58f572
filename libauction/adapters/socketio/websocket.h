// WebSocket frames (RFC 6455) as a machine, the server's side of an open connection: bytes come in,
// messages and control frames come out. The handshake is the host's HTTP library's.
//
//   WebSocketReader reader(128 * 1024);
//   reader.feed(bytes);                                  // unmasks them in place
//   while (auto input = reader.next()) switch (input->kind) ...;
//
// A host's own library would do; this one is for hosts of many thousand connections. It keeps
// nothing but the piece of a frame or message whose rest has not come, and what goes out is a head
// of at most kMostWebSocketHead bytes before bytes that many connections share, so that all that
// waits for one of them is a single write.
//
// What breaks the protocol is kFault, with the code to close with; nothing comes after it. Text is
// not checked for UTF-8: the engine does that.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace auction {

enum class WebSocketKind : std::uint8_t { kText, kBinary, kPing, kPong, kClose, kFault };

struct WebSocketInput {
  WebSocketKind kind = WebSocketKind::kText;
  std::string_view payload;  // good until the next call
  std::uint16_t code = 0;    // of a fault or a close: what to close with; 0: nothing
};

class WebSocketReader {
 public:
  explicit WebSocketReader(std::size_t max_message) : max_message_(max_message) {}

  // The bytes must stay until `next` has answered nothing.
  void feed(std::span<char> bytes);
  std::optional<WebSocketInput> next();

 private:
  struct Head;

  static std::optional<Head> head_of(std::span<const char> bytes);
  std::optional<std::uint16_t> fault_in(const Head& head) const;
  std::optional<WebSocketInput> data(const Head& head, std::string_view payload);
  WebSocketInput control(const Head& head, std::string_view payload);
  WebSocketInput fault(std::uint16_t code);
  void keep_rest();

  std::size_t max_message_;
  std::span<char> fed_;                   // what is not read yet
  std::string held_;                      // of a frame that is not whole
  std::unique_ptr<std::string> message_;  // of a message that is not whole
  bool binary_ = false;
  bool told_ = false;  // message_ was handed out
  bool faulty_ = false;
};

inline constexpr std::size_t kMostWebSocketHead = 10;
struct WebSocketHead {
  std::array<char, kMostWebSocketHead> bytes;
  std::size_t size;

  std::string_view text() const { return {bytes.data(), size}; }
};

// What stands before a whole message from the server.
WebSocketHead websocket_head(WebSocketKind kind, std::size_t payload);
// A close frame; without a code, an empty one.
std::string websocket_close(std::uint16_t code);

}  // namespace auction
