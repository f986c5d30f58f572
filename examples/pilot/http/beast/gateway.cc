#include "examples/pilot/http/beast/gateway.h"

#include <algorithm>

#include "examples/pilot/api/body.h"
#include "examples/pilot/http/beast/connection.h"
#include "examples/pilot/http/beast/wire.h"
#include "libauction/base/match.h"

namespace pilot {

bool is_socket_path(std::string_view path) {
  if (path.starts_with("/api/")) path.remove_prefix(4);
  return path == "/socket.io" || path.starts_with("/socket.io/");
}

std::optional<Answer> Gateway::refuse(const RequestHead& head) const {
  const std::string_view origin = head.header("origin");
  if (!origin.empty() && !porter_->origins().allowed(origin, head.header("host"))) {
    return error(403, "foreign_origin", "This origin may not speak with us.");
  }
  const auto query = parse_query(head.query);
  const bool new_here = query && !query->contains("sid");
  if (new_here && hub_->connections() >= max_sockets_) {
    Answer answer = error(503, "too_many_sockets", "All seats are taken.");
    answer.headers.emplace_back("Retry-After", "5");
    return answer;
  }
  return std::nullopt;
}

// Without an Origin nobody's page vouches for the cookie, so only a token counts.
void Gateway::remember(std::uint64_t number, const RequestHead& head) {
  Handshake handshake{porter_->client(head), std::string(head.header("origin")), {}};
  const auto token = handshake.origin.empty() ? std::nullopt : cookie(head, kSessionCookie);
  if (token) handshake.by_cookie = porter_->sessions().check(*token, head.at);
  known_[number] = std::move(handshake);
}

void Gateway::request(std::shared_ptr<Connection> connection, const RequestHead& head,
                      std::string_view body) {
  const ExchangeId exchange{++named_};
  connection->watch(exchange);
  connections_[exchange.value] = std::move(connection);
  remember(exchange.value, head);
  hub_->request({exchange, head.method, head.query, body}, head.at);
}

void Gateway::request_gone(ExchangeId exchange, Instant now) {
  if (connections_.erase(exchange.value) == 0) return;  // answered meanwhile
  hub_->request_gone(exchange, now);
}

void Gateway::opened(const std::shared_ptr<Wire>& wire, const RequestHead& head, Instant now) {
  const WireId id{++named_};
  wire->named(id);
  wires_[id.value] = wire;
  remember(id.value, head);
  hub_->wire_opened(id, head.query, now);
}

void Gateway::gone(WireId wire, Instant now) {
  if (wires_.erase(wire.value) != 0) hub_->wire_gone(wire, now);
}

const Handshake* Gateway::find(const std::variant<ExchangeId, WireId>& door) const {
  const auto found = known_.find(std::visit([](auto id) { return id.value; }, door));
  return found == known_.end() ? nullptr : &found->second;
}

void Gateway::perform() {
  for (EngineAction& action : hub_->take_actions()) perform(action);
  encoded_.clear();
}

// Heads and payloads as they go out, made once for all in a row who get the same.
std::string_view Gateway::encoded(const std::vector<EngineFrame>& frames) {
  const auto same = [](const EngineFrame& a, const EngineFrame& b) { return a.bytes == b.bytes; };
  if (std::ranges::equal(frames, encoded_, same)) return written_;
  encoded_ = frames;
  written_.clear();
  for (const EngineFrame& frame : frames) {
    const auto kind = frame.binary ? WebSocketKind::kBinary : WebSocketKind::kText;
    written_.append(websocket_head(kind, frame.bytes->size()).text()).append(*frame.bytes);
  }
  return written_;
}

void Gateway::send(const SendFrames& batch) {
  const auto found = wires_.find(batch.wire.value);
  if (found == wires_.end()) return;
  if (found->second->send(encoded(batch.frames))) hub_->written(batch.wire);
}

void Gateway::perform(EngineAction& action) {
  match(
      action,
      [&](Respond& it) {
        auto connection = connections_.extract(it.exchange.value);
        if (connection.empty()) return;
        connection.mapped()->respond({it.status, std::move(it.body), it.content_type});
      },
      [&](const SendFrames& it) { send(it); },
      [&](const CloseWire& it) {
        const auto found = wires_.find(it.wire.value);
        if (found != wires_.end()) found->second->close(it.at_once);
      });
}

}  // namespace pilot
