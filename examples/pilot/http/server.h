// The server: sockets on one thread. Requests go past the porter to their routes, those below
// /socket.io/ to the hub, all others to the pages.
//
//   Server server(settings, clock, metrics, porter, pages);
//   if (const auto why = server.listen()) ...            // "address already in use"
//   Records::open(..., server.waker(), ...);             // any thread may wake the loop
//   server.run(*hall, {.work = ..., .alarm = ..., .finish = ...});     // until SIGTERM or SIGINT
//
// What is read until the loop turns is decided together, and every socket is written to once a
// turn. A stop tells the sockets, waits a moment for what is being written, and returns.
#pragma once

#include <functional>
#include <memory>

#include "examples/pilot/api/porter.h"
#include "examples/pilot/http/pages.h"
#include "examples/pilot/http/switchboard.h"
#include "examples/pilot/metrics/metrics.h"
#include "libauction/room/clock.h"

namespace pilot {

// The program's part of a turn, after the switchboard's.
struct LoopWork {
  std::function<void(Instant)> work;    // each turn: the house, and whatever else is due
  std::function<Instant()> alarm;       // when to turn at the latest
  std::function<void(Instant)> finish;  // at the stop: commits what was decided
};

struct ServerLoop;

class Server {
 public:
  Server(const Settings& settings, Clock& clock, Metrics& metrics, Porter& porter,
         const Pages& pages);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::optional<std::string> listen();  // why not
  std::uint16_t port() const;
  std::function<void()> waker();  // may be called by any thread, until the server is gone
  void run(Switchboard& board, LoopWork work);
  bool stopping() const;

 private:
  std::unique_ptr<ServerLoop> loop_;
};

}  // namespace pilot
