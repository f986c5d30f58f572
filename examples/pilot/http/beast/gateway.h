// The gateway: the hub's sockets. It numbers requests and WebSockets, feeds the hub, and does what
// the hub says; and it tells live/ what is known of the request behind a door, in the turn in which
// it came.
#pragma once

#include <unordered_map>

#include "examples/pilot/http/beast/beast.h"
#include "examples/pilot/http/server.h"

namespace pilot {

class Connection;  // HTTP
class Wire;        // one WebSocket

class Gateway final : public Handshakes {
 public:
  Gateway(Porter& porter, std::size_t max_sockets) : porter_(&porter), max_sockets_(max_sockets) {}

  void attach(SocketHub& hub) { hub_ = &hub; }
  SocketHub& hub() { return *hub_; }

  // Why a client may not come in, or nothing.
  std::optional<Answer> refuse(const RequestHead& head) const;

  void request(std::shared_ptr<Connection> connection, const RequestHead& head,
               std::string_view body);
  void request_gone(ExchangeId exchange, Instant now);
  void opened(const std::shared_ptr<Wire>& wire, const RequestHead& head, Instant now);
  void gone(WireId wire, Instant now);

  void perform();  // what the hub says
  bool empty() const { return connections_.empty() && wires_.empty(); }
  void end_of_turn() { known_.clear(); }

  const Handshake* find(const std::variant<ExchangeId, WireId>& door) const override;

 private:
  void remember(std::uint64_t number, const RequestHead& head);
  void perform(EngineAction& action);
  void send(const SendFrames& batch);
  std::string_view encoded(const std::vector<EngineFrame>& frames);

  Porter* porter_;
  SocketHub* hub_ = nullptr;
  std::size_t max_sockets_;
  std::uint64_t named_ = 0;
  std::unordered_map<std::uint64_t, std::shared_ptr<Connection>> connections_;
  std::unordered_map<std::uint64_t, std::shared_ptr<Wire>> wires_;
  std::unordered_map<std::uint64_t, Handshake> known_;  // of this turn
  std::vector<EngineFrame> encoded_;  // what many sockets get alike, and how it is written
  std::string written_;
};

// "/socket.io/", "/api/socket.io/", with or without the last slash.
bool is_socket_path(std::string_view path);

}  // namespace pilot
