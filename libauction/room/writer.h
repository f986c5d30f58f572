// The writer: a thread that commits a house's batches, so that the house can go on deciding.
//
// It adds no rule of its own: `House` decides what is in a batch and what a commit's answer means,
// the writer only waits for the disk. The store belongs to the writer from begin_commit to
// end_commit and to the house otherwise; the two never use it at once.
//
//   Writer writer(store, [&] { loop.wake(); });      // called in the writer's thread
//   for (;;) {
//     turn(house, writer, clock.now());              // never waits
//     loop.sleep_until(house.next_alarm());
//   }
//   writer.finish(house, clock.now());               // before the end: waits for what is under way
//
// All calls come from the house's thread. The destructor waits for a commit under way.
#pragma once

#include <functional>
#include <memory>

#include "libauction/room/house.h"

namespace auction {

class Writer {
 public:
  Writer(Store& store, std::function<void()> wake);
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // Hands a batch to the thread; it must stay where it is until `take` has told the answer.
  void begin(std::span<const StreamBatch> batch);

  // The answer of the batch under way, once; nothing while it is still being written.
  std::optional<CommitAnswer> take();

  // The same, but waits for it. Nothing: no batch was under way.
  std::optional<CommitAnswer> wait();

  // Waits for the commit under way, then for one of everything that was decided meanwhile.
  void finish(House& house, Instant now);

 private:
  struct Thread;
  std::unique_ptr<Thread> thread_;
};

// One turn of the loop: ends a commit that is done, decides, begins the next one.
void turn(House& house, Writer& writer, Instant now);

}  // namespace auction
