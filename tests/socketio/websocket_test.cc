#include "libauction/adapters/socketio/websocket.h"

#include "tests/catch.h"

using namespace auction;

namespace {

constexpr std::size_t kMost = 70'000;
constexpr std::uint8_t kFinal = 0x80, kMasked = 0x80;

// A client's frame, masked.
std::string frame(std::uint8_t first, std::string_view payload) {
  constexpr std::string_view kMask = "\x11\x22\x33\x44";
  std::string bytes(1, static_cast<char>(first));
  const auto put = [&](std::size_t size, std::size_t value) {
    while (size-- > 0) bytes += static_cast<char>(value >> (8 * size) & 0xff);
  };
  if (payload.size() < 126) {
    put(1, kMasked | payload.size());
  } else if (payload.size() <= 0xffff) {
    put(1, kMasked | 126), put(2, payload.size());
  } else {
    put(1, kMasked | 127), put(8, payload.size());
  }
  bytes += kMask;
  for (std::size_t i = 0; i < payload.size(); ++i) {
    bytes += static_cast<char>(payload[i] ^ kMask[i % 4]);
  }
  return bytes;
}

std::string text(std::string_view payload) { return frame(kFinal | 1, payload); }

std::string spoken(const WebSocketInput& input) {
  const std::string payload(input.payload);
  switch (input.kind) {
    case WebSocketKind::kText:
      return payload;
    case WebSocketKind::kBinary:
      return "<" + payload + ">";
    case WebSocketKind::kPing:
      return "ping " + payload;
    case WebSocketKind::kPong:
      return "pong " + payload;
    case WebSocketKind::kClose:
      return "close " + std::to_string(input.code);
    default:
      return "fault " + std::to_string(input.code);
  }
}

// What is read of bytes that come in pieces of one size.
std::string read(std::string bytes, std::size_t piece, std::size_t most = kMost) {
  WebSocketReader reader(most);
  std::string told;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    reader.feed(std::span(bytes).subspan(at, std::min(piece, bytes.size() - at)));
    while (const auto input = reader.next()) {
      if (!told.empty()) told += ", ";
      told += spoken(*input);
    }
  }
  return told;
}

}  // namespace

TEST_CASE("frames are read alike, however their bytes come") {
  const std::string long_text(300, 'x'), huge_text(66'000, 'y');
  const std::string bytes = text("2hello") + text("") + frame(kFinal | 2, "bytes") +
                            frame(1, "in ") + frame(kFinal | 9, "there?") + frame(0, "three ") +
                            frame(kFinal, "pieces") + frame(kFinal | 10, "") + text(long_text) +
                            text(huge_text) + frame(kFinal | 8, "\x03\xe8 bye") + text("late");
  const std::string told = "2hello, , <bytes>, ping there?, in three pieces, pong , " + long_text +
                           ", " + huge_text + ", close 1000";
  for (const std::size_t piece : {1U, 2U, 3U, 7U, 64U, 1000U, 100'000U}) {
    CHECK(read(bytes, piece) == told);
  }
}

TEST_CASE("what breaks the protocol is told with the code to close with, and nothing after it") {
  const std::string unmasked = "\x81\x02hi";
  const std::vector<std::pair<std::string, std::string>> cases{
      {unmasked, "fault 1002"},
      {frame(kFinal | 0x40 | 1, "compressed"), "fault 1002"},
      {frame(kFinal | 3, "unknown"), "fault 1002"},
      {frame(kFinal | 11, "unknown"), "fault 1002"},
      {frame(kFinal, "goes on with nothing"), "fault 1002"},
      {frame(1, "begun") + text("again"), "fault 1002"},
      {frame(9, "a ping in pieces"), "fault 1002"},
      {frame(kFinal | 9, std::string(126, 'p')), "fault 1002"},
      {frame(kFinal | 8, "\x03"), "fault 1002"},
      {frame(kFinal | 8, "\x03\xed"), "fault 1002"},  // 1005 is never sent
      {frame(kFinal | 8, ""), "close 0"},
      {frame(kFinal | 8, "\x0f\xa0"), "close 4000"},
      {text(std::string(101, 'x')), "fault 1009"},
      {frame(1, std::string(60, 'x')) + frame(0, std::string(41, 'x')), "fault 1009"},
      {std::string("\x81\xff\xff\xff\xff\xff\xff\xff\xff\xff") + "mask", "fault 1009"},
  };
  for (const auto& [bytes, told] : cases) {
    for (const std::size_t piece : {1U, 5U, 1000U}) {
      INFO(told << " by " << piece);
      CHECK(read(bytes + text("after"), piece, 100) == told);
    }
  }
}

TEST_CASE("a head says how long what follows is") {
  const auto head = [](std::size_t size) {
    const WebSocketHead made = websocket_head(WebSocketKind::kText, size);
    std::string hex;
    for (const char c : made.text()) {
      constexpr std::string_view kDigits = "0123456789abcdef";
      const auto byte = static_cast<unsigned char>(c);
      hex.append({kDigits[byte >> 4], kDigits[byte & 15]});
    }
    return hex;
  };
  CHECK(head(0) == "8100");
  CHECK(head(125) == "817d");
  CHECK(head(126) == "817e007e");
  CHECK(head(65'535) == "817effff");
  CHECK(head(65'536) == "817f0000000000010000");
  CHECK(websocket_head(WebSocketKind::kBinary, 1).text() == "\x82\x01");
  CHECK(websocket_head(WebSocketKind::kPong, 1).text() == "\x8a\x01");
  CHECK(websocket_close(1000) == "\x88\x02\x03\xe8");
  CHECK(websocket_close(0) == std::string("\x88\x00", 2));
}
