#include "examples/pilot/http/beast/wire.h"

#include <openssl/evp.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

namespace pilot {
namespace {

using namespace std::chrono_literals;
constexpr std::size_t kMostFrame = 128 * 1024;  // above the hub's limit, which has the last word
constexpr std::uint16_t kNormal = 1000;
constexpr auto kGoodBye = 5s;  // that the client has to close its end

// By RFC 6455.
std::string accept_of(std::string_view key) {
  const std::string text = std::string(key) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha1(), nullptr);
  std::array<unsigned char, 2 * EVP_MAX_MD_SIZE> encoded{};
  const int length = EVP_EncodeBlock(encoded.data(), digest.data(), static_cast<int>(size));
  return {encoded.begin(), encoded.begin() + length};
}

}  // namespace

Wire::Wire(ServerLoop& loop) : socket_(loop.context), loop_(&loop), reader_(kMostFrame) {}

void Wire::open(tcp::socket socket, const RequestHead& head) {
  Failed failed;
  const auto protocol = socket.local_endpoint(failed).protocol();
  if (!failed) socket_.assign(protocol, socket.release(failed), failed);
  if (failed) return;
  write(
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      "Sec-WebSocket-Accept: " +
      accept_of(head.header("sec-websocket-key")) + "\r\n\r\n");
  loop_->gateway.opened(shared_from_this(), head, loop_->now());
  loop_->wake();
  wait_to_read();
}

bool Wire::send(std::string_view bytes) {
  write(bytes);
  flying_ = !unsent_.empty();
  return !flying_;
}

// The client closes its end then, and reading tells us; if it does not, we hang up.
void Wire::close(bool at_once) {
  if (at_once) return hang_up();
  auto patience = std::make_shared<asio::steady_timer>(loop_->context, kGoodBye);
  patience->async_wait([self = weak_from_this(), patience](Failed) {
    if (const auto wire = self.lock()) wire->hang_up();
  });
  closing_ = true;
  if (unsent_.empty()) say_close();
}

void Wire::wait_to_read() {
  socket_.async_wait(PlainSocket::wait_read, [self = shared_from_this(), this](Failed failed) {
    if (failed) return end();
    read();
  });
}

void Wire::read() {
  std::array<char, 16 * 1024> bytes;
  const ssize_t got = ::recv(socket_.native_handle(), bytes.data(), bytes.size(), MSG_DONTWAIT);
  if (got < 0 && (errno == EAGAIN || errno == EINTR)) return wait_to_read();
  if (got <= 0) return end();
  reader_.feed({bytes.data(), static_cast<std::size_t>(got)});
  bool more = true;
  while (const auto input = reader_.next()) more = more && take(*input);
  if (more) wait_to_read();
}

// False: nothing is read any more.
bool Wire::take(const WebSocketInput& input) {
  switch (input.kind) {
    case WebSocketKind::kText:
    case WebSocketKind::kBinary:
      if (closed_) return true;
      loop_->gateway.hub().frame(id_, input.payload, input.kind == WebSocketKind::kBinary,
                                 loop_->now());
      loop_->wake();
      return true;
    case WebSocketKind::kPing:
      // Who does not read gets no answer: it would have to be kept.
      if (!unsent_.empty() || closed_) return true;
      write(std::string(websocket_head(WebSocketKind::kPong, input.payload.size()).text())
                .append(input.payload));
      return true;
    case WebSocketKind::kPong:
      return true;
    default:
      if (!closed_ && unsent_.empty()) write(websocket_close(input.code));
      end();
      return false;
  }
}

void Wire::write(std::string_view bytes) {
  if (closed_ || ended_) return;
  if (unsent_.empty()) {
    const ssize_t sent =
        ::send(socket_.native_handle(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN && errno != EINTR) return hang_up();
    bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(sent, 0)));
    if (bytes.empty()) return;
    wait_to_write();
  }
  unsent_.append(bytes);
}

void Wire::wait_to_write() {
  socket_.async_wait(PlainSocket::wait_write, [self = shared_from_this(), this](Failed failed) {
    if (failed || ended_) return;
    const std::string bytes = std::exchange(unsent_, {});
    write(bytes);
    if (!unsent_.empty()) return;
    if (std::exchange(flying_, false)) {
      loop_->gateway.hub().written(id_);
      loop_->wake();
    }
    if (closing_) say_close();
  });
}

void Wire::say_close() {
  write(websocket_close(kNormal));
  closed_ = true;
  Failed ignored;
  if (unsent_.empty()) socket_.shutdown(PlainSocket::shutdown_send, ignored);
}

// Whoever waits to read hears of it.
void Wire::hang_up() {
  Failed ignored;
  socket_.shutdown(PlainSocket::shutdown_both, ignored);
}

void Wire::end() {
  if (std::exchange(ended_, true)) return;
  Failed ignored;
  socket_.close(ignored);
  loop_->gateway.gone(id_, loop_->now());
  loop_->wake();
}

}  // namespace pilot
