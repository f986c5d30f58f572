// Worlds of faults from a seed: house, rooms, clients, network, disk and clock, against the naive
// auctioneer.
//
//   faults [--auctions N] [--seed S] [--threads T] [--tally FILE]
//
// A world lives in one thread and is the same in any.
// World i is drawn from the seed S + i; a failure prints the seed that shows it again:
// `faults --seed THAT --auctions 1`. What happened is counted, and a fault that never struck fails.
//
// With a file for the tally a long run may be stopped and goes on where it was: what every round
// counted is kept there, and a run that finds the file adds to it until N are reached.
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <thread>
#include <vector>

#include "tests/faults/fault_world.h"

namespace {

using Count = unsigned long long;  // as printf knows it

constexpr std::uint64_t kWorldsARound = 16'384;

struct Arguments {
  std::uint64_t auctions = 20'000;
  std::uint64_t seed = 1;
  std::uint64_t threads = 1;
  std::string tally;
};

bool parse(int argc, char** argv, Arguments& out) {
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--tally") == 0) {
      out.tally = argv[i + 1];
      continue;
    }
    std::uint64_t* value = std::strcmp(argv[i], "--auctions") == 0  ? &out.auctions
                           : std::strcmp(argv[i], "--seed") == 0    ? &out.seed
                           : std::strcmp(argv[i], "--threads") == 0 ? &out.threads
                                                                    : nullptr;
    const char* end = argv[i + 1] + std::strlen(argv[i + 1]);
    if (value == nullptr || std::from_chars(argv[i + 1], end, *value).ptr != end) return false;
  }
  return argc % 2 == 1;
}

// A round of worlds from a seed on, the next to whichever thread is free; it ends early when there
// were enough auctions.
class Round {
 public:
  Round(std::uint64_t seed, std::uint64_t auctions) : first_(seed), auctions_(auctions) {}

  auction::FaultTally run(std::uint64_t threads) {
    const auto start = std::chrono::steady_clock::now();
    std::vector<std::thread> others;
    for (std::uint64_t i = 1; i < threads; ++i) others.emplace_back([this] { work(); });
    work();
    for (std::thread& other : others) other.join();
    tally_.took_ms =
        static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(
                                       std::chrono::steady_clock::now() - start)
                                       .count());
    return tally_;
  }

  bool wrong() const { return wrong_; }

 private:
  void work() {
    auction::FaultTally tally;
    while (!wrong_ && done_ < auctions_) {
      const std::uint64_t world = begun_++;
      if (world >= kWorldsARound) break;
      const std::uint64_t before = tally.auctions;
      const std::string wrong = auction::run_fault_world(first_ + world, tally);
      done_ += tally.auctions - before;
      if (!wrong.empty()) report(first_ + world, wrong);
    }
    const std::lock_guard lock(mutex_);
    tally_ += tally;
  }

  void report(std::uint64_t seed, const std::string& wrong) {
    const std::lock_guard lock(mutex_);
    wrong_ = true;
    std::printf("WRONG: %s\nagain: faults --seed %llu --auctions 1\n", wrong.c_str(), Count{seed});
  }

  const std::uint64_t first_;
  const std::uint64_t auctions_;
  std::atomic<std::uint64_t> begun_ = 0;
  std::atomic<std::uint64_t> done_ = 0;
  std::atomic<bool> wrong_ = false;
  std::mutex mutex_;
  auction::FaultTally tally_;
};

double seconds_of(const auction::FaultTally& tally) {
  return static_cast<double>(tally.took_ms) / 1000;
}

// For whoever waits: a line each half minute.
class Progress {
 public:
  void tell(const auction::FaultTally& tally, std::uint64_t wanted) {
    const auto now = std::chrono::steady_clock::now();
    if (now - told_ < std::chrono::seconds(30)) return;
    told_ = now;
    std::fprintf(stderr, "faults: %llu of %llu auctions, 0 wrong, %.0f s\n", Count{tally.auctions},
                 Count{wanted}, seconds_of(tally));
  }

 private:
  std::chrono::steady_clock::time_point told_ = std::chrono::steady_clock::now();
};

int report(const auction::FaultTally& tally, std::uint64_t wanted) {
  const bool enough = wanted < 1'000 || auction::print(tally);
  std::printf(
      "faults: %llu auctions in %llu worlds, %llu lots, %llu commands, %llu records, %llu "
      "commits, 0 wrong, %.1f s (%.0f auctions a second)\n",
      Count{tally.auctions}, Count{tally.worlds}, Count{tally.lots}, Count{tally.commands},
      Count{tally.records}, Count{tally.commits}, seconds_of(tally),
      static_cast<double>(tally.auctions) / seconds_of(tally));
  return enough ? 0 : 1;
}

int run(const Arguments& arguments) {
  auction::KeptTally kept{arguments.seed, arguments.seed, {}};
  if (!arguments.tally.empty() && !auction::read_kept(arguments.tally, kept)) {
    std::fprintf(stderr, "%s is no tally of this program\n", arguments.tally.c_str());
    return 2;
  }
  if (kept.first_seed != arguments.seed) {
    std::fprintf(stderr, "%s begins at another seed\n", arguments.tally.c_str());
    return 2;
  }
  Progress progress;
  while (kept.tally.auctions < arguments.auctions) {
    Round round(kept.next_seed, arguments.auctions - kept.tally.auctions);
    const auction::FaultTally tally = round.run(arguments.threads);
    if (round.wrong()) return 1;
    kept.tally += tally;
    kept.next_seed += tally.worlds;
    if (!arguments.tally.empty() && !auction::keep(arguments.tally, kept)) {
      std::fprintf(stderr, "%s cannot be written\n", arguments.tally.c_str());
      return 4;
    }
    progress.tell(kept.tally, arguments.auctions);
  }
  return report(kept.tally, arguments.auctions);
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  if (!parse(argc, argv, arguments)) {
    std::fprintf(stderr, "usage: faults [--auctions N] [--seed S] [--threads T] [--tally FILE]\n");
    return 2;
  }
  return run(arguments);
}
