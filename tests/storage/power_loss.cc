// Power loss: many lives of a store, each cut off at many moments, each moment with many disks.
//
// Every image is opened by the store's own recovery and compared with what had been acknowledged;
// one that was drawn before is not opened again and does not count.
// Then the recovery itself is cut off, and once more. What a recovery has shown may not be lost
// later either. Wrong ways of keeping a log must be caught, or the proof proves nothing.
//
//   power_loss [--images N] [--seed S]     20,000 images unless told
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unordered_set>

#include "tests/storage/crash.h"
#include "tests/storage/life.h"

namespace auction {
namespace {

constexpr int kDrawsOfALife = 90;

struct Tally {
  std::uint64_t drawn = 0;
  std::uint64_t images = 0;  // distinct ones
  std::uint64_t in_recovery = 0;
  std::uint64_t copies = 0;
  std::uint64_t killed = 0;
  std::uint64_t lost = 0;
  std::uint64_t corrupt = 0;
  std::unordered_set<std::uint64_t> distinct;
  std::string first_fault;

  std::uint64_t faults() const { return lost + corrupt; }
};

class Proof {
 public:
  Proof(std::uint64_t seed, Wrong wrong, Tally& tally)
      : seed_(seed), life_(seed, wrong), chance_(seed ^ 0xc4a5), tally_(tally) {}

  void run(int draws) {
    std::vector<std::size_t> points;
    for (int i = 0; i < draws; ++i) {
      points.push_back(static_cast<std::size_t>(chance_.below(life_.disk.tape.size() + 1)));
    }
    std::sort(points.begin(), points.end());
    Tape tape(life_.disk);
    for (const std::size_t point : points) {
      tape.wind_to(point);
      cut_off(tape, point);
    }
  }

 private:
  void cut_off(const Tape& tape, std::size_t point) {
    const Life::Note& known = life_.at(point);
    const bool was_killed = chance_.below(10) == 0;
    Disk image = was_killed ? tape.kill() : tape.power_loss(chance_);
    if (is_new(image)) {
      tally_.killed += was_killed;
      follow(image, known);
    }
    if (known.backup && chance_.below(4) == 0) check_copy(tape, *known.backup);
  }

  // Recovers, and then cuts off the recovery, twice at most.
  void follow(Disk& image, const Life::Note& known) {
    std::optional<std::size_t> seen = recover(image, known.acked, known.tried);
    for (int depth = 0; seen && depth < 2 && chance_.below(2) == 0; ++depth) {
      // Once the recovery had ended, what it showed counts as acknowledged.
      Tape again(image);
      const bool at_end = chance_.below(6) == 0;
      const std::size_t length = image.tape.size();
      const auto cut = at_end ? length : static_cast<std::size_t>(chance_.below(length + 1));
      again.wind_to(cut);
      Disk second = again.power_loss(chance_);
      if (!is_new(second)) return;
      ++tally_.in_recovery;
      seen = recover(second, cut == length ? *seen : known.acked, known.tried);
      image = std::move(second);
    }
  }

  bool is_new(const Disk& image) {
    ++tally_.drawn;
    // After a kill the same files may rest on other blocks.
    const std::uint64_t not_flushed = image.tape.size() * 0x9fb21c651e98df25u;
    const bool fresh = tally_.distinct.insert(digest_of(image.live) ^ not_flushed).second;
    tally_.images += fresh;
    return fresh;
  }

  // What the recovery finds, from `acked` to `tried` batches; nothing if that is a fault.
  std::optional<std::size_t> recover(Disk& image, std::size_t acked, std::size_t tried) {
    const Mounted mounted(image);
    auto store = SqliteStore::open(kStoreFile, life_.options);
    if (!store.ok()) return fault(tally_.corrupt, store.status().ToString());
    std::string why;
    const auto found = life_.ledger.count_in(**store, why);
    if (!found) return fault(tally_.corrupt, why);
    if (*found < acked || *found > tried) {
      return fault(tally_.lost, std::to_string(*found) + " batches of " + std::to_string(acked) +
                                    " acknowledged and " + std::to_string(tried) + " tried");
    }
    check_snapshots(**store);
    const std::size_t end = image.tape.size();
    store->reset();
    image.tape.resize(end);  // a crash comes before the end
    return found;
  }

