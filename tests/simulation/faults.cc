// Worlds of faults from a seed: house, rooms, clients, network, disk and clock, against the naive
// auctioneer.
//
//   faults [--auctions N] [--seed S] [--threads T]
//
// A world lives in one thread and is the same in any.
// World i is drawn from the seed S + i; a failure prints the seed that shows it again:
// `faults --seed THAT --auctions 1`. What happened is counted, and a fault that never struck fails.
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <thread>
#include <vector>

#include "tests/support/fault_world.h"

namespace {

struct Arguments {
  std::uint64_t auctions = 20'000;
  std::uint64_t seed = 1;
  std::uint64_t threads = 1;
};

bool parse(int argc, char** argv, Arguments& out) {
  for (int i = 1; i + 1 < argc; i += 2) {
    std::uint64_t* value = std::strcmp(argv[i], "--auctions") == 0  ? &out.auctions
                           : std::strcmp(argv[i], "--seed") == 0    ? &out.seed
                           : std::strcmp(argv[i], "--threads") == 0 ? &out.threads
                                                                    : nullptr;
    const char* end = argv[i + 1] + std::strlen(argv[i + 1]);
    if (value == nullptr || std::from_chars(argv[i + 1], end, *value).ptr != end) return false;
  }
  return argc % 2 == 1;
}

// Worlds from the seed on, the next to whichever thread is free, until there were enough auctions.
class Worlds {
 public:
  explicit Worlds(const Arguments& arguments) : arguments_(arguments), next_(arguments.seed) {}

  auction::FaultTally run() {
    std::vector<std::thread> others;
    for (std::uint64_t i = 1; i < arguments_.threads; ++i) others.emplace_back([this] { work(); });
    work();
    for (std::thread& other : others) other.join();
    return tally_;
  }

  bool wrong() const { return wrong_; }

 private:
  void work() {
    auction::FaultTally tally;
    while (!wrong_ && auctions_ < arguments_.auctions) {
      const std::uint64_t seed = next_++;
      const std::uint64_t before = tally.auctions;
      const std::string wrong = auction::run_fault_world(seed, tally);
      auctions_ += tally.auctions - before;
      if (!wrong.empty()) report(seed, wrong);
    }
    const std::lock_guard lock(mutex_);
    tally_ += tally;
  }

  void report(std::uint64_t seed, const std::string& wrong) {
    const std::lock_guard lock(mutex_);
    wrong_ = true;
    std::printf("WRONG: %s\nagain: faults --seed %llu --auctions 1\n", wrong.c_str(),
                static_cast<unsigned long long>(seed));
  }

  const Arguments& arguments_;
  std::atomic<std::uint64_t> next_;
  std::atomic<std::uint64_t> auctions_ = 0;
  std::atomic<bool> wrong_ = false;
  std::mutex mutex_;
  auction::FaultTally tally_;
};

int run(const Arguments& arguments) {
  const auto start = std::chrono::steady_clock::now();
  Worlds worlds(arguments);
  const auction::FaultTally tally = worlds.run();
  if (worlds.wrong()) return 1;
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  const bool enough = arguments.auctions < 1'000 || auction::print(tally);
  std::printf(
      "faults: %llu auctions in %llu worlds, %llu lots, %llu commands, %llu records, %llu "
      "commits, 0 wrong, %.1f s (%.0f auctions a second)\n",
      static_cast<unsigned long long>(tally.auctions),
      static_cast<unsigned long long>(tally.worlds), static_cast<unsigned long long>(tally.lots),
      static_cast<unsigned long long>(tally.commands),
      static_cast<unsigned long long>(tally.records),
      static_cast<unsigned long long>(tally.commits), took.count(),
      static_cast<double>(tally.auctions) / took.count());
  return enough ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  if (!parse(argc, argv, arguments)) {
    std::fprintf(stderr, "usage: faults [--auctions N] [--seed S] [--threads T]\n");
    return 2;
  }
  return run(arguments);
}
