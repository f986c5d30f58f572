// Kill -9, again and again: a child commits and says so, its parent kills it and looks.
//
// This proves that a killed process loses nothing and that its lock dies with it; what it wrote is
// still in the system's memory, so it says nothing about power (power_loss.cc does).
//
//   kill [--kills N]
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "tests/storage/ledger.h"

namespace auction {
namespace {

std::unique_ptr<SqliteStore> open_store(const std::string& path) {
  SqliteOptions options;
  options.wal_bytes = 256 << 10;
  auto opened = SqliteStore::open(path, options);
  if (!opened.ok()) {
    std::puts(opened.status().ToString().c_str());
    return nullptr;
  }
  return std::move(*opened);
}

// The ledger as it is after k batches of this seed, and the chance that draws the next one.
struct Script {
  explicit Script(std::uint64_t seed, std::size_t k) : chance(seed) {
    for (std::size_t i = 0; i < k; ++i) ledger.tried(ledger.draw(chance));
  }
  SplitMix64 chance;
  Ledger ledger;
};

[[noreturn]] void child(const std::string& path, std::size_t k, int tell) {
  Script script(3, k);
  auto store = open_store(path);
  while (store) {
    const auto batch = script.ledger.draw(script.chance);
    script.ledger.tried(batch);
    if (!std::holds_alternative<Committed>(store->commit(batch))) break;
    const std::uint64_t acked = script.ledger.batches();
    if (::write(tell, &acked, sizeof acked) != sizeof acked) break;
  }
  ::_exit(1);
}

// The last acknowledgement the child got out before it died.
std::size_t kill_after(const std::string& path, std::size_t k, unsigned microseconds) {
  int ends[2];
  if (::pipe(ends) != 0) std::abort();
  const pid_t pid = ::fork();
  if (pid == 0) child(path, k, ends[1]);
  ::close(ends[1]);
  ::usleep(microseconds);
  ::kill(pid, SIGKILL);
  ::waitpid(pid, nullptr, 0);
  std::uint64_t acked = k;
  std::uint64_t next = 0;
  while (::read(ends[0], &next, sizeof next) == sizeof next) acked = next;
  ::close(ends[0]);
  return static_cast<std::size_t>(acked);
}

int prove(const std::string& path, int kills) {
  SplitMix64 chance(9);
  std::size_t k = 0;
  std::size_t busy = 0;
  for (int i = 0; i < kills; ++i) {
    const auto wait = static_cast<unsigned>(2'000 + chance.below(20'000));
    const std::size_t acked = kill_after(path, k, wait);
    busy += acked > k;
    const Script script(3, acked + 1);  // one more may have been tried
    auto store = open_store(path);
    std::string why = "it does not open";
    const auto found = store ? script.ledger.count_in(*store, why) : std::nullopt;
    if (!found || *found < acked) {
      std::printf("kill %d: %s, %zu acknowledged\n", i, why.c_str(), acked);
      return 1;
    }
    k = *found;
  }
  std::printf("%d kills, %zu of them amid commits, %zu batches acknowledged, 0 lost\n", kills, busy,
              k);
  return busy > 0 ? 0 : 1;
}

}  // namespace
}  // namespace auction

int main(int argc, char** argv) {
  const bool told = argc == 3 && std::strcmp(argv[1], "--kills") == 0;
  std::string folder = (std::filesystem::temp_directory_path() / "kill-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) return 1;
  const int code = auction::prove(folder + "/auctions.db", told ? std::atoi(argv[2]) : 60);
  std::filesystem::remove_all(folder);
  return code;
}
