#include <deque>

#include "libauction/adapters/socketio/hub.h"
#include "libauction/base/match.h"
#include "libauction/room/random_salts.h"
#include "tests/protocol/service.h"

namespace protocol {
namespace {

using namespace auction;

// As both suites want it. The queue holds the largest message that may come in, and its echo.
EngineRules rules() {
  EngineRules rules;
  rules.ping_interval = {300};
  rules.ping_timeout = {200};
  rules.max_payload = 1'000'000;
  rules.max_queue_bytes = 2'000'000;
  return rules;
}

template <class Machine, class Said>
class Echo : public Service {
 public:
  template <class Rules>
  explicit Echo(const Rules& its_rules) : machine_(its_rules, salts_) {}

  void request(const PollRequest& request, Instant now) final { machine_.request(request, now); }
  void opened(WireId wire, std::string_view query, Instant now) final {
    machine_.wire_opened(wire, query, now);
  }
  void frame(WireId wire, std::string_view bytes, bool binary, Instant now) final {
    machine_.frame(wire, bytes, binary, now);
  }
  void written(WireId wire) final { machine_.written(wire); }
  std::vector<EngineAction> turn(Instant now) override {
    machine_.tick(now);
    for (const Said& event : machine_.take_events()) hear(event);
    return machine_.take_actions();
  }
  Instant next_deadline() const override { return machine_.next_deadline(); }

 protected:
  Machine& machine() { return machine_; }

 private:
  virtual void hear(const Said& event) = 0;

  RandomSalts salts_;
  Machine machine_;
};

class EngineEcho final : public Echo<Engine, EngineEvent> {
 public:
  EngineEcho() : Echo(rules()) {}
  void request_gone(ExchangeId exchange, Instant) override { machine().request_gone(exchange); }
  void gone(WireId wire, Instant) override { machine().wire_gone(wire); }

 private:
  void hear(const EngineEvent& event) override {
    const auto* it = std::get_if<EngineMessage>(&event);
    if (it == nullptr) return;
    machine().send(it->connection, it->binary ? binary_frame(it->data)
                                              : text_frame(EnginePacketType::kMessage, it->data));
  }
};

HubRules hub_rules() {
  HubRules hub;
  hub.engine = rules();
  hub.namespaces = {"/", "/custom"};
  return hub;
}

class SocketEcho final : public Echo<SocketHub, HubEvent> {
 public:
  SocketEcho() : Echo(hub_rules()) {}
  void request_gone(ExchangeId exchange, Instant now) override {
    machine().request_gone(exchange, now);
  }
  void gone(WireId wire, Instant now) override { machine().wire_gone(wire, now); }

  std::vector<EngineAction> turn(Instant now) override {
    now_ = now;
    for (; !waiting_.empty() && waiting_.front().due <= now; waiting_.pop_front()) {
      machine().emit(waiting_.front().socket, {"auth", waiting_.front().auth});
    }
    return Echo::turn(now);
  }
  Instant next_deadline() const override {
    const Instant next = Echo::next_deadline();
    return waiting_.empty() ? next : earlier(next, waiting_.front().due);
  }

 private:
  void hear(const HubEvent& event) override {
    match(
        event,
        [&](const SocketConnecting& it) {
          machine().accept(it.socket);
          waiting_.push_back({now_ + kApart, it.socket, it.auth});
        },
        [&](const SocketEvent& it) {
          if (it.name == "message") {
            machine().emit(it.socket, {"message-back", it.args, it.attachments});
          } else if (it.name == "message-with-ack" && it.ack) {
            machine().acknowledge(it.socket, *it.ack, it.args, it.attachments);
          }
        },
        [](const auto&) {});
  }

  // The suite begins to listen for `auth` when it has CONNECT in hand. Were both to arrive in one
  // segment, its client would raise them in one go and the second would be heard by nobody.
  static constexpr Millis kApart{50};

  struct Greeting {
    Instant due;
    SocketId socket;
    std::string auth;
  };

  Instant now_;
  std::deque<Greeting> waiting_;
};

}  // namespace

std::unique_ptr<Service> engine_echo() { return std::make_unique<EngineEcho>(); }
std::unique_ptr<Service> socket_echo() { return std::make_unique<SocketEcho>(); }

}  // namespace protocol
