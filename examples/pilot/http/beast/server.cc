#include "examples/pilot/http/server.h"

#include "examples/pilot/http/beast/connection.h"
#include "examples/pilot/metrics/journal.h"

namespace pilot {

using namespace std::chrono_literals;

ServerLoop::ServerLoop(const Settings& its_settings, Clock& its_clock, Metrics& its_metrics,
                       Porter& its_porter, const Pages& its_pages)
    : settings(its_settings),
      clock(its_clock),
      metrics(its_metrics),
      porter(its_porter),
      pages(its_pages),
      gateway(its_porter, its_settings.max_sockets) {}

std::optional<std::string> ServerLoop::listen() {
  Failed failed;
  const tcp::endpoint place(asio::ip::make_address(settings.bind), settings.port);
  acceptor.open(place.protocol(), failed);
  if (!failed) acceptor.set_option(asio::socket_base::reuse_address(true), failed);
  if (!failed) acceptor.bind(place, failed);
  if (!failed) acceptor.listen(asio::socket_base::max_listen_connections, failed);
  if (failed) return failed.message();
  return std::nullopt;
}

void ServerLoop::accept() {
  acceptor.async_accept([this](Failed failed, tcp::socket socket) {
    if (stopping) return;
    if (failed) {  // no descriptor is free: some will be soon
      breath.expires_after(100ms);
      breath.async_wait([this](Failed) { accept(); });
      return;
    }
    Failed ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    std::make_shared<Connection>(std::move(socket), *this)->begin();
    accept();
  });
}

void ServerLoop::wake() {
  if (std::exchange(awake, true)) return;
  asio::post(context, [this] { turn(); });
}

void ServerLoop::turn() {
  awake = false;
  const Instant read_until = now();
  gateway.hub().tick(read_until);
  board->turn(gateway, read_until);
  work.work(read_until);
  gateway.perform();
  gateway.end_of_turn();
  set_alarm();
}

void ServerLoop::set_alarm() {
  const Instant next =
      earlier(earlier(gateway.hub().next_deadline(), board->next_alarm()), work.alarm());
  if (next == kNever) return alarm.expires_at(asio::steady_timer::time_point::max()), void();
  const Instant present = now();
  alarm.expires_after(std::chrono::milliseconds(next < present ? 0 : (next - present).count));
  alarm.async_wait([this](Failed failed) {
    if (!failed) wake();
  });
}

void ServerLoop::run(Switchboard& its_board, LoopWork its_work) {
  board = &its_board;
  work = std::move(its_work);
  gateway.attach(board->hub());
  signals.async_wait([this](Failed failed, int) {
    if (!failed) stop();
  });
  accept();
  wake();
  context.run();
}

// What was decided is committed and told, the sockets hear that we stop, and what is being written
// has two seconds to arrive.
void ServerLoop::stop() {
  stopping = true;
  journal::note("stopping");
  Failed ignored;
  acceptor.close(ignored);
  board->turn(gateway, now());
  work.work(now());
  work.finish(now());
  board->stop(now());
  gateway.perform();
  gateway.hub().close_all(CloseReason::kServerStopping, now());
  gateway.perform();
  for (Connection* connection : std::vector(connections.begin(), connections.end())) {
    connection->close_at_rest();
  }
  last_words(std::chrono::steady_clock::now() + 2s);
}

void ServerLoop::last_words(std::chrono::steady_clock::time_point until) {
  const bool said = connections.empty() && gateway.empty();
  if (said || std::chrono::steady_clock::now() >= until) return context.stop();
  breath.expires_after(10ms);
  breath.async_wait([this, until](Failed) { last_words(until); });
}

Server::Server(const Settings& settings, Clock& clock, Metrics& metrics, Porter& porter,
               const Pages& pages)
    : loop_(std::make_unique<ServerLoop>(settings, clock, metrics, porter, pages)) {}
Server::~Server() = default;

std::optional<std::string> Server::listen() { return loop_->listen(); }
std::uint16_t Server::port() const { return loop_->acceptor.local_endpoint().port(); }
bool Server::stopping() const { return loop_->stopping; }
void Server::run(Switchboard& board, LoopWork work) { loop_->run(board, std::move(work)); }

std::function<void()> Server::waker() {
  ServerLoop* loop = loop_.get();
  return [loop] { asio::post(loop->context, [loop] { loop->wake(); }); };
}

}  // namespace pilot
