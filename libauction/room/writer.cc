#include "libauction/room/writer.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace auction {

struct Writer::Thread {
  Thread(Store& s, std::function<void()> w) : store(s), wake(std::move(w)) {}

  void run();
  CommitAnswer commit(std::span<const StreamBatch> what);

  Store& store;
  const std::function<void()> wake;

  std::mutex mutex;
  std::condition_variable changed;
  std::optional<std::span<const StreamBatch>> batch;
  std::optional<CommitAnswer> answer;
  bool under_way = false;  // from begin to take
  bool stopping = false;
  std::thread thread;
};

// A store that throws has failed like one that says so; the thread goes on.
CommitAnswer Writer::Thread::commit(std::span<const StreamBatch> what) {
  try {
    return store.commit(what);
  } catch (const std::exception& failure) {
    return StorageFailure{failure.what()};
  } catch (...) {
    return StorageFailure{"the store failed without a word"};
  }
}

void Writer::Thread::run() {
  std::unique_lock lock(mutex);
  for (;;) {
    changed.wait(lock, [&] { return batch.has_value() || stopping; });
    if (!batch) return;
    const std::span<const StreamBatch> what = *batch;
    batch.reset();
    lock.unlock();
    CommitAnswer told = commit(what);
    lock.lock();
    answer = std::move(told);
    changed.notify_all();
    if (!wake) continue;
    lock.unlock();
    wake();
    lock.lock();
  }
}

Writer::Writer(Store& store, std::function<void()> wake)
    : thread_(std::make_unique<Thread>(store, std::move(wake))) {
  thread_->thread = std::thread([self = thread_.get()] { self->run(); });
}

Writer::~Writer() {
  {
    const std::lock_guard lock(thread_->mutex);
    thread_->stopping = true;
    thread_->changed.notify_all();
  }
  thread_->thread.join();
}

void Writer::begin(std::span<const StreamBatch> batch) {
  const std::lock_guard lock(thread_->mutex);
  AUCTION_CHECK(!thread_->under_way, "one batch at a time");
  thread_->under_way = true;
  thread_->batch = batch;
  thread_->changed.notify_all();
}

std::optional<CommitAnswer> Writer::take() {
  const std::lock_guard lock(thread_->mutex);
  if (!thread_->answer) return std::nullopt;
  thread_->under_way = false;
  std::optional<CommitAnswer> told = std::move(thread_->answer);
  thread_->answer.reset();
  return told;
}

std::optional<CommitAnswer> Writer::wait() {
  {
    std::unique_lock lock(thread_->mutex);
    if (!thread_->under_way) return std::nullopt;
    thread_->changed.wait(lock, [&] { return thread_->answer.has_value(); });
  }
  return take();
}

void Writer::finish(House& house, Instant now) {
  if (auto answer = wait()) house.end_commit(*answer, now);
  house.turn(now);
  if (house.wants_commit(now)) house.commit(now);
}

void turn(House& house, Writer& writer, Instant now) {
  if (auto answer = writer.take()) house.end_commit(*answer, now);
  house.turn(now);
  if (!house.wants_commit(now)) return;
  const std::span<const StreamBatch> batch = house.begin_commit();
  if (!batch.empty()) writer.begin(batch);
}

}  // namespace auction
