// The gallery: thousands of clients of one server in one thread, over epoll. It brings them in,
// answers pings, and hands over everything else that is said with the time at which it was read.
//
//   Gallery gallery(8001, {{"{}", R"(["join",{}])"}}, listener);
//   gallery.fill(10'000);               // each in, and its join acknowledged
//   gallery.say(0, R"(427["bid",{...}])");
//   while (...) gallery.turn(10);       // listener.heard(line, text, at)
//
// Line n has seat n, and over again when there are more lines than seats.
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <vector>

#include "benchmarks/wire/line.h"

namespace wire {

using Clock = std::chrono::steady_clock;
using Instant = Clock::time_point;

class Listener {
 public:
  virtual ~Listener() = default;
  virtual void heard(std::size_t line, std::string_view text, Instant at) = 0;
};

struct Seat {
  std::string auth;  // JSON: what CONNECT shows
  std::string join;  // JSON: the event that enters the room, ["join_auction",{...}]
};

class Gallery {
 public:
  Gallery(std::uint16_t port, std::vector<Seat> seats);
  ~Gallery();
  Gallery(const Gallery&) = delete;
  Gallery& operator=(const Gallery&) = delete;

  void listen(Listener& listener) { listener_ = &listener; }
  void fill(std::size_t lines);
  std::size_t size() const { return entered_; }

  void say(std::size_t line, std::string_view text) { lines_[line].line.say(text); }
  void turn(int most_ms);  // what was said by now, waiting for something that long at most

 private:
  enum class Stage : std::uint8_t { kOpening, kConnecting, kJoining, kIn };
  struct Place {
    explicit Place(std::uint16_t port) : line(port) {}
    Line line;
    Stage stage = Stage::kOpening;
  };

  void take(std::size_t line, std::string_view text, Instant at);
  void enter(std::size_t line, std::string_view text);

  std::uint16_t port_;
  std::vector<Seat> seats_;
  Listener* listener_ = nullptr;
  int epoll_;
  std::deque<Place> lines_;
  std::size_t entered_ = 0;
  std::vector<char> scratch_;
};

}  // namespace wire
