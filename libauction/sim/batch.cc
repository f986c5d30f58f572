#include "libauction/sim/batch.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

namespace auction {
namespace {

constexpr std::uint64_t kChunk = 32;  // auctions a thread takes at once
constexpr std::uint64_t kAhead = 4;   // chunks a thread may be in front of the visitor

struct Chunk {
  std::vector<AuctionResult> results;
  std::exception_ptr failure;
  bool ready = false;
};

// Chunks are numbered in order; number n lives in place n modulo the window.
class Batch {
 public:
  Batch(const BatchPlan& plan, unsigned threads)
      : plan_(plan), chunks_(threads * kAhead), count_((plan.range.count + kChunk - 1) / kChunk) {}

  void play(Simulator simulator) {
    std::unique_lock lock(mutex_);
    for (;;) {
      room_.wait(lock, [&] { return stopped_ || next_ < visited_ + chunks_.size(); });
      if (stopped_ || next_ == count_) return;
      const std::uint64_t number = next_++;
      lock.unlock();
      Chunk& chunk = chunks_[number % chunks_.size()];
      fill(chunk, number, simulator);
      lock.lock();
      chunk.ready = true;
      done_.notify_all();
    }
  }

  void hand_over(const BatchVisitor& visit) {
    for (std::uint64_t number = 0; number < count_; ++number) {
      Chunk& chunk = chunks_[number % chunks_.size()];
      {
        std::unique_lock lock(mutex_);
        done_.wait(lock, [&] { return chunk.ready; });
      }
      std::uint64_t index = plan_.range.first + number * kChunk;
      for (const AuctionResult& result : chunk.results) visit(index++, result);
      if (chunk.failure) std::rethrow_exception(chunk.failure);
      const std::lock_guard lock(mutex_);
      chunk.ready = false;
      ++visited_;
      room_.notify_all();
    }
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    room_.notify_all();
  }

 private:
  void fill(Chunk& chunk, std::uint64_t number, Simulator& simulator) const {
    chunk.results.clear();
    const std::uint64_t from = number * kChunk;
    const std::uint64_t to = std::min(from + kChunk, plan_.range.count);
    try {
      for (std::uint64_t i = from; i < to; ++i) {
        chunk.results.push_back(simulator.run(auction_seed(plan_.seed, plan_.range.first + i)));
      }
    } catch (...) {
      chunk.failure = std::current_exception();
    }
  }

  const BatchPlan& plan_;
  std::vector<Chunk> chunks_;
  const std::uint64_t count_;
  std::mutex mutex_;
  std::condition_variable room_;  // for one more chunk
  std::condition_variable done_;
  std::uint64_t next_ = 0;
  std::uint64_t visited_ = 0;
  bool stopped_ = false;
};

// Stops and joins, whatever the visitor throws.
struct Crew {
  explicit Crew(Batch& b) : batch(b) {}
  ~Crew() {
    batch.stop();
    for (std::thread& thread : threads) thread.join();
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  Batch& batch;
  std::vector<std::thread> threads;
};

}  // namespace

void simulate_batch(const Setup& setup, const Bidders& bidders, const Market& market,
                    const BatchPlan& plan, const BatchVisitor& visit, SimulationOptions options) {
  if (plan.threads <= 1) {
    return simulate_batch(setup, bidders, market, plan.range, plan.seed, visit, options);
  }
  Batch batch(plan, plan.threads);
  Crew crew(batch);
  for (unsigned i = 0; i < plan.threads; ++i) {
    crew.threads.emplace_back([&] { batch.play(Simulator(setup, bidders, market, options)); });
  }
  batch.hand_over(visit);
}

}  // namespace auction
