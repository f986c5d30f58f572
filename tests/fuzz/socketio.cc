// What strangers send to a Socket.IO server: one step a line, its first letter says which. The
// program behind it lets everyone in, echoes events and acknowledges them.
//
//   w              a WebSocket opens         f42["a"]  a text frame     bBYTES  a binary one
//   u              one that upgrades         g         a poll           p42     a post
//   r / x / c      the client before / its WebSocket is gone / the last poll is cancelled
//   qQUERY         a GET with a query of its own     any other: time passes
#include <set>

#include "libauction/adapters/socketio/hub.h"
#include "libauction/base/match.h"
#include "tests/fuzz/oracle.h"

namespace {

using namespace auction;

class Play {
 public:
  Play() : hub_(rules(), salts_) {}

  void step(std::string_view line) {
    const std::string_view rest = line.substr(1);
    const std::string poll = "EIO=4&transport=polling&sid=" + sid_;
    switch (line[0]) {
      case 'w':
        return hub_.wire_opened({wire_ = ++opened_}, "EIO=4&transport=websocket", now_);
      case 'u':
        return hub_.wire_opened({wire_ = ++opened_}, "EIO=4&transport=websocket&sid=" + sid_, now_);
      case 'f':
        return hub_.frame({wire_}, rest, false, now_);
      case 'b':
        return hub_.frame({wire_}, rest, true, now_);
      case 'g':
        asked_.insert(++exchange_);
        return hub_.request({{exchange_}, "GET", poll, {}}, now_);
      case 'p':
        asked_.insert(++exchange_);
        return hub_.request({{exchange_}, "POST", poll, rest}, now_);
      case 'q':
        asked_.insert(++exchange_);
        return hub_.request({{exchange_}, "GET", rest, {}}, now_);
      case 'r':
        wire_ = wire_ > 1 ? wire_ - 1 : wire_;
        return;
      case 'c':
        ++cancelled_;
        return hub_.request_gone({exchange_}, now_);
      case 'x':
        return hub_.wire_gone({wire_}, now_);
      default:
        now_ = now_ + Millis{100};
        return hub_.tick(now_);
    }
  }

  void answer() {
    for (HubEvent& event : hub_.take_events()) {
      match(
          event,
          [&](const SocketConnecting& it) {
            it.recovery ? hub_.recover(it.socket) : hub_.accept(it.socket);
            hub_.join(it.socket, it.auth);
          },
          [&](const SocketEvent& it) {
            if (it.ack) hub_.acknowledge(it.socket, *it.ack, it.args, it.attachments);
            (void)hub_.emit_with_ack(it.socket, {it.name, it.args}, now_ + Millis{250});
            hub_.broadcast("/", {}, {it.name, it.args, it.attachments, "7"});
          },
          [](const auto&) {});
    }
    for (const EngineAction& action : hub_.take_actions()) act(action);
  }

  void end() {
    hub_.close_all(CloseReason::kServerStopping, now_);
    for (int i = 0; i < 9; ++i) step("t");
    answer();
    fuzz::require(hub_.connections() == 0, "a hub that stops has no connection");
    fuzz::require(hub_.sockets("/", "").empty(), "a hub that stops has no socket");
    fuzz::require(hub_.next_deadline() == kNever, "a hub that stops waits for nothing");
    fuzz::require(asked_.size() <= cancelled_, "every request is answered");
  }

 private:
  static HubRules rules() {
    HubRules rules;
    rules.engine = {{300}, {200}, {100}, 4096, 8192, 16, 64};
    rules.namespaces = {"/", "/custom"};
    rules.connect_timeout = {400};
    rules.recovery_window = {500};
    return rules;
  }

  void act(const EngineAction& action) {
    match(
        action,
        [&](const Respond& it) {
          fuzz::require(asked_.erase(it.exchange.value) == 1, "a request is answered once");
          const std::size_t at = it.body.find("\"sid\":\"");
          if (it.status == 200 && at != std::string::npos) sid_ = it.body.substr(at + 7, 22);
        },
        [&](const SendFrames& it) {
          fuzz::require(!closed_.contains(it.wire.value), "nothing follows a close");
          if (it.wire.value % 2 == 1) hub_.written(it.wire);  // every other client never reads
        },
        [&](const CloseWire& it) { closed_.insert(it.wire.value); });
  }

  SeededSalts salts_{1};
  SocketHub hub_;
  Instant now_{0};
  std::size_t cancelled_ = 0;
  std::uint64_t opened_ = 0, wire_ = 0, exchange_ = 0;
  std::string sid_;
  std::set<std::uint64_t> asked_, closed_;
};

// What reads as a packet survives being written and read again.
void check_packet(std::string_view text) {
  const auto read = socket_packet_from_text(text, {});
  if (!read.ok()) return;
  SocketPacket packet = read->packet;
  packet.attachments.resize(read->attachments);
  const auto again = socket_packet_from_text(frames_of(packet)[0].bytes->substr(1), {});
  fuzz::require(again.ok() && again->packet.data == packet.data && again->packet.ack == packet.ack,
                "a packet survives its text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view script = fuzz::text_of(data, size);
  check_packet(script);
  Play play;
  while (!script.empty()) {
    const std::size_t end = script.find('\n');
    const std::string_view line = script.substr(0, end);
    script.remove_prefix(end == std::string_view::npos ? script.size() : end + 1);
    if (!line.empty()) play.step(line);
    play.answer();
  }
  play.end();
  return 0;
}
