// One WebSocket: frames go out in order, and those of one batch are told as written together.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>

#include <deque>

#include "tests/protocol/path.h"

namespace protocol {

namespace http = beast::http;
namespace websocket = beast::websocket;
using asio::ip::tcp;

class Wire : public std::enable_shared_from_this<Wire> {
 public:
  Wire(tcp::socket socket, Path& path) : stream_(std::move(socket)), path_(&path) {}

  void open(const http::request<http::string_body>& request, std::string query) {
    stream_.read_message_max(kMaxBody);
    stream_.async_accept(request,
                         [self = shared_from_this(), this, query](beast::error_code error) {
                           if (error) return;
                           id_ = path_->add(self);
                           path_->service().opened(id_, query, Path::now());
                           path_->wake();
                           read();
                         });
  }

  void send(std::vector<EngineFrame> frames) {
    batches_.push_back(std::move(frames));
    if (batches_.size() == 1) write();
  }

  void close(bool at_once) {
    closing_ = true;
    if (at_once) return beast::get_lowest_layer(stream_).close();
    if (batches_.empty()) say_close();
  }

 private:
  void read() {
    stream_.async_read(
        buffer_, [self = shared_from_this(), this](beast::error_code error, std::size_t) {
          if (error) return end();
          const auto bytes = buffer_.data();
          path_->service().frame(id_, {static_cast<const char*>(bytes.data()), bytes.size()},
                                 stream_.got_binary(), Path::now());
          path_->wake();
          buffer_.clear();
          read();
        });
  }

  void write() {
    const EngineFrame& frame = batches_.front()[written_];
    stream_.binary(frame.binary);
    stream_.async_write(asio::buffer(*frame.bytes),
                        [self = shared_from_this(), this](beast::error_code error, std::size_t) {
                          if (error) return end();
                          if (++written_ < batches_.front().size()) return write();
                          batches_.pop_front();
                          written_ = 0;
                          path_->service().written(id_);
                          path_->wake();
                          if (!batches_.empty()) return write();
                          if (closing_) say_close();
                        });
  }

  void say_close() {
    stream_.async_close(websocket::close_code::normal,
                        [self = shared_from_this()](beast::error_code) {});
  }

  void end() {
    path_->service().gone(id_, Path::now());
    path_->remove(id_);
    path_->wake();
  }

  websocket::stream<beast::tcp_stream> stream_;
  Path* path_;
  WireId id_;
  beast::flat_buffer buffer_;
  std::deque<std::vector<EngineFrame>> batches_;
  std::size_t written_ = 0;  // of the first batch
  bool closing_ = false;
};

}  // namespace protocol
