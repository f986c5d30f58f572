#include "examples/pilot/http/beast/wire.h"

namespace pilot {
namespace {

constexpr std::size_t kMostFrame = 128 * 1024;  // above the hub's limit, which has the last word

}  // namespace

Wire::Wire(tcp::socket socket, ServerLoop& loop, std::shared_ptr<const RequestHead> head)
    : stream_(std::move(socket)), loop_(&loop), head_(std::move(head)) {
  stream_.read_message_max(kMostFrame);
  // Opening and closing have 5 s; in between the hub's own pings tell who is there.
  websocket::stream_base::timeout times{};
  times.handshake_timeout = std::chrono::seconds(5);
  times.idle_timeout = websocket::stream_base::none();
  stream_.set_option(times);
}

void Wire::open(http::request<http::string_body> request) {
  auto kept = std::make_shared<http::request<http::string_body>>(std::move(request));
  stream_.async_accept(*kept, [self = shared_from_this(), this, kept](Failed failed) {
    if (failed) return;
    loop_->gateway.opened(self, *head_, loop_->now());
    loop_->wake();
    read();
  });
}

void Wire::send(std::vector<EngineFrame> frames) {
  batches_.push_back(std::move(frames));
  if (batches_.size() == 1) write();
}

void Wire::close(bool at_once) {
  closing_ = true;
  if (at_once) return beast::get_lowest_layer(stream_).close();
  if (batches_.empty()) say_close();
}

void Wire::read() {
  stream_.async_read(buffer_, [self = shared_from_this(), this](Failed failed, std::size_t) {
    if (failed) return end();
    const auto bytes = buffer_.data();
    loop_->gateway.hub().frame(id_, {static_cast<const char*>(bytes.data()), bytes.size()},
                               stream_.got_binary(), loop_->now());
    loop_->wake();
    buffer_.clear();
    read();
  });
}

void Wire::write() {
  const EngineFrame& frame = batches_.front()[written_];
  stream_.binary(frame.binary);
  stream_.async_write(asio::buffer(*frame.bytes),
                      [self = shared_from_this(), this](Failed failed, std::size_t) {
                        if (failed) return end();
                        if (++written_ < batches_.front().size()) return write();
                        batches_.pop_front();
                        written_ = 0;
                        loop_->gateway.hub().written(id_);
                        loop_->wake();
                        if (!batches_.empty()) return write();
                        if (closing_) say_close();
                      });
}

void Wire::say_close() {
  stream_.async_close(websocket::close_code::normal, [self = shared_from_this()](Failed) {});
}

void Wire::end() {
  loop_->gateway.gone(id_, loop_->now());
  loop_->wake();
}

}  // namespace pilot
