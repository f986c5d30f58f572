// wire_fan_out PORT: the pilot's server without the auction, beside peer/server.mjs. Whoever joins
// is in one room; a bid is answered and told to the room. What is left is the wire: HTTP,
// WebSocket, Socket.IO and the loop, as the pilot runs them.
#include <stdlib.h>

#include <filesystem>
#include <iostream>

#include "examples/pilot/api/body.h"
#include "examples/pilot/http/server.h"
#include "libauction/adapters/socketio/arguments.h"
#include "libauction/base/match.h"
#include "libauction/room/random_salts.h"

namespace wire {
namespace {

using namespace auction;
using pilot::Json;

HubRules rules() {
  HubRules rules;
  rules.engine.max_connections = 20'000;
  return rules;
}

class OneRoom final : public pilot::Switchboard {
 public:
  SocketHub& hub() override { return hub_; }
  Instant next_alarm() const override { return kNever; }
  void stop(Instant) override {}

  void turn(const pilot::Handshakes&, Instant) override {
    for (const HubEvent& event : hub_.take_events()) {
      match(
          event, [&](const SocketConnecting& it) { hub_.accept(it.socket); },
          [&](const SocketEvent& it) { heard(it); }, [](const auto&) {});
    }
  }

 private:
  void heard(const SocketEvent& event) {
    if (!event.ack) return;
    if (event.name == "join") {
      hub_.join(event.socket, kRoom);
      return hub_.acknowledge(event.socket, *event.ack, R"({"ok":true})");
    }
    const Json bid = Json::parse(split_arguments(event.args).front());
    ++seq_;
    hub_.broadcast("/", {&kRoom, 1}, {.event = "bid_update", .args = news(bid).dump()});
    hub_.acknowledge(event.socket, *event.ack, receipt(bid).dump());
  }

  Json news(const Json& bid) const {
    return {{"auctionId", bid.at("auctionId")},
            {"seq", seq_},
            {"prevSeq", seq_ - 1},
            {"serverTime", "2025-10-16T18:40:21.120Z"},
            {"lotId", bid.at("lotId")},
            {"amount", bid.at("amount")},
            {"bidder", manager('A')},
            {"previousBidder", manager('B')},
            {"bidCount", seq_},
            {"nextBid", bid.at("amount").get<std::int64_t>() + 100'000}};
  }

  Json receipt(const Json& bid) const {
    return {{"ok", true},
            {"accepted", true},
            {"commandId", bid.at("commandId")},
            {"lotId", bid.at("lotId")},
            {"amount", bid.at("amount")},
            {"seq", seq_},
            {"reason", nullptr},
            {"limit", nullptr},
            {"currentBid", bid.at("amount")},
            {"leader", manager('A')},
            {"nextBid", bid.at("amount").get<std::int64_t>() + 100'000},
            {"remainingMs", 9980},
            {"replayed", false}};
  }

  static Json manager(char letter) {
    return {{"userId", "5b0c1d2e-0000-4000-8000-00000000000" + std::string(1, letter)},
            {"displayName", "Manager " + std::string(1, letter)}};
  }

  const std::string kRoom = "auction";
  RandomSalts ids_;
  SocketHub hub_{rules(), ids_};
  std::int64_t seq_ = 0;
};

int serve(const std::string& port) {
  const auto read = pilot::read_settings(
      {{"PORT", port}, {"MAX_SOCKETS", "20000"}, {"ENABLE_RATE_LIMITING", "false"}});
  const auto* settings = std::get_if<pilot::Settings>(&read);
  std::string folder = (std::filesystem::temp_directory_path() / "wire-XXXXXX").string();
  if (settings == nullptr || ::mkdtemp(folder.data()) == nullptr) return 1;
  const std::string rows = folder + "/people";
  AnchoredClock clock;
  pilot::Metrics metrics;
  pilot::RateLimits rates{pilot::pilot_rates()};
  pilot::Limits limits{rates, metrics, false};
  auto people = pilot::People::open(rows);
  auto sessions = pilot::Sessions::open(rows, settings->jwt_secret, clock.now());
  std::filesystem::remove_all(folder);  // nobody signs in here
  if (!people.ok() || !sessions.ok()) return 1;
  const pilot::Router router{*settings};
  pilot::Porter porter{*settings, router, **sessions, limits};
  const pilot::Pages pages;
  pilot::Server server{*settings, clock, metrics, porter, pages};
  if (const auto why = server.listen()) return std::cerr << *why << "\n", 1;
  std::cout << "listening on " << server.port() << std::endl;
  OneRoom room;
  server.run(room, {[](Instant) {}, [] { return kNever; }, [](Instant) {}});
  return 0;
}

}  // namespace
}  // namespace wire

int main(int argc, char** argv) { return wire::serve(argc == 2 ? argv[1] : "0"); }
