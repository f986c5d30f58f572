// What an Engine keeps, and its steps: engine_life.cc opens, closes and keeps time,
// engine_polling.cc and engine_websocket.cc are the transports, engine_queue.cc sends.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "libauction/adapters/socketio/engine.h"
#include "libauction/adapters/socketio/name_internal.h"

namespace auction {

// There are many thousand of these: the small ones stand together.
struct EngineConnection {
  ConnectionId id;
  std::array<char, kNameSize> sid_text{};

  bool awaits_pong = false;
  bool dirty = false;               // its entry in EngineState::dirty
  bool probed = false;              // the probe has shown that it works
  bool probe_flying = false;        // our answer to it is not yet written
  bool closing = false;             // told as closed; what waits may still be fetched by polling
  std::uint32_t flying_frames = 0;  // handed to the host, not yet written
  std::size_t flying_bytes = 0;
  std::size_t queue_bytes = 0;
  std::vector<EngineFrame> queue;

  std::optional<WireId> wire;      // set: its transport is WebSocket, otherwise polling
  std::optional<ExchangeId> poll;  // the GET that waits for packets
  std::optional<WireId> probe;     // a WebSocket that may take over

  Instant deadline;  // of the ping, the pong, or of fetching what waits
  Instant probe_deadline = kNever;
  Instant alarm = kNever;  // its entry in EngineState::alarms

  std::string_view sid() const { return {sid_text.data(), sid_text.size()}; }
};

struct EngineState {
  EngineRules rules;
  SaltSource* ids = nullptr;
  std::uint64_t opened = 0;

  std::unordered_map<std::uint64_t, EngineConnection> connections;
  std::unordered_map<std::string_view, std::uint64_t> by_sid;  // as its connection calls itself
  std::unordered_map<std::uint64_t, std::uint64_t> by_wire;
  std::unordered_map<std::uint64_t, std::uint64_t> by_poll;
  std::set<std::pair<Instant, std::uint64_t>> alarms;
  std::vector<std::uint64_t> dirty;
  std::size_t closing = 0;

  std::vector<EngineEvent> events;
  std::vector<EngineAction> actions;

  EngineConnection* find(ConnectionId id);
  EngineConnection* find_sid(std::string_view sid);
  EngineConnection* find_wire(WireId wire);

  // engine_life.cc
  EngineConnection* open(std::variant<ExchangeId, WireId> door, Instant now);
  std::string handshake(const EngineConnection& connection) const;
  absl::Status receive(EngineConnection& connection, EnginePacket packet, Instant now);
  void end(EngineConnection& connection, CloseReason reason, std::string detail = {});
  void finish(EngineConnection& connection, CloseReason reason, std::string detail, Instant now);
  void forget(EngineConnection& connection);
  void set_alarm(EngineConnection& connection);
  bool ring(EngineConnection& connection, Instant now);  // whether the connection is still there

  // engine_polling.cc
  void refuse(ExchangeId exchange, int status, int code, std::string_view message);
  void answer(EngineConnection& connection, std::string body);
  void poll(EngineConnection& connection, ExchangeId exchange);
  void post(EngineConnection& connection, ExchangeId exchange, std::string_view body, Instant now);

  // engine_websocket.cc
  void probe_frame(EngineConnection& connection, WireId wire,
                   const absl::StatusOr<EnginePacket>& packet);
  void end_probe(EngineConnection& connection, CloseReason reason);
  void upgrade(EngineConnection& connection, WireId wire);

  // engine_queue.cc
  void send(EngineConnection& connection, const EngineFrame& frame);
  void mark(EngineConnection& connection);
  void flush(EngineConnection& connection);
};

}  // namespace auction
