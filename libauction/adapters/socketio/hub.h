// SocketHub: the server's side of Socket.IO 5 as a machine, over an Engine that it owns. Sockets in
// namespaces and rooms, acks both ways, binary attachments, broadcasts encoded once.
//
// The host feeds it as it would an Engine (engine.h) and handles what comes out:
//
//   hub.frame(wire, bytes, binary, now);
//   for (HubEvent& event : hub.take_events()) {
//     match(event, [&](SocketConnecting& it) { hub.accept(it.socket); },
//                  [&](SocketEvent& it) { hub.acknowledge(it.socket, *it.ack, it.args); }, ...);
//   }
//   hub.join(socket, "auction:7");
//   hub.broadcast("/", rooms, {.event = "sold", .args = json});
//   for (EngineAction& action : hub.take_actions()) ...;  // once a turn of the loop
//
// A packet that is none, or comes before its CONNECT, closes the connection with a parse error; an
// unknown namespace gets CONNECT_ERROR "Invalid namespace". The program's JSON is not checked.
//
// Recovery is for sockets whose auth says `"recovery":true`: their CONNECT is answered with a pid,
// and events that carry an offset get it as one more argument. A client that comes back shows both;
// the program answers `recover` and sends what was missed from its own log: nothing is kept here
// but the rooms, for a while. One thread at a time.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "libauction/adapters/socketio/hub_event.h"

namespace auction {

struct HubState;

class SocketHub {
 public:
  SocketHub(const HubRules& rules, SaltSource& ids);
  ~SocketHub();
  SocketHub(SocketHub&&) noexcept;
  SocketHub& operator=(SocketHub&&) noexcept;

  // From the sockets and the clock: see Engine.
  void request(const PollRequest& request, Instant now);
  void request_gone(ExchangeId exchange, Instant now);
  void wire_opened(WireId wire, std::string_view query, Instant now);
  void frame(WireId wire, std::string_view bytes, bool binary, Instant now);
  void written(WireId wire);
  void wire_gone(WireId wire, Instant now);
  void tick(Instant now);
  Instant next_deadline() const;
  std::vector<EngineAction> take_actions();

  // For the program. A socket that is gone is passed over in silence: its SocketClosed is, or will
  // be, among the events.
  std::vector<HubEvent> take_events();

  void accept(SocketId socket);
  // The same pid, so that the client counts as recovered; the former's name and rooms, if any.
  void recover(SocketId socket);
  void refuse(SocketId socket, std::string_view message, std::string_view data = {});  // data: JSON

  void emit(SocketId socket, const Emission& emission);
  // Nothing: the socket is gone, or waits for max_pending_acks answers.
  std::optional<AckNumber> emit_with_ack(SocketId socket, const Emission& emission,
                                         Instant deadline);
  void acknowledge(SocketId socket, AckNumber ack, std::string_view args,
                   std::span<const std::string> attachments = {});

  void join(SocketId socket, std::string_view room);
  void leave(SocketId socket, std::string_view room);
  // To everyone in any of the rooms, once; without rooms, to the namespace.
  void broadcast(std::string_view nsp, std::span<const std::string> rooms, const Emission& emission,
                 std::optional<SocketId> except = {});

  void disconnect(SocketId socket);  // from its namespace
  void close(ConnectionId connection, CloseReason reason, Instant now);
  void close_all(CloseReason reason, Instant now);

  std::vector<SocketId> sockets(std::string_view nsp, std::string_view room) const;
  // What waits for this socket's connection: a host may spare a slow one before the limit does.
  Backlog backlog(SocketId socket) const;
  std::size_t connections() const;

 private:
  std::unique_ptr<HubState> state_;
};

}  // namespace auction
