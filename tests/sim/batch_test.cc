// A batch on threads: the same results in the same order, whoever plays which auction.
#include "libauction/sim/batch.h"

#include <stdexcept>
#include <thread>

#include "libauction/sim/lineup.h"
#include "tests/catch.h"
#include "tests/support/small_auction.h"

namespace auction {
namespace {

std::vector<AuctionResult> play(const BatchPlan& plan) {
  const Setup setup = small_setup("pilot-football");
  const auto bidders = std::get<Bidders>(parse_lineup("*=valuing", setup.participants));
  const std::thread::id here = std::this_thread::get_id();
  std::vector<AuctionResult> results;
  std::uint64_t next = plan.range.first;
  simulate_batch(setup, bidders, Market{}, plan, [&](std::uint64_t i, const AuctionResult& r) {
    REQUIRE(i == next++);
    REQUIRE(std::this_thread::get_id() == here);
    results.push_back(r);
  });
  return results;
}

struct Thrower final : Bidder {
  Plan plan(const Facts&, SplitMix64&) const override { throw std::runtime_error("a bad bidder"); }
};

}  // namespace

TEST_CASE("any number of threads plays the same batch") {
  const std::vector<AuctionResult> one = play({{5, 300}, 7, 1});
  CHECK(one.size() == 300);
  for (const unsigned threads : {2u, 3u, 8u}) CHECK(play({{5, 300}, 7, threads}) == one);
}

TEST_CASE("batches of no, one and a few auctions on more threads than auctions") {
  for (const std::uint64_t count : {0u, 1u, 31u, 32u, 33u}) {
    CHECK(play({{0, count}, 7, 4}) == play({{0, count}, 7, 1}));
  }
}

TEST_CASE("what a bidder or the visitor throws arrives, and the threads end") {
  const Setup setup = small_setup("pilot-football");
  const Bidders bad(3, std::make_shared<Thrower>());
  const auto ignore = [](std::uint64_t, const AuctionResult&) {};
  CHECK_THROWS_AS(simulate_batch(setup, bad, Market{}, {{0, 500}, 1, 3}, ignore),
                  std::runtime_error);
  const auto bidders = std::get<Bidders>(parse_lineup("*=valuing", setup.participants));
  const auto stop = [](std::uint64_t i, const AuctionResult&) {
    if (i == 40) throw std::runtime_error("enough");
  };
  CHECK_THROWS_AS(simulate_batch(setup, bidders, Market{}, {{0, 5'000}, 1, 3}, stop),
                  std::runtime_error);
}

}  // namespace auction
