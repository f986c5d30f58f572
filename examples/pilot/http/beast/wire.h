// One WebSocket. What comes in is read by the library's own frame machine, and all that waits for a
// socket goes out in one system call. Beast's stream would write message by message and hold some
// kilobytes for each of ten thousand sockets; at rest this holds no buffer.
//
// What the socket does not take at once is kept in order and written when it can be; the hub is
// told that a batch is written when nothing of it is left.
#pragma once

#include "examples/pilot/http/beast/loop.h"
#include "libauction/adapters/socketio/websocket.h"

namespace pilot {

class Wire : public std::enable_shared_from_this<Wire> {
 public:
  explicit Wire(ServerLoop& loop);

  void open(tcp::socket socket, const RequestHead& head);  // which was found good
  void named(WireId id) { id_ = id; }

  // In a turn of the loop: whether all of it is out. `bytes` are frames, heads and all.
  bool send(std::string_view bytes);
  void close(bool at_once);

 private:
  void wait_to_read();
  void read();
  bool take(const WebSocketInput& input);
  void write(std::string_view bytes);
  void wait_to_write();
  void say_close();
  void hang_up();
  void end();

  PlainSocket socket_;
  ServerLoop* loop_;
  WireId id_;
  WebSocketReader reader_;
  std::string unsent_;    // of what was handed over
  bool flying_ = false;   // a batch is among it
  bool closing_ = false;  // a close waits for what is unsent
  bool closed_ = false;   // we said it: nothing more is written
  bool ended_ = false;
};

}  // namespace pilot
