// The n-th call below SQLite fails, for every n: once, from then on, or for want of space.
//
// Whatever fails, a store answers with an error and loses nothing that it acknowledged; after a
// full disk it goes on by itself, after anything else once it was opened again. A cache, a
// checkpoint or a backup may fail without harm.
#include <sqlite3.h>

#include <cstdio>
#include <string>

#include "tests/storage/disk.h"
#include "tests/storage/ledger.h"

namespace auction {
namespace {

enum class Fault { kError, kErrorFromThenOn, kFull };

constexpr const char* kFile = "auctions.db";

int code_for(DiskCall call, Fault fault) {
  if (fault == Fault::kFull) return call == DiskCall::kWrite ? SQLITE_FULL : SQLITE_OK;
  switch (call) {
    case DiskCall::kOpen:
      return SQLITE_CANTOPEN;
    case DiskCall::kRead:
      return SQLITE_IOERR_READ;
    case DiskCall::kWrite:
      return SQLITE_IOERR_WRITE;
    case DiskCall::kTruncate:
      return SQLITE_IOERR_TRUNCATE;
    case DiskCall::kSync:
      return SQLITE_IOERR_FSYNC;
    case DiskCall::kSize:
      return SQLITE_IOERR_FSTAT;
    case DiskCall::kDelete:
      return SQLITE_IOERR_DELETE;
    case DiskCall::kAccess:
      return SQLITE_IOERR_ACCESS;
  }
  return SQLITE_IOERR;
}

class Trial {
 public:
  Trial(std::uint64_t nth, Fault fault) : chance_(11) {
    disk_.fault = [this, nth, fault](DiskCall call) {
      const std::uint64_t now = ++calls_;
      if (healed_ || now < nth || (now > nth && fault == Fault::kError)) return SQLITE_OK;
      const int code = code_for(call, fault);
      struck_ |= code != SQLITE_OK;
      return code;
    };
  }

  // A fault in words, or empty. `struck` tells whether the n-th call was ever reached.
  std::string run(bool& struck) {
    const Mounted mounted(disk_);
    std::string what = open() ? "" : "it does not open";
    for (int step = 0; step < 14 && what.empty(); ++step) what = live(step);
    if (what.empty()) what = heal_and_compare();
    if (what.empty()) what = commit(true);
    store_.reset();
    struck = struck_;
    return what;
  }

 private:
  static SqliteOptions options() {
    return {.create = true, .wal_bytes = 24 << 10, .vfs = kDiskVfs};
  }

  bool open() {
    auto opened = SqliteStore::open(kFile, options());
    if (!opened.ok()) {
      healed_ = true;  // the fault goes away, and it must open
      opened = SqliteStore::open(kFile, options());
    }
    if (opened.ok()) store_ = std::move(*opened);
    return opened.ok();
  }

  std::string live(int step) {
    if (step == 5) (void)store_->checkpoint();
    if (step == 7 && ledger_.snapshot(Ledger::stream(0)).head.seq > 0) {
      (void)store_->keep_snapshot(Ledger::stream(0), ledger_.snapshot(Ledger::stream(0)));
    }
    if (step == 9) (void)store_->backup("copy.db");
    if (step == 11) {
      store_.reset();
      if (!open()) return "it does not open again";
    }
    return commit(false);
  }

  std::string commit(bool must) {
    const std::vector<StreamBatch> batch = ledger_.draw(chance_);
    ledger_.tried(batch);
    const CommitAnswer answer = store_->commit(batch);
    if (std::holds_alternative<Committed>(answer)) {
      acked_ = ledger_.batches();
      return "";
    }
    if (std::holds_alternative<BatchConflict>(answer)) return "a conflict out of nothing";
    if (must) return "a commit fails after all was well: " + std::get<StorageFailure>(answer).what;
    return heal_and_compare();
  }

  // The fault goes away: a full store works by itself, a stopped one after reopening.
  std::string heal_and_compare() {
    healed_ = true;
    if (store_->health() == StoreHealth::kStopped) {
      const absl::Status opened = store_->reopen();
      if (!opened.ok()) return "reopen: " + opened.ToString();
    }
    std::string why;
    const auto k = ledger_.count_in(*store_, why);
    if (!k) return why;
    if (*k < acked_) return "acknowledged and lost";
    ledger_.forget_after(*k);
    acked_ = *k;
    return "";
  }

  SplitMix64 chance_;
  Disk disk_;
  Ledger ledger_;
  std::unique_ptr<SqliteStore> store_;
  std::size_t acked_ = 0;
  std::uint64_t calls_ = 0;
  bool healed_ = false;
  bool struck_ = false;
};

int prove(Fault fault, const char* name) {
  std::uint64_t nth = 1;
  std::uint64_t faults = 0;
  for (bool reached = true; reached; ++nth) {
    const std::string what = Trial(nth, fault).run(reached);
    if (fault == Fault::kFull) reached = reached || nth < 600;  // only writes can find it full
    if (!what.empty()) {
      std::printf("%s at call %llu: %s\n", name, static_cast<unsigned long long>(nth),
                  what.c_str());
      ++faults;
    }
  }
  std::printf("%-22s every one of %llu calls: %llu faults\n", name,
              static_cast<unsigned long long>(nth - 2), static_cast<unsigned long long>(faults));
  return faults == 0 ? 0 : 1;
}

}  // namespace
}  // namespace auction

int main() {
  using auction::Fault;
  return auction::prove(Fault::kError, "an error, once") |
         auction::prove(Fault::kErrorFromThenOn, "errors from then on") |
         auction::prove(Fault::kFull, "full from then on");
}
