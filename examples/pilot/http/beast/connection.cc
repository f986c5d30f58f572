#include "examples/pilot/http/beast/connection.h"

#include "examples/pilot/api/body.h"
#include "examples/pilot/http/beast/wire.h"
#include "examples/pilot/metrics/journal.h"

namespace pilot {
namespace {

using namespace std::chrono_literals;
constexpr std::uint32_t kMostHead = 16 * 1024;
constexpr std::size_t kMostPollBody = 128 * 1024;  // above the hub's limit, which has the last word

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return result;
}

Answer too_large() { return error(413, "too_large", "The body is too large."); }

std::string_view plain(beast::string_view text) { return {text.data(), text.size()}; }

std::shared_ptr<const RequestHead> head_of(const http::request<http::string_body>& request,
                                           const std::string& peer, Instant now) {
  auto head = std::make_shared<RequestHead>();
  const std::string_view target = plain(request.target());
  const std::size_t mark = std::min(target.find('?'), target.size());
  head->method = plain(request.method_string());
  head->path = target.substr(0, mark);
  head->query = target.substr(std::min(mark + 1, target.size()));
  head->peer = peer;
  head->at = now;
  for (const auto& field : request) {
    auto& value = head->headers[lower(plain(field.name_string()))];
    if (!value.empty()) value += ", ";
    value += plain(field.value());
  }
  return head;
}

}  // namespace

Connection::Connection(tcp::socket socket, ServerLoop& loop)
    : stream_(std::move(socket)), loop_(&loop) {
  Failed gone;
  peer_ = stream_.socket().remote_endpoint(gone).address().to_string();
  loop_->connections.insert(this);
}

Connection::~Connection() { loop_->connections.erase(this); }

void Connection::begin() { read_head(); }

void Connection::close() {
  Failed ignored;
  stream_.socket().shutdown(tcp::socket::shutdown_both, ignored);
  stream_.close();
}

void Connection::rest() {
  if (buffer_.size() > 0) return read_head();
  stream_.expires_after(75s);
  stream_.async_read_some(buffer_.prepare(4096),
                          [self = shared_from_this(), this](Failed failed, std::size_t bytes) {
                            if (failed) return close();
                            buffer_.commit(bytes);
                            read_head();
                          });
}

void Connection::read_head() {
  parser_.emplace();
  parser_->header_limit(kMostHead);
  parser_->body_limit(boost::none);  // the head will tell
  stream_.expires_after(5s);
  http::async_read_header(stream_, buffer_, *parser_,
                          [self = shared_from_this(), this](Failed failed, std::size_t) {
                            if (!failed) return take_head();
                            take_rubbish(failed);
                          });
}

// What is no HTTP is told so; who is gone, or too slow, is not.
void Connection::take_rubbish(Failed failed) {
  const bool is_http = failed.category() == Failed(http::error::bad_version).category();
  if (!is_http || failed == http::error::end_of_stream || failed == http::error::partial_message) {
    return close();
  }
  began_ = std::chrono::steady_clock::now();
  answered_ = false;
  last_ = true;
  head_ = std::make_shared<RequestHead>();
  respond(failed == http::error::header_limit
              ? error(431, "head_too_large", "The head is too large.")
              : error(400, "malformed", "This is no HTTP."));
}

void Connection::take_head() {
  began_ = std::chrono::steady_clock::now();
  answered_ = false;
  head_ = head_of(parser_->get(), peer_, loop_->now());
  last_ = !parser_->get().keep_alive() || loop_->stopping;
  if (is_socket_path(head_->path)) return to_hub();
  if (!api_path(head_->path)) return refuse(loop_->pages.answer(*head_));
  Entry entry = loop_->porter.admit(head_);
  if (auto* refused = std::get_if<Answer>(&entry)) return refuse(std::move(*refused));
  enter(std::move(std::get<Admitted>(entry)));
}

// Answers without reading the body, which is why the connection ends if there is one.
void Connection::refuse(Answer answer) {
  const bool body = parser_ && (parser_->chunked() || parser_->content_length().value_or(0) > 0);
  last_ = last_ || body || !parser_ || !parser_->is_header_done();
  respond(std::move(answer));
}

// False: the head says already that it is too much.
bool Connection::allow_body(std::size_t most) {
  if (parser_->content_length().value_or(0) > most) return false;
  parser_->body_limit(most);
  return true;
}

void Connection::enter(Admitted admitted) {
  if (!allow_body(admitted.route->most_body)) return refuse(too_large());
  auto shared = std::make_shared<Admitted>(std::move(admitted));
  read_body([self = shared_from_this(), this, shared](std::string body) {
    loop_->porter.serve(std::move(*shared), std::move(body),
                        [self](Answer answer) { self->respond(std::move(answer)); });
    loop_->wake();
  });
}

