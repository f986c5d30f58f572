// A disk that is mounted read-only: a store on it is refused, also beside the log of a process that
// died; and opens with all it had once the disk may be written again.
//
//   read_only                  mounts such a disk where nobody else sees it (unshare -rm)
//   read_only fill FOLDER      two stores, one of them closed
//   read_only refused FOLDER   looks at them while the disk is read-only
//   read_only kept FOLDER      and afterwards
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "tests/storage/ledger.h"

namespace auction {
namespace {

constexpr const char* kStores[] = {"/closed.db", "/left.db"};

Ledger fill(SqliteStore* store) {
  SplitMix64 chance(3);
  Ledger ledger;
  for (int i = 0; i < 5; ++i) {
    const auto batch = ledger.draw(chance);
    ledger.tried(batch);
    if (store != nullptr && !std::holds_alternative<Committed>(store->commit(batch))) std::exit(1);
  }
  return ledger;
}

int make_stores(const std::string& folder) {
  for (const char* name : kStores) {
    auto store =
        SqliteStore::open(folder + name, {.create = true, .wal_bytes = 64 << 10, .vfs = ""});
    if (!store.ok()) return 1;
    (void)fill(store->get());
    if (std::strcmp(name, "/left.db") == 0) ::_exit(0);  // as if killed: nothing is closed
  }
  return 1;
}

const char* fault_while_read_only(const std::string& folder) {
  for (const std::string& path : {folder + kStores[0], folder + kStores[1], folder + "/new.db"}) {
    const absl::Status said = SqliteStore::open(path).status();
    std::puts(said.ToString().c_str());
    if (!absl::IsPermissionDenied(said)) return "a store on a read-only disk is not refused so";
  }
  return nullptr;
}

const char* fault_afterwards(const std::string& folder) {
  for (const char* name : kStores) {
    auto store = SqliteStore::open(folder + name);
    if (!store.ok() || !(*store)->verify().ok()) return "a store does not open afterwards";
    std::string why;
    if (fill(nullptr).count_in(**store, why) != 5) return "a store has lost something";
  }
  return nullptr;
}

int told(const char* fault) {
  if (fault != nullptr) std::puts(fault);
  return fault == nullptr ? 0 : 1;
}

int work_apart(const std::string& self) {
  if (std::system("unshare -rm true 2>/dev/null") != 0) {
    std::puts("SKIPPED: unshare -rm is refused here, so no read-only disk can be mounted");
    return 0;
  }
  const std::string folder = (std::filesystem::temp_directory_path() / "read_only").string();
  std::filesystem::create_directories(folder);
  const std::string inside = "set -e; mount -t tmpfs none " + folder + "; " + self + " fill " +
                             folder + "; mount -o remount,ro " + folder + "; " + self +
                             " refused " + folder + "; mount -o remount,rw " + folder + "; " +
                             self + " kept " + folder;
  return std::system(("unshare -rm sh -c '" + inside + "'").c_str()) == 0 ? 0 : 1;
}

int work(const std::string& what, const std::string& folder) {
  if (what == "fill") return make_stores(folder);
  return told(what == "refused" ? fault_while_read_only(folder) : fault_afterwards(folder));
}

}  // namespace
}  // namespace auction

int main(int argc, char** argv) {
  return argc == 3 ? auction::work(argv[1], argv[2]) : auction::work_apart(argv[0]);
}
