// A client's line: one WebSocket to a Socket.IO server on loopback, as cheap as a client can be.
//
//   Line line(8001);                      // connected; the upgrade is asked for
//   line.say("40{}");
//   if (!line.read(scratch, [](std::string_view text) { ... })) ...   // gone
//
// It never blocks but to connect. What is read goes through a scratch buffer that all lines share;
// a line keeps only the piece of a frame whose rest has not come. A client says little, so what it
// says must go out at once: a line that cannot take it is a fault.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wire {

class Line {
 public:
  explicit Line(std::uint16_t port);
  ~Line();
  Line(Line&& other) noexcept;
  Line& operator=(Line&&) = delete;

  int descriptor() const { return descriptor_; }
  void say(std::string_view text);

  // What is there now, each text by itself. False: the other side has ended it.
  template <class Heard>
  bool read(std::span<char> scratch, const Heard& heard) {
    std::memcpy(scratch.data(), rest_.data(), rest_.size());
    const std::ptrdiff_t got = receive(scratch.subspan(rest_.size()));
    if (got <= 0) return got == 0;
    std::string_view bytes(scratch.data(), rest_.size() + static_cast<std::size_t>(got));
    if (!upgraded_) upgraded_ = take_upgrade(bytes);
    while (upgraded_) {
      const std::optional<std::string_view> text = next_text(bytes);
      if (!text) break;
      heard(*text);
    }
    rest_.assign(bytes);
    return true;
  }

 private:
  std::ptrdiff_t receive(std::span<char> room) const;  // 0: nothing now; -1: gone
  static bool take_upgrade(std::string_view& bytes);
  static std::optional<std::string_view> next_text(std::string_view& bytes);

  int descriptor_;
  bool upgraded_ = false;
  std::string rest_;
};

// Says why and ends the program: a load that goes wrong measures nothing.
[[noreturn]] void fail(std::string_view why);

}  // namespace wire
