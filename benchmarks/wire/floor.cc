#include "benchmarks/wire/floor.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "benchmarks/wire/gallery.h"

namespace wire {
namespace {

constexpr std::size_t kMessage = 256;  // about a bid, about a receipt

void be_quick(int line) {
  const int yes = 1;
  ::setsockopt(line, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

bool whole(ssize_t bytes) { return bytes == static_cast<ssize_t>(kMessage); }

[[noreturn]] void echo(int listener) {
  const int line = ::accept(listener, nullptr, nullptr);
  be_quick(line);
  std::array<char, kMessage> message{};
  while (whole(::recv(line, message.data(), kMessage, MSG_WAITALL)) &&
         whole(::send(line, message.data(), kMessage, MSG_NOSIGNAL))) {
  }
  ::_exit(0);
}

template <class Work>
double ms_of(const Work& work) {
  const Instant start = Clock::now();
  work();
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

}  // namespace

Floor::Floor(const std::string& folder) {
  const std::string name = folder + "/floor";
  file_ = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  const std::string zeros(1 << 20, '\0');
  if (file_ < 0 || ::write(file_, zeros.data(), zeros.size()) < 0) fail(name);
  ::fsync(file_);

  const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof place;
  auto* address = reinterpret_cast<sockaddr*>(&place);
  if (::bind(listener, address, size) != 0 || ::listen(listener, 1) != 0) fail("listen");
  ::getsockname(listener, address, &size);
  child_ = ::fork();
  if (child_ == 0) echo(listener);
  line_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (::connect(line_, address, size) != 0) fail("connect");
  be_quick(line_);
  ::close(listener);
}

Floor::~Floor() {
  ::close(line_);
  ::close(file_);
  ::waitpid(child_, nullptr, 0);
}

double Floor::flush_ms() {
  const std::array<char, 64> block{1};
  return ms_of([&] {
    if (::pwrite(file_, block.data(), block.size(), ++turn_ % 4096 * 64) < 0) fail("pwrite");
    ::fdatasync(file_);
  });
}

double Floor::round_trip_ms() {
  std::array<char, kMessage> message{};
  return ms_of([&] {
    const bool back = whole(::send(line_, message.data(), kMessage, MSG_NOSIGNAL)) &&
                      whole(::recv(line_, message.data(), kMessage, MSG_WAITALL));
    if (!back) fail("the echo is silent");
  });
}

}  // namespace wire