void Connection::say_continue(std::function<void()> then) {
  if (head_->header("expect") != "100-continue") return then();
  auto line = std::make_shared<http::response<http::empty_body>>(http::status::continue_, 11);
  http::async_write(stream_, *line,
                    [self = shared_from_this(), this, line, then](Failed failed, std::size_t) {
                      if (failed) return close();
                      then();
                    });
}

void Connection::read_body(std::function<void(std::string)> then) {
  stream_.expires_after(30s);
  say_continue([self = shared_from_this(), this, then] {
    http::async_read(stream_, buffer_, *parser_, [self, this, then](Failed failed, std::size_t) {
      if (failed == http::error::body_limit) {
        last_ = true;
        return respond(too_large());
      }
      if (failed) return close();
      stream_.expires_never();
      then(std::move(parser_->get().body()));
    });
  });
}

void Connection::to_hub() {
  if (head_->method == "OPTIONS") return refuse(loop_->porter.origins().preflight(*head_));
  if (auto refused = loop_->gateway.refuse(*head_)) return refuse(std::move(*refused));
  if (websocket::is_upgrade(parser_->get())) return upgrade();
  if (!allow_body(kMostPollBody)) return refuse(too_large());
  read_body([self = shared_from_this(), this](std::string body) {
    loop_->gateway.request(self, *head_, body);
    loop_->wake();
  });
}

void Connection::upgrade() {
  constexpr std::size_t kKey = 24;  // 16 bytes in base64
  if (head_->header("sec-websocket-version") != "13") {
    Answer other = error(426, "upgrade_required", "WebSocket is spoken here in version 13.");
    other.headers.emplace_back("Sec-WebSocket-Version", "13");
    return refuse(std::move(other));
  }
  if (head_->header("sec-websocket-key").size() != kKey) {
    return refuse(error(400, "malformed", "Sec-WebSocket-Key: must be 16 bytes in base64"));
  }
  count(101);
  answered_ = true;
  stream_.expires_never();
  std::make_shared<Wire>(*loop_)->open(stream_.release_socket(), *head_);
}

// A client that cancels its poll closes its connection: nothing is there to be read.
void Connection::watch(ExchangeId exchange) {
  stream_.socket().async_wait(tcp::socket::wait_read,
                              [self = shared_from_this(), this, exchange](Failed failed) {
                                Failed unread;
                                if (!failed && stream_.socket().available(unread) > 0) return;
                                loop_->gateway.request_gone(exchange, loop_->now());
                                loop_->wake();
                              });
}

void Connection::respond(Answer answer) {
  if (std::exchange(answered_, true)) return;
  loop_->porter.dress(*head_, answer);
  count(answer.status);
  last_ = last_ || loop_->stopping;
  response_ = {};
  response_.version(parser_ && parser_->is_header_done() ? parser_->get().version() : 11);
  response_.result(static_cast<unsigned>(answer.status));
  for (const auto& [name, value] : answer.headers) response_.insert(name, value);
  if (!answer.content_type.empty()) {
    response_.set(http::field::content_type,
                  beast::string_view(answer.content_type.data(), answer.content_type.size()));
  }
  response_.keep_alive(!last_);
  const std::size_t length = answer.body.size();
  const bool bodiless = answer.status == 204 || answer.status == 304;
  if (head_->method != "HEAD") response_.body() = std::move(answer.body);
  if (!bodiless) response_.content_length(length);
  write();
}

void Connection::write() {
  writing_ = true;
  stream_.expires_after(30s);
  http::async_write(stream_, response_,
                    [self = shared_from_this(), this](Failed failed, std::size_t) {
                      writing_ = false;
                      if (failed) return close();
                      if (last_) return linger();
                      rest();
                    });
}

// A close with bytes unread would throw away our answer on its way: the client's end comes first.
void Connection::linger() {
  Failed ignored;
  stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
  stream_.expires_after(2s);
  drain();
}

void Connection::drain() {
  buffer_.clear();
  stream_.async_read_some(buffer_.prepare(16 * 1024),
                          [self = shared_from_this(), this](Failed failed, std::size_t) {
                            if (failed) return close();
                            drain();
                          });
}

void Connection::close_at_rest() {
  if (answered_ && !writing_) close();
}

void Connection::count(int status) {
  if (status >= 500) {
    journal::fault("request_failed", {{"method", method_label(head_->method)},
                                      {"endpoint", loop_->porter.endpoint(*head_)},
                                      {"status", status}});
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began_;
  if (is_socket_path(head_->path)) {
    loop_->metrics.polled(head_->method == "POST" ? "POST" : "GET", "/socket.io", status);
  } else {
    loop_->metrics.request(method_label(head_->method), loop_->porter.endpoint(*head_), status,
                           took.count());
  }
}

}  // namespace pilot
