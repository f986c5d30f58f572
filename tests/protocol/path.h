// One path of the server: a machine, its alarm, and the numbers that it knows its sockets by.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>

#include <chrono>
#include <unordered_map>

#include "tests/protocol/service.h"

namespace protocol {

namespace asio = boost::asio;
namespace beast = boost::beast;
using namespace auction;

constexpr std::size_t kMaxBody = 2'000'000;  // above the machine's limit, which has the last word

class Line;  // one HTTP connection
class Wire;  // one WebSocket

class Path {
 public:
  Path(asio::io_context& loop, std::unique_ptr<Service> service)
      : service_(std::move(service)), loop_(&loop), alarm_(loop) {}

  Service& service() { return *service_; }

  static Instant now() {
    using namespace std::chrono;
    return {duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count()};
  }

  ExchangeId add(std::shared_ptr<Line> line) {
    lines_[++named_] = std::move(line);
    return {named_};
  }
  WireId add(std::shared_ptr<Wire> wire) {
    wires_[++named_] = std::move(wire);
    return {named_};
  }
  void remove(WireId wire) { wires_.erase(wire.value); }
  void cancel(ExchangeId exchange) {
    if (lines_.erase(exchange.value) == 0) return;  // answered meanwhile
    service_->request_gone(exchange, now());
    wake();
  }

  // Everything that is read until then is answered together.
  void wake() {
    if (std::exchange(awake_, true)) return;
    asio::post(*loop_, [this] { turn(); });
  }

 private:
  void turn();
  void perform(EngineAction& action);

  std::unique_ptr<Service> service_;
  asio::io_context* loop_;
  asio::steady_timer alarm_;
  bool awake_ = false;
  std::uint64_t named_ = 0;
  std::unordered_map<std::uint64_t, std::shared_ptr<Line>> lines_;
  std::unordered_map<std::uint64_t, std::shared_ptr<Wire>> wires_;
};

using Paths = std::unordered_map<std::string_view, Path*>;

}  // namespace protocol
