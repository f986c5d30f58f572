// Two digests for one seed, whatever the compiler, its level and the platform.
//
//   digest [--commands N]
//
// Random auctions are driven one after another until N commands (a million) have been judged. The
// bytes of every record and, every 1,000 commands, the digest of the state go into one SHA-256:
// once with the commands there were at first, so that logs of then are seen to mean what they
// meant, and once with all. Both are printed, and compared with tests/golden/digest.txt where that
// file is found. Nothing here or below may use a float, a library distribution, the order of a hash
// table or the order in which a compiler evaluates arguments.
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

#include "libauction/auction/settle.h"
#include "libauction/base/hex.h"
#include "libauction/base/sha256.h"
#include "tests/draw/command.h"
#include "tests/draw/setup.h"

namespace auction {
namespace {

constexpr Instant kStart{1'000'000};
constexpr int kCommandsAnAuction = 60;
constexpr std::uint64_t kCommandsADigest = 1000;
constexpr std::uint64_t kGoldenCommands = 1'000'000;

class Golden {
 public:
  explicit Golden(Repertoire repertoire) : repertoire_(repertoire) {}

  std::string run(std::uint64_t commands) {
    while (count_ < commands) play(commands);
    return to_hex(all_.finish().bytes);
  }

 private:
  void play(std::uint64_t commands) {
    State state;
    step(state, Create{draw_setup(chance_)}, {kHost, kStart});
    for (int i = 0; i < kCommandsAnAuction && count_ < commands; ++i) {
      const Drawn drawn = draw_command(chance_, state, repertoire_);
      if (!std::holds_alternative<Recover>(drawn.command)) {
        settle(state, drawn.context.now, events_, [&](std::span<const Event> tick) { add(tick); });
      }
      step(state, drawn.command, drawn.context);
      if (++count_ % kCommandsADigest == 0) all_.update(state_digest(state).bytes);
    }
  }

  void step(State& state, const Command& command, const Context& context) {
    if (const auto refused = decide(state, command, context, events_)) return add(*refused);
    add(events_);
    apply(state, events_, effective_now(state, context.now));
  }

  void add(std::span<const Event> events) {
    bytes_.clear();
    for (const Event& event : events) put(bytes_, event);
    all_.update(bytes_);
  }

  void add(const Rejection& refused) {
    bytes_.clear();
    put_u8(bytes_, static_cast<std::uint8_t>(refused.reason));
    put_i64(bytes_, refused.limit);
    put_u64(bytes_, refused.seq);
    put(bytes_, refused.left);
    all_.update(bytes_);
  }

  Repertoire repertoire_;
  Chance chance_{20'251'124};
  Sha256 all_;
  Bytes bytes_;
  Events events_;
  std::uint64_t count_ = 0;
};

// The committed digests, or nothing outside the project's folder.
std::string committed() {
  const char* root = std::getenv("LIBAUCTION_SOURCE_DIR");
  std::ifstream file(std::string(root ? root : ".") + "/tests/golden/digest.txt");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

int run(std::uint64_t commands) {
  std::string digests;
  for (const Repertoire repertoire : {Repertoire::kFirst, Repertoire::kWhole})
    digests += Golden(repertoire).run(commands) + "\n";
  std::printf("%s", digests.c_str());
  const std::string golden = committed();
  if (commands != kGoldenCommands || golden.empty() || golden == digests) return 0;
  std::fprintf(stderr, "tests/golden/digest.txt says\n%s", golden.c_str());
  return 1;
}

}  // namespace
}  // namespace auction

int main(int argc, char** argv) {
  std::uint64_t commands = auction::kGoldenCommands;
  const bool named = argc == 3 && std::strcmp(argv[1], "--commands") == 0;
  const char* end = named ? argv[2] + std::strlen(argv[2]) : nullptr;
  if (argc != 1 && (!named || std::from_chars(argv[2], end, commands).ptr != end)) {
    std::fprintf(stderr, "usage: digest [--commands N]\n");
    return 2;
  }
  return auction::run(commands);
}
