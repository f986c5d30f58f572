// One HTTP connection: requests one after the other, until one of them becomes a WebSocket.
#pragma once

#include <optional>

#include "tests/protocol/wire.h"

namespace protocol {

class Line : public std::enable_shared_from_this<Line> {
 public:
  Line(tcp::socket socket, const Paths& paths) : stream_(std::move(socket)), paths_(&paths) {}

  void read() {
    parser_.emplace();
    parser_->body_limit(kMaxBody);
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this(), this](beast::error_code error, std::size_t) {
                       if (!error) handle(parser_->release());
                     });
  }

  void respond(unsigned status, std::string_view type, std::string body) {
    response_ = {};
    response_.version(11);
    response_.result(status);
    response_.set(http::field::content_type, {type.data(), type.size()});
    response_.keep_alive(true);
    response_.body() = std::move(body);
    response_.prepare_payload();
    http::async_write(stream_, response_,
                      [self = shared_from_this(), this](beast::error_code error, std::size_t) {
                        if (!error) read();
                      });
  }

 private:
  void handle(http::request<http::string_body> request) {
    const std::string target(request.target());
    const std::size_t mark = std::min(target.find('?'), target.size());
    const std::string query = target.substr(std::min(mark + 1, target.size()));
    const auto path = paths_->find(std::string_view(target).substr(0, mark));
    if (path == paths_->end()) return respond(404, "text/plain", "no such path");
    if (websocket::is_upgrade(request)) {
      std::make_shared<Wire>(stream_.release_socket(), *path->second)->open(request, query);
      return;
    }
    const std::string method(request.method_string());
    const ExchangeId exchange = path->second->add(shared_from_this());
    path->second->service().request({exchange, method, query, request.body()}, Path::now());
    path->second->wake();
    watch(*path->second, exchange);
  }

  // A client that cancels its poll closes its connection: nothing is there to be read.
  void watch(Path& path, ExchangeId exchange) {
    stream_.socket().async_wait(tcp::socket::wait_read, [self = shared_from_this(), this, &path,
                                                         exchange](beast::error_code error) {
      beast::error_code unread;
      if (error || stream_.socket().available(unread) == 0) path.cancel(exchange);
    });
  }

  beast::tcp_stream stream_;
  const Paths* paths_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  http::response<http::string_body> response_;
};

}  // namespace protocol
