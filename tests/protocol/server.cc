// socketio_conformance PORT: serves /engine.io/ and /socket.io/ on loopback, for the test suites of
// both protocols. Boost.Beast reads and writes; what it means is for the machines to say.
#include <boost/asio/signal_set.hpp>

#include <charconv>
#include <iostream>

#include "libauction/base/match.h"
#include "tests/protocol/line.h"

namespace protocol {

void Path::turn() {
  awake_ = false;
  for (EngineAction& action : service_->turn(now())) perform(action);
  const Instant next = service_->next_deadline();
  if (next == kNever) return;
  alarm_.expires_at(std::chrono::steady_clock::time_point(std::chrono::milliseconds(next.unix_ms)));
  alarm_.async_wait([this](beast::error_code error) {
    if (!error) wake();
  });
}

void Path::perform(EngineAction& action) {
  const auto wire = [&](WireId id) {
    const auto found = wires_.find(id.value);
    return found == wires_.end() ? nullptr : found->second;
  };
  match(
      action,
      [&](Respond& it) {
        const auto line = lines_.extract(it.exchange.value);
        if (line.empty()) return;
        line.mapped()->respond(static_cast<unsigned>(it.status), it.content_type,
                               std::move(it.body));
      },
      [&](SendFrames& it) {
        if (const auto found = wire(it.wire)) found->send(std::move(it.frames));
      },
      [&](const CloseWire& it) {
        if (const auto found = wire(it.wire)) found->close(it.at_once);
      });
}

namespace {

class Listener {
 public:
  Listener(asio::io_context& loop, const tcp::endpoint& place, const Paths& paths)
      : acceptor_(loop, place), paths_(&paths) {
    accept();
  }

 private:
  void accept() {
    acceptor_.async_accept([this](beast::error_code error, tcp::socket socket) {
      if (!error) {
        socket.set_option(tcp::no_delay(true));
        std::make_shared<Line>(std::move(socket), *paths_)->read();
      }
      accept();
    });
  }

  tcp::acceptor acceptor_;
  const Paths* paths_;
};

int serve(unsigned short port) {
  asio::io_context loop(1);
  Path engine(loop, engine_echo()), socket(loop, socket_echo());
  const Paths paths{{"/engine.io/", &engine}, {"/socket.io/", &socket}};
  // Whatever "localhost" means to a client.
  Listener listener(loop, {asio::ip::address_v4::loopback(), port}, paths);
  std::optional<Listener> second;
  try {
    second.emplace(loop, tcp::endpoint{asio::ip::address_v6::loopback(), port}, paths);
  } catch (const boost::system::system_error&) {
    std::cerr << "no IPv6 here\n";
  }
  asio::signal_set stop(loop, SIGINT, SIGTERM);
  stop.async_wait([&](beast::error_code, int) { loop.stop(); });
  std::cout << "listening on " << port << std::endl;
  loop.run();
  return 0;
}

}  // namespace
}  // namespace protocol

int main(int argc, char** argv) {
  const std::string_view given = argc == 2 ? argv[1] : "";
  unsigned short port = 0;
  const auto read = std::from_chars(given.data(), given.data() + given.size(), port);
  if (read.ec != std::errc() || read.ptr != given.data() + given.size() || port == 0) {
    std::cerr << "socketio_conformance PORT: 1 to 65535\n";
    return 2;
  }
  try {
    return protocol::serve(port);
  } catch (const std::exception& error) {
    std::cerr << "socketio_conformance: " << error.what() << "\n";
    return 1;
  }
}
