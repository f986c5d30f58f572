// The loop: the server's inside. Who is connected, when to turn, and how it all ends.
#pragma once

#include <unordered_set>

#include "examples/pilot/http/beast/gateway.h"

namespace pilot {

struct ServerLoop {
  ServerLoop(const Settings& its_settings, Clock& its_clock, Metrics& its_metrics,
             Porter& its_porter, const Pages& its_pages);

  std::optional<std::string> listen();
  void run(Switchboard& its_board, LoopWork its_work);

  void wake();  // on the loop's thread: a turn after whatever is ready now
  Instant now() { return clock.now(); }

  void accept();
  void turn();
  void set_alarm();
  void stop();
  void last_words(std::chrono::steady_clock::time_point until);

  const Settings& settings;
  Clock& clock;
  Metrics& metrics;
  Porter& porter;
  const Pages& pages;

  std::unordered_set<Connection*> connections;  // outlives the handlers that hold them
  asio::io_context context{1};
  tcp::acceptor acceptor{context};
  asio::steady_timer alarm{context};
  asio::steady_timer breath{context};  // before accepting again, or before the end
  asio::signal_set signals{context, SIGINT, SIGTERM};
  Gateway gateway;

  Switchboard* board = nullptr;
  LoopWork work;
  bool awake = false;
  bool stopping = false;
};

}  // namespace pilot
