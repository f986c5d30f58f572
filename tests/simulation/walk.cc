// Random auctions from a seed, every invariant after every command.
//
//   walk [--auctions N] [--seed S] [--naive-in K] [--trace]
//
// Auction i walks from the seed S + i, so a failing one is walked again by
// `walk --seed THAT --auctions 1 --trace`. Each rejection reason, event type, stage and clock form
// must occur 1,000 times in 200,000 auctions (down to 5,000 auctions: in proportion); the table
// says how often each did.
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>

#include "tests/support/walk.h"

namespace {

struct Arguments {
  std::uint64_t auctions = 200'000;
  std::uint64_t seed = 1;
  auction::WalkOptions options;
};

bool number(const char* text, std::uint64_t& value) {
  const char* end = text + std::strlen(text);
  return std::from_chars(text, end, value).ptr == end;
}

bool parse(int argc, char** argv, Arguments& out) {
  for (int i = 1; i < argc; ++i) {
    const char* name = argv[i];
    std::uint64_t value = 0;
    if (std::strcmp(name, "--trace") == 0) {
      out.options.trace = true;
      continue;
    }
    if (++i == argc || !number(argv[i], value)) return false;
    if (std::strcmp(name, "--auctions") == 0) {
      out.auctions = value;
    } else if (std::strcmp(name, "--seed") == 0) {
      out.seed = value;
    } else if (std::strcmp(name, "--naive-in") == 0 && value > 0) {
      out.options.naive_in = static_cast<unsigned>(value);
    } else {
      return false;
    }
  }
  return true;
}

int run(const Arguments& arguments) {
  auction::WalkTally tally;
  const auto start = std::chrono::steady_clock::now();
  for (std::uint64_t i = 0; i < arguments.auctions; ++i) {
    const std::uint64_t seed = arguments.seed + i;
    const std::string wrong = auction::walk_auction(seed, arguments.options, tally);
    if (wrong.empty()) continue;
    if (!arguments.options.trace) {
      auction::WalkOptions again = arguments.options;
      again.trace = true;
      auction::WalkTally unused;
      (void)auction::walk_auction(seed, again, unused);
    }
    std::printf("WRONG: %s\nagain: walk --seed %llu --auctions 1 --trace\n", wrong.c_str(),
                static_cast<unsigned long long>(seed));
    return 1;
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  const std::uint64_t least = arguments.auctions >= 5000 ? arguments.auctions / 200 : 0;
  const bool enough = auction::print(tally, least);
  std::printf(
      "walk: %llu auctions, %llu commands (%llu accepted), %llu against the naive "
      "auctioneer, 0 wrong, %.1f s\n",
      static_cast<unsigned long long>(tally.auctions),
      static_cast<unsigned long long>(tally.commands),
      static_cast<unsigned long long>(tally.accepted),
      static_cast<unsigned long long>(tally.compared), took.count());
  return enough ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  if (!parse(argc, argv, arguments)) {
    std::fprintf(stderr, "usage: walk [--auctions N] [--seed S] [--naive-in K] [--trace]\n");
    return 2;
  }
  return run(arguments);
}
