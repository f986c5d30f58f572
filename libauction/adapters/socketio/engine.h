// Engine: the server's side of Engine.IO 4 as a machine. Bytes and instants go in; events for the
// program and actions for its sockets come out. It opens no socket and reads no clock.
//
// The host has an HTTP server. It gives every request of the path (its body whole) and every
// WebSocket a number of its own, and turns them into calls; then it asks what came of it:
//
//   engine.request({ExchangeId{7}, "GET", "EIO=4&transport=polling", ""}, now);
//   for (EngineEvent& event : engine.take_events()) ...;   // opened, message, upgraded, closed
//   engine.send(connection, text_frame(EnginePacketType::kMessage, "hello"));
//   for (EngineAction& action : engine.take_actions()) ...;  // once a turn of the loop
//   alarm.set(engine.next_deadline());                       // then engine.tick(now)
//
// SendFrames is all that waits for one WebSocket, in order. Until the host says `written`, the next
// frames wait here, where they are counted: a connection whose queue passes its limit is closed as
// a slow consumer, and costs nobody else. (Only a last SendFrames, before a CloseWire, may follow
// one that is not written yet: the host writes in the order of the actions.) To a connection for
// which nothing waits, one frame of any size goes. Every WebSocket is accepted first and closed by
// an action if it is not wanted.
//
// Bytes that are no packet close the connection (polling: 400 with the reason). One thread at a
// time. The protocol's rules are in docs/socketio.md.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "libauction/adapters/socketio/close_reason.h"
#include "libauction/adapters/socketio/engine_packet.h"
#include "libauction/adapters/socketio/engine_rules.h"
#include "libauction/base/id.h"
#include "libauction/log/salt.h"

namespace auction {

using ConnectionId = Index<struct EngineConnectionTag, std::uint64_t>;  // ours, never used twice
using ExchangeId = Index<struct ExchangeTag, std::uint64_t>;  // the host's: a request, its answer
using WireId = Index<struct WireTag, std::uint64_t>;          // the host's: a WebSocket

struct PollRequest {
  ExchangeId exchange;
  std::string_view method;
  std::string_view query;  // "EIO=4&transport=polling&sid=..."
  std::string_view body;
};

struct EngineOpened {
  ConnectionId connection;
  std::variant<ExchangeId, WireId> door;  // where it came in: whose cookies, whose address
};

struct EngineMessage {
  ConnectionId connection;
  std::string data;
  bool binary = false;
};

struct EngineUpgraded {
  ConnectionId connection;
  WireId wire;
};

struct EngineClosed {
  ConnectionId connection;
  CloseReason reason;
  std::string detail;  // of a parse error: what was wrong; for logs
};

using EngineEvent = std::variant<EngineOpened, EngineMessage, EngineUpgraded, EngineClosed>;

struct Respond {
  ExchangeId exchange;
  int status = 200;
  std::string_view content_type;
  std::string body;
};

struct SendFrames {
  WireId wire;
  std::vector<EngineFrame> frames;
};

struct CloseWire {
  WireId wire;
  CloseReason reason;
  bool at_once = false;  // without waiting for what is being written
};

using EngineAction = std::variant<Respond, SendFrames, CloseWire>;

// What waits for a connection, in flight included.
struct Backlog {
  std::size_t frames = 0;
  std::size_t bytes = 0;

  bool operator==(const Backlog&) const = default;
};

struct EngineState;

class Engine {
 public:
  // Connections are named by 16 bytes of `ids`, which must not be foretold: RandomSalts.
  Engine(const EngineRules& rules, SaltSource& ids);
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  void request(const PollRequest& request, Instant now);
  void request_gone(ExchangeId exchange);  // its client did not wait for the answer

  void wire_opened(WireId wire, std::string_view query, Instant now);
  void frame(WireId wire, std::string_view bytes, bool binary, Instant now);
  void written(WireId wire);  // the frames of the last SendFrames
  void wire_gone(WireId wire);

  void tick(Instant now);
  Instant next_deadline() const;  // kNever without connections

  // Nothing, to a connection that is no more.
  void send(ConnectionId connection, const EngineFrame& frame);
  // After what waits for it. A polling connection has until ping_timeout to fetch it.
  void close(ConnectionId connection, CloseReason reason, Instant now,
             std::string_view detail = {});
  void close_all(CloseReason reason, Instant now);

  std::vector<EngineEvent> take_events();
  std::vector<EngineAction> take_actions();

  bool idle(ConnectionId connection) const;  // open, and nothing waits
  Backlog backlog(ConnectionId connection) const;
  std::size_t connections() const;  // open ones

 private:
  std::unique_ptr<EngineState> state_;
};

}  // namespace auction
