// What the conformance server does with one path: a machine, and the handlers that Socket.IO's own
// test suites expect of a server. The server knows sockets, a service knows the protocol.
#pragma once

#include <memory>
#include <vector>

#include "libauction/adapters/socketio/engine.h"

namespace protocol {

class Service {
 public:
  virtual ~Service() = default;

  virtual void request(const auction::PollRequest& request, auction::Instant now) = 0;
  virtual void request_gone(auction::ExchangeId exchange, auction::Instant now) = 0;
  virtual void opened(auction::WireId wire, std::string_view query, auction::Instant now) = 0;
  virtual void frame(auction::WireId wire, std::string_view bytes, bool binary,
                     auction::Instant now) = 0;
  virtual void written(auction::WireId wire) = 0;
  virtual void gone(auction::WireId wire, auction::Instant now) = 0;

  // One turn of the loop: what is due, what was said, and what to do about it.
  virtual std::vector<auction::EngineAction> turn(auction::Instant now) = 0;
  virtual auction::Instant next_deadline() const = 0;
};

// Engine.IO: sends every message back.
std::unique_ptr<Service> engine_echo();

// Socket.IO with the namespaces / and /custom: tells a client its auth, answers `message` by
// `message-back`, and acknowledges `message-with-ack` with its arguments.
std::unique_ptr<Service> socket_echo();

}  // namespace protocol
