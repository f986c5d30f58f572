// One WebSocket: frames go out in order, and those of one batch are told as written together.
#pragma once

#include <deque>

#include "examples/pilot/http/beast/loop.h"

namespace pilot {

class Wire : public std::enable_shared_from_this<Wire> {
 public:
  Wire(tcp::socket socket, ServerLoop& loop, std::shared_ptr<const RequestHead> head);

  void open(http::request<http::string_body> request);
  void send(std::vector<EngineFrame> frames);
  void close(bool at_once);
  void named(WireId id) { id_ = id; }

 private:
  void read();
  void write();
  void say_close();
  void end();

  websocket::stream<beast::tcp_stream> stream_;
  ServerLoop* loop_;
  std::shared_ptr<const RequestHead> head_;
  WireId id_;
  beast::flat_buffer buffer_;
  std::deque<std::vector<EngineFrame>> batches_;
  std::size_t written_ = 0;  // of the first batch
  bool closing_ = false;
};

}  // namespace pilot
