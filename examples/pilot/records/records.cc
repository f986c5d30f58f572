#include "examples/pilot/records/records.h"

#include "examples/pilot/records/timed_store.h"
#include "libauction/adapters/sqlite/sqlite_store.h"
#include "libauction/room/random_salts.h"
#include "libauction/room/writer.h"

namespace pilot {
namespace {

class SqliteRecords final : public Records {
 public:
  SqliteRecords(std::unique_ptr<SqliteStore> store, Publisher& publisher,
                std::function<void()> wake)
      : file_(std::move(store)),
        store_(*file_),
        house_(store_, salts_, publisher),
        writer_(store_, std::move(wake)) {}

  House& house() override { return house_; }
  SaltSource& salts() override { return salts_; }
  void turn(Instant now) override { auction::turn(house_, writer_, now); }
  Instant next_alarm() const override { return house_.next_alarm(); }
  void finish(Instant now) override { writer_.finish(house_, now); }

  // Between this and the next turn no commit is begun, so the store stays quiet.
  Store& quiet_store(Instant now) override {
    if (auto answer = writer_.wait()) house_.end_commit(*answer, now);
    return store_;
  }

  bool can_commit() const override { return file_->health() == StoreHealth::kWritable; }
  Millis last_commit() const override { return store_.last_commit(); }
  std::uint64_t commit_failures() const override { return store_.failures(); }

 private:
  std::unique_ptr<SqliteStore> file_;
  TimedStore store_;
  RandomSalts salts_;
  House house_;
  Writer writer_;  // last: it waits for a commit under way before the others go
};

}  // namespace

absl::StatusOr<std::unique_ptr<Records>> Records::open(const std::string& file,
                                                       Publisher& publisher,
                                                       std::function<void()> wake, Instant now) {
  absl::StatusOr<std::unique_ptr<SqliteStore>> store = SqliteStore::open(file);
  if (!store.ok()) return store.status();
  auto records = std::make_unique<SqliteRecords>(*std::move(store), publisher, std::move(wake));
  if (const auto failure = records->house().open(now)) {
    return absl::UnavailableError(failure->what);
  }
  return std::unique_ptr<Records>(std::move(records));
}

}  // namespace pilot
