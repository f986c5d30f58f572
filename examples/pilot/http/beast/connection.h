// One HTTP connection: requests one after the other, until one of them becomes a WebSocket.
//
// A head has 5 s to come once it has begun (the first: once the connection is there), a body 30 s;
// a connection at rest is closed after 75 s. How much body is read is known from the head.
#pragma once

#include "examples/pilot/http/beast/loop.h"

namespace pilot {

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(tcp::socket socket, ServerLoop& loop);
  ~Connection();

  void begin();  // the first head
  void respond(Answer answer);
  void close();
  void close_at_rest();  // unless an answer is due or under way

 private:
  using Parser = http::request_parser<http::string_body>;

  void rest();  // between two requests
  void read_head();
  void take_head();
  void take_rubbish(Failed failed);
  void enter(Admitted admitted);
  bool allow_body(std::size_t most);
  void read_body(std::function<void(std::string)> then);
  void say_continue(std::function<void()> then);
  void to_hub();
  void upgrade();
  void watch(ExchangeId exchange);
  void refuse(Answer answer);
  void write();
  void linger();
  void drain();
  void count(int status);

  friend class Gateway;

  beast::tcp_stream stream_;
  ServerLoop* loop_;
  std::string peer_;
  beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  std::shared_ptr<const RequestHead> head_;
  http::response<http::string_body> response_;
  bool answered_ = true;
  bool writing_ = false;
  bool last_ = false;  // closed after this answer
  std::chrono::steady_clock::time_point began_;
};

}  // namespace pilot
