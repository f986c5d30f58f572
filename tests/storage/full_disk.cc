// A disk of 600 KiB fills up under a store: it says so, keeps what it has, and goes on when there
// is room again.
//
//   full_disk            mounts such a disk where nobody else sees it (unshare -rm)
//   full_disk FOLDER     works in a folder that is one
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/storage/ledger.h"

namespace auction {
namespace {

const char* fault_of(const std::string& folder) {
  const std::string ballast = folder + "/ballast";
  std::ofstream(ballast) << std::string(200 << 10, 'x');
  auto opened = SqliteStore::open(folder + "/auctions.db");  // 16 MiB of log do not fit
  if (!opened.ok()) return "it does not open for want of a large log";
  SqliteStore& store = **opened;
  SplitMix64 chance(2);
  Ledger ledger;
  int full = 0;
  for (int rounds = 0; rounds < 2000 && full < 5; ++rounds) {
    auto batch = ledger.draw(chance);
    const CommitAnswer answer = store.commit(batch);
    if (std::holds_alternative<Committed>(answer)) {
      ledger.tried(batch);
    } else if (store.health() != StoreHealth::kFull) {
      return "a full disk stops it";
    } else {
      ++full;
    }
  }
  if (full == 0) return "the disk never filled up";
  std::string why;
  if (ledger.count_in(store, why) != ledger.batches()) return "it cannot be read while full";
  std::printf("full after %zu batches\n", ledger.batches());
  std::filesystem::remove(ballast);
  // The first commit that finds no room clears the log; the next one has it to itself.
  for (int rounds = 0; rounds < 12; ++rounds) {
    const auto batch = ledger.draw(chance);
    bool kept = false;
    for (int tries = 0; tries < 2 && !kept; ++tries) {
      kept = std::holds_alternative<Committed>(store.commit(batch));
    }
    if (!kept) return "room does not help";
    ledger.tried(batch);
  }
  if (store.health() != StoreHealth::kWritable) return "it does not notice that it works again";
  opened->reset();
  opened = SqliteStore::open(folder + "/auctions.db");
  if (!opened.ok()) return "it does not open again";
  return ledger.count_in(**opened, why) == ledger.batches() ? nullptr : "something was lost";
}

int work_in(const std::string& folder) {
  const char* fault = fault_of(folder);
  std::puts(fault == nullptr ? "a full disk: said so, kept all, went on" : fault);
  return fault == nullptr ? 0 : 1;
}

int work_apart(const std::string& self) {
  const std::string folder = (std::filesystem::temp_directory_path() / "full").string();
  if (std::system("unshare -rm true 2>/dev/null") != 0) {
    std::puts("SKIPPED: unshare -rm is refused here, so no small disk can be mounted");
    return 0;
  }
  std::filesystem::create_directories(folder);
  const std::string inside =
      "mount -t tmpfs -o size=600k none " + folder + " && exec " + self + " " + folder;
  return std::system(("unshare -rm sh -c '" + inside + "'").c_str()) == 0 ? 0 : 1;
}

}  // namespace
}  // namespace auction

int main(int argc, char** argv) {
  return argc == 2 ? auction::work_in(argv[1]) : auction::work_apart(argv[0]);
}
