#include "benchmarks/wire/gallery.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace wire {
namespace {

constexpr std::size_t kEntering = 64;  // at a time, so that no accept queue runs over
constexpr std::size_t kScratch = 1 << 20;
constexpr int kEvents = 512;
constexpr auto kPatience = std::chrono::seconds(60);

}  // namespace

Gallery::Gallery(std::uint16_t port, std::vector<Seat> seats)
    : port_(port),
      seats_(std::move(seats)),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      scratch_(kScratch) {
  if (seats_.empty()) fail("no seats");
}

Gallery::~Gallery() { ::close(epoll_); }

void Gallery::fill(std::size_t lines) {
  const Instant end = Clock::now() + kPatience + std::chrono::milliseconds(lines * 10);
  while (entered_ < lines) {
    while (lines_.size() < lines && lines_.size() - entered_ < kEntering) {
      lines_.emplace_back(port_);
      epoll_event event{};
      event.events = EPOLLIN;
      event.data.u64 = lines_.size() - 1;
      ::epoll_ctl(epoll_, EPOLL_CTL_ADD, lines_.back().line.descriptor(), &event);
    }
    turn(100);
    if (Clock::now() > end) fail("the gallery does not fill");
  }
}

void Gallery::turn(int most_ms) {
  std::array<epoll_event, kEvents> events;
  const int count = ::epoll_wait(epoll_, events.data(), kEvents, most_ms);
  for (int i = 0; i < count; ++i) {
    const std::size_t line = events[static_cast<std::size_t>(i)].data.u64;
    const Instant at = Clock::now();
    const bool there =
        lines_[line].line.read(scratch_, [&](std::string_view text) { take(line, text, at); });
    errno = 0;
    if (!there) fail("line " + std::to_string(line) + " was ended by the server");
  }
}

void Gallery::take(std::size_t line, std::string_view text, Instant at) {
  if (text == "2") return say(line, "3");
  if (lines_[line].stage != Stage::kIn) return enter(line, text);
  if (listener_ != nullptr) listener_->heard(line, text, at);
}

void Gallery::enter(std::size_t line, std::string_view text) {
  const Seat& seat = seats_[line % seats_.size()];
  Stage& stage = lines_[line].stage;
  if (stage == Stage::kOpening && text.starts_with('0')) {
    stage = Stage::kConnecting;
    say(line, "40" + seat.auth);
  } else if (stage == Stage::kConnecting && text.starts_with("40")) {
    stage = Stage::kJoining;
    say(line, "420" + seat.join);
  } else if (stage == Stage::kJoining && text.starts_with("430")) {
    if (text.find("\"ok\":true") == std::string_view::npos) fail(text);
    stage = Stage::kIn;
    ++entered_;
  } else if (text.starts_with("44")) {
    fail(text);
  }
}

}  // namespace wire