  void check_snapshots(SqliteStore& store) {
    for (std::size_t i = 0; i < Ledger::kStreams; ++i) {
      const auto found = store.find_snapshot(Ledger::stream(i));
      if (!found.ok() || (*found && !life_.ledger.may_be(Ledger::stream(i), **found))) {
        fault(tally_.corrupt, "a snapshot that nobody made");
      }
    }
  }

  void check_copy(const Tape& tape, std::size_t batches) {
    Disk image = tape.power_loss(chance_);
    if (!is_new(image)) return;
    ++tally_.copies;
    const Mounted mounted(image);
    SqliteOptions options = life_.options;
    options.create = false;
    auto copy = SqliteStore::open(kCopyFile, options);
    std::string why = copy.status().ToString();
    const auto found = copy.ok() ? life_.ledger.count_in(**copy, why) : std::nullopt;
    if (found != batches) fault(tally_.lost, "the backup: " + why);
  }

  std::nullopt_t fault(std::uint64_t& count, const std::string& what) {
    if (count++ == 0 && tally_.first_fault.empty()) {
      tally_.first_fault = "seed " + std::to_string(seed_) + ": " + what;
    }
    return std::nullopt;
  }

  std::uint64_t seed_;
  Life life_;
  SplitMix64 chance_;
  Tally& tally_;
};

Tally prove(std::uint64_t seed, std::uint64_t images, Wrong wrong) {
  Tally tally;
  std::uint64_t told = 100'000;
  while (tally.images < images) {
    Proof(seed++, wrong, tally).run(kDrawsOfALife);
    if (tally.images < told) continue;
    std::printf("  %llu images, %llu faults\n", static_cast<unsigned long long>(tally.images),
                static_cast<unsigned long long>(tally.faults()));
    std::fflush(stdout);
    told += 100'000;
  }
  return tally;
}

bool tell_control(const char* name, Wrong wrong, std::uint64_t seed) {
  const Tally tally = prove(seed, 1500, wrong);
  std::printf("control %-20s %s: %llu of %llu images (%s)\n", name,
              tally.faults() > 0 ? "caught" : "MISSED",
              static_cast<unsigned long long>(tally.faults()),
              static_cast<unsigned long long>(tally.images), tally.first_fault.c_str());
  return tally.faults() > 0;
}

bool tell(const Tally& tally, double seconds) {
  const auto n = [](std::uint64_t value) { return static_cast<unsigned long long>(value); };
  std::printf(
      "%llu images, no two alike, of %llu drawn (%llu of a recovery, %llu of a backup, %llu of a "
      "killed process), %.1f s\n%llu acknowledged lost, %llu corrupt\n",
      n(tally.images), n(tally.drawn), n(tally.in_recovery), n(tally.copies), n(tally.killed),
      seconds, n(tally.lost), n(tally.corrupt));
  if (!tally.first_fault.empty()) std::printf("first: %s\n", tally.first_fault.c_str());
  return tally.faults() == 0;
}

int run(std::uint64_t images, std::uint64_t seed) {
  const auto start = std::chrono::steady_clock::now();
  const Tally tally = prove(seed, images, Wrong::kNothing);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  bool fine = tell(tally, took.count());
  fine &= tell_control("synchronous NORMAL", Wrong::kSynchronousNormal, seed);
  fine &= tell_control("synchronous OFF", Wrong::kSynchronousOff, seed);
  fine &= tell_control("lying flush", Wrong::kLyingFlush, seed);
  fine &= tell_control("ack before commit", Wrong::kAckBeforeCommit, seed);
  return fine ? 0 : 1;
}

}  // namespace
}  // namespace auction

int main(int argc, char** argv) {
  std::uint64_t images = 20'000;
  std::uint64_t seed = 1;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--images") == 0) images = std::strtoull(argv[i + 1], nullptr, 10);
    if (std::strcmp(argv[i], "--seed") == 0) seed = std::strtoull(argv[i + 1], nullptr, 10);
  }
  return auction::run(images, seed);
}
