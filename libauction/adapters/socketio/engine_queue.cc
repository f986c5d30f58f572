// What waits for a connection: counted, bounded, and handed over once a turn.
#include "libauction/adapters/socketio/engine_internal.h"

namespace auction {

void EngineState::send(EngineConnection& connection, const EngineFrame& frame) {
  const std::size_t frames = connection.queue.size() + connection.flying_frames;
  const std::size_t bytes = connection.queue_bytes + connection.flying_bytes + frame.bytes->size();
  if (frames > 0 && (frames >= rules.max_queue_frames || bytes > rules.max_queue_bytes)) {
    return end(connection, CloseReason::kSlowConsumer);
  }
  connection.queue.push_back(frame);
  connection.queue_bytes += frame.bytes->size();
  mark(connection);
}

void EngineState::mark(EngineConnection& connection) {
  if (connection.dirty) return;
  connection.dirty = true;
  dirty.push_back(connection.id.value);
}

void EngineState::flush(EngineConnection& connection) {
  if (connection.probed && connection.poll) {
    // A client that upgrades stops polling; what waits goes over the WebSocket.
    return answer(connection, *text_frame(EnginePacketType::kNoop).bytes);
  }
  if (connection.closing || connection.queue.empty()) return;
  if (connection.wire && connection.flying_frames == 0) {
    connection.flying_frames = static_cast<std::uint32_t>(connection.queue.size());
    connection.flying_bytes = connection.queue_bytes;
    actions.push_back(SendFrames{*connection.wire, std::move(connection.queue)});
  } else if (connection.poll) {
    answer(connection, payload_of(connection.queue));
  } else {
    return;
  }
  connection.queue.clear();
  connection.queue_bytes = 0;
}

void Engine::written(WireId wire) {
  EngineConnection* connection = state_->find_wire(wire);
  if (connection == nullptr) return;
  if (connection->probe == wire) {
    connection->probe_flying = false;
    return;
  }
  connection->flying_frames = 0;
  connection->flying_bytes = 0;
  if (!connection->queue.empty()) state_->mark(*connection);
}

}  // namespace auction
