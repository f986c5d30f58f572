// What strangers send over an open WebSocket. However the bytes are cut, the same comes out of
// them, and no message is longer than it may be.
#include "libauction/adapters/socketio/websocket.h"

#include "tests/fuzz/oracle.h"

namespace {

using namespace auction;
constexpr std::size_t kMost = 300;

std::string told(std::string bytes, std::size_t piece) {
  WebSocketReader reader(kMost);
  std::string all;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    reader.feed(std::span(bytes).subspan(at, std::min(piece, bytes.size() - at)));
    while (const auto input = reader.next()) {
      fuzz::require(input->payload.size() <= kMost, "a message is no longer than it may be");
      all += static_cast<char>('0' + static_cast<int>(input->kind));
      all += std::to_string(input->code) + ":" + std::to_string(input->payload.size()) + ":";
      all += input->payload;
    }
  }
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::text_of(data, size));
  const std::string whole = told(bytes, std::max<std::size_t>(bytes.size(), 1));
  fuzz::require(told(bytes, 1) == whole && told(bytes, 7) == whole, "cuts change nothing");
  return 0;
}
