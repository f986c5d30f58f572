#include "benchmarks/wire/line.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace wire {
namespace {

constexpr std::string_view kUpgrade =
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
constexpr unsigned char kTextFrame = 0x81;
constexpr unsigned char kMasked = 0x80;

void send_all(int descriptor, std::string_view bytes) {
  const ssize_t sent = ::send(descriptor, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  if (sent != static_cast<ssize_t>(bytes.size())) fail("a line does not take what its client says");
}

}  // namespace

void fail(std::string_view why) {
  std::fprintf(stderr, "wire: %.*s (%s)\n", static_cast<int>(why.size()), why.data(),
               errno == 0 ? "no error" : std::strerror(errno));
  std::exit(1);
}

Line::Line(std::uint16_t port) : descriptor_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (descriptor_ < 0) fail("socket");
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_port = htons(port);
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(descriptor_, reinterpret_cast<sockaddr*>(&place), sizeof place) != 0) {
    fail("connect");
  }
  const int yes = 1;
  ::setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  send_all(descriptor_, kUpgrade);
}

Line::~Line() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Line::Line(Line&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      upgraded_(other.upgraded_),
      rest_(std::move(other.rest_)) {}

// Masked, as a client must, with the mask of zeros.
void Line::say(std::string_view text) {
  std::string frame;
  frame.reserve(text.size() + 8);
  frame += static_cast<char>(kTextFrame);
  if (text.size() < 126) {
    frame += static_cast<char>(kMasked | text.size());
  } else {
    if (text.size() > 0xffff) fail("a client says little");
    frame += static_cast<char>(kMasked | 126);
    frame += static_cast<char>(text.size() >> 8);
    frame += static_cast<char>(text.size() & 0xff);
  }
  frame.append(4, '\0');
  frame += text;
  send_all(descriptor_, frame);
}

std::ptrdiff_t Line::receive(std::span<char> room) const {
  const ssize_t got = ::recv(descriptor_, room.data(), room.size(), MSG_DONTWAIT);
  if (got > 0) return got;
  return got < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : -1;
}

bool Line::take_upgrade(std::string_view& bytes) {
  const std::size_t end = bytes.find("\r\n\r\n");
  if (end == std::string_view::npos) return false;
  if (!bytes.starts_with("HTTP/1.1 101")) fail(bytes.substr(0, end));
  bytes.remove_prefix(end + 4);
  return true;
}

// One whole frame; whatever is no text is passed over. Nothing: the rest has not come.
std::optional<std::string_view> Line::next_text(std::string_view& bytes) {
  const auto byte = [&](std::size_t at) {
    return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at]));
  };
  while (bytes.size() >= 2) {
    const std::size_t code = byte(1);
    const std::size_t wide = code == 126 ? 2 : code == 127 ? 8 : 0;
    if (bytes.size() < 2 + wide) return std::nullopt;
    std::size_t length = wide == 0 ? code : 0;
    for (std::size_t i = 0; i < wide; ++i) length = length << 8 | byte(2 + i);
    if (bytes.size() < 2 + wide + length) return std::nullopt;
    const bool text = byte(0) == kTextFrame;
    const std::string_view payload = bytes.substr(2 + wide, length);
    bytes.remove_prefix(2 + wide + length);
    if (text) return payload;
  }
  return std::nullopt;
}

}  // namespace wire
