// The n-th allocation fails, for every n: SQLite's and ours.
//
// A store answers with an error or does what it was asked; it loses nothing that it acknowledged
// and works again when there is memory.
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>

#include "tests/storage/disk.h"
#include "tests/storage/ledger.h"

namespace {

std::uint64_t allocations = 0;
std::uint64_t failing = 0;  // 0: none

bool fails() { return failing != 0 && ++allocations == failing; }

sqlite3_mem_methods real;

void* sqlite_malloc(int size) { return fails() ? nullptr : real.xMalloc(size); }
void* sqlite_realloc(void* block, int size) {
  return fails() ? nullptr : real.xRealloc(block, size);
}

void count_sqlite() {
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real);
  sqlite3_mem_methods counted = real;
  counted.xMalloc = sqlite_malloc;
  counted.xRealloc = sqlite_realloc;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &counted);
}

}  // namespace

void* operator new(std::size_t size) {
  void* block = fails() ? nullptr : std::malloc(size);
  if (block == nullptr) throw std::bad_alloc();
  return block;
}
// g++ 12 inlines one half of the pair and then misses the other.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
void operator delete(void* block) noexcept { std::free(block); }
void operator delete(void* block, std::size_t) noexcept { std::free(block); }

namespace auction {
namespace {

constexpr const char* kFile = "auctions.db";
const SqliteOptions kOptions{.create = true, .wal_bytes = 24 << 10, .vfs = kDiskVfs};

// Runs with the n-th allocation failing. What is thrown out of a call is a fault too.
template <class Work>
void while_failing(std::uint64_t nth, Work&& work) {
  allocations = 0;
  failing = nth;
  try {
    work();
  } catch (...) {
    failing = 0;
    throw;
  }
  failing = 0;
}

class Trial {
 public:
  std::string run(std::uint64_t nth, bool& reached) try {
    const Mounted mounted(disk_);
    std::vector<std::vector<StreamBatch>> batches;
    for (int i = 0; i < 6; ++i) {
      batches.push_back(ledger_.draw(chance_));
      ledger_.tried(batches.back());
    }
    while_failing(nth, [&] { live(batches); });
    reached = allocations >= nth;
    return compare();
  } catch (const std::bad_alloc&) {
    return "an exception left the store";
  }

 private:
  void live(const std::vector<std::vector<StreamBatch>>& batches) {
    auto opened = SqliteStore::open(kFile, kOptions);
    if (!opened.ok()) return;
    store_ = std::move(*opened);
    for (const auto& batch : batches) {
      if (!std::holds_alternative<Committed>(store_->commit(batch))) return;
      ++acked_;
    }
    (void)store_->find_answer(Ledger::stream(1), {0xc0ffee, 1});
    (void)store_->streams();
    (void)store_->checkpoint();
    (void)store_->verify();
    (void)store_->backup("copy.db");
  }

  std::string compare() {
    if (!store_) {
      auto opened = SqliteStore::open(kFile, kOptions);
      if (!opened.ok()) return "it does not open: " + opened.status().ToString();
      store_ = std::move(*opened);
    } else if (store_->health() == StoreHealth::kStopped) {
      const absl::Status opened = store_->reopen();
      if (!opened.ok()) return "it does not open again: " + opened.ToString();
    }
    std::string why;
    const auto k = ledger_.count_in(*store_, why);
    if (!k) return why;
    if (*k < acked_) return "acknowledged and lost";
    ledger_.forget_after(*k);
    const bool works = std::holds_alternative<Committed>(store_->commit(ledger_.draw(chance_)));
    store_.reset();
    return works ? "" : "no commit, with all memory there is";
  }

  SplitMix64 chance_{5};
  Disk disk_;
  Ledger ledger_;
  std::unique_ptr<SqliteStore> store_;
  std::size_t acked_ = 0;
};

int prove() {
  std::uint64_t nth = 1;
  std::uint64_t faults = 0;
  for (bool reached = true; reached; ++nth) {
    const std::string what = Trial().run(nth, reached);
    if (what.empty()) continue;
    std::printf("allocation %llu: %s\n", static_cast<unsigned long long>(nth), what.c_str());
    if (++faults == 20) break;
  }
  std::printf("every one of %llu allocations: %llu faults\n",
              static_cast<unsigned long long>(nth - 2), static_cast<unsigned long long>(faults));
  return faults == 0 ? 0 : 1;
}

}  // namespace
}  // namespace auction

int main() {
  count_sqlite();
  return auction::prove();
}
