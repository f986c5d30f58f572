// What does a durable commit cost? Batches of 1 to 4096 records beside a bare fdatasync of 64 B;
// and what does a restart cost: replay from SQLite beside memory, a start-up of a million events.
//
// Run it where the disk in question is: `TMPDIR=/there ./run bench commit`.
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "benchmarks/harness.h"
#include "libauction/adapters/sqlite/restart.h"
#include "libauction/base/random.h"
#include "libauction/log/book.h"
#include "libauction/log/memory_log.h"
#include "libauction/log/salt.h"
#include "libauction/log/store_log.h"
#include "libauction/rules/presets.h"
#include "libauction/sim/simulate.h"

namespace {

using namespace auction;

constexpr StreamId kStream{1, 1};

struct Folder {
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "bench-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::filesystem::path path;
};

std::unique_ptr<SqliteStore> open_store(const std::string& path) {
  auto store = SqliteStore::open(path);
  if (!store.ok()) {
    std::puts(store.status().ToString().c_str());
    std::exit(1);
  }
  return std::move(*store);
}

// 64 bytes over themselves and a flush: the least that durability can cost here.
class BareFlush {
 public:
  explicit BareFlush(const std::string& path)
      : file_(::open(path.c_str(), O_RDWR | O_CREAT, 0600)) {
    const std::string zeros(1 << 20, '\0');
    if (::write(file_, zeros.data(), zeros.size()) < 0) std::exit(1);
    ::fsync(file_);
  }
  ~BareFlush() { ::close(file_); }
  double run(int times) {
    return bench::timed([&] {
      for (int i = 0; i < times; ++i) {
        if (::pwrite(file_, block_, sizeof block_, (i % 4096) * 64) < 0) std::exit(1);
        ::fdatasync(file_);
      }
    });
  }

 private:
  int file_;
  char block_[64] = {1};
};

// A bid and its clock, as most records are.
Record bid_after(const Head& head, SeededSalts& salts) {
  static const Events kEvents{BidPlaced{LotNumber{8}, ManagerSlot{1}, Money{230}},
                              ClockExtended{LotNumber{8}, Instant{1'760'640'012'345}}};
  return seal(head, kEvents, Instant{1'760'640'000'000}, {7, 7}, salts.salt(head.seq + 1));
}

class Writer {
 public:
  Writer(SqliteStore& store, bool answers) : store_(store), answers_(answers) {}

  // Commits `times` batches; the making of records is not counted.
  double run(int times, int batch_size) {
    double ns = 0;
    for (int i = 0; i < times; ++i) {
      StreamBatch part{kStream, head_.seq, {}, {}};
      for (int r = 0; r < batch_size; ++r) {
        part.records.push_back(bid_after(head_, salts_));
        head_ = head_after(part.records.back());
        if (!answers_) continue;
        StoredAnswer answer;
        answer.command = {chance_.next(), chance_.next()};
        answer.answer.assign(64, 7);
        part.answers.push_back(std::move(answer));
      }
      ns += bench::timed([&] {
        if (!std::holds_alternative<Committed>(store_.commit({&part, 1}))) std::exit(1);
      });
    }
    return ns;
  }

 private:
  SqliteStore& store_;
  bool answers_;
  SeededSalts salts_{1};
  SplitMix64 chance_{1};
  Head head_ = genesis(kStream);
};

void commits(bench::Table& table, const Folder& folder, bool answers) {
  const std::string name = answers ? "b.db" : "a.db";
  auto store = open_store((folder.path / name).string());
  Writer writer(*store, answers);
  BareFlush bare((folder.path / "bare").string());
  double one = 0;
  for (const int size : {1, 4, 16, 64, 256, 1024, 4096}) {
    const int times = size <= 16 ? 100 : size <= 256 ? 30 : 6;
    const std::string question = "commit of " + std::to_string(size) + (answers ? ", answers" : "");
    const auto& row = table.compare(
        question, {"fdatasync of 64 B", [&] { return bare.run(times); }},
        {"commit", [&] { return writer.run(times, size); }}, times, size == 1 ? 0.85 : 0);
    if (size == 1) one = row.ours.median;
    if (size != 256) continue;
    char text[128];
    std::snprintf(text, sizeof text, "batch 256: %.0fx the records/s of batch 1 (goal 100x)%s",
                  256 * one / row.ours.median, answers ? ", with answers" : "");
    table.note(text);
  }
  char text[128];
  SeededSalts salts(1);
  Head head = genesis(kStream);
  const double chain = bench::timed([&] {
                         for (int i = 0; i < 10'000; ++i) head = head_after(bid_after(head, salts));
                       }) /
                       10'000;
  std::snprintf(text, sizeof text, "chain: %.0f ns a record, %.2f %% of a commit (goal 1 %%)",
                chain, 100 * chain / one);
  if (!answers) table.note(text);
}

Setup setup_of_one_lot() {
  Setup setup;
  setup.auction = {1, 1};
  RuleSet rules = *preset("pilot-football");
  setup.rules = Shared<RuleSet>(rules);
  Catalogue catalogue;
  catalogue.assets.push_back({{2, 1}, "a", "Arsenal", "", {}, {}, {}});
  setup.catalogue = Shared<Catalogue>(std::move(catalogue));
  for (std::uint64_t m = 1; m <= 3; ++m) {
    setup.participants.push_back({{3, m}, "M" + std::to_string(m), rules.budget, {}});
  }
  setup.commissioners = {{4, 4}};
  return setup;
}

// A commissioner who moves purses for ever: the shortest way to a log of any length.
void fill(Store& store, std::uint64_t events, int batch_size) {
  MemoryLog memory;
  SeededSalts salts(1);
  Book book(memory, salts, kStream);
  if (!std::holds_alternative<Written>(start_auction(book, setup_of_one_lot(), 1, Instant{1}))) {
    std::exit(1);
  }
  Head head = genesis(kStream);
  StreamBatch part{kStream, 0, {}, {}};
  book.tell([&](const State&, const Record& record, std::span<const Event>) {
    part.records.push_back(record);
  });
  for (const Record& record : memory.records(kStream)) part.records.push_back(record);
  for (std::uint64_t i = 0; book.state().seq < events; ++i) {
    const AdjustPurse adjust{ManagerSlot{0}, Money{i % 2 == 0 ? 1 : -1}, {}};
    if (!std::holds_alternative<Written>(book.act(adjust, {4, 4}, Instant{1}))) std::exit(1);
    if (part.records.size() < static_cast<std::size_t>(batch_size)) continue;
    part.expected_seq = head.seq;
    head = head_after(part.records.back());
    if (!std::holds_alternative<Committed>(store.commit({&part, 1}))) std::exit(1);
    part.records.clear();
  }
}

void restarts(bench::Table& table, const Folder& folder) {
  constexpr std::uint64_t kEvents = 1'000'000;
  const std::string path = (folder.path / "million.db").string();
  auto store = open_store(path);
  fill(*store, kEvents, 64);
  StoreLog log(*store);
  MemoryLog memory;
  std::vector<Record> records;
  (void)store->read(kStream, 1, [&](const Record& record) {
    records.push_back(record);
    return true;
  });
  const auto events = static_cast<double>(last_seq(records.back()));
  table.compare(
      "replay of a million events",
      {"fold from memory",
       [&] { return bench::timed([&] { bench::keep(fold(records, kStream)); }); }},
      {"fold from SQLite", [&] { return bench::timed([&] { bench::keep(fold(log, kStream)); }); }},
      events, 0.5);
  const auto start = [&] {
    return bench::timed([&] {
             store.reset();
             store = open_store(path);
             if (!restart(*store, kStream).ok()) std::exit(1);
           }) /
           1e6;
  };
  char text[128];
  (void)start();
  std::snprintf(text, sizeof text, "start-up, every hash recomputed: %.0f ms (goal 3000)", start());
  table.note(text);
  if (!keep_snapshot(*store, kStream, *restart(*store, kStream)).ok()) std::exit(1);
  (void)start();
  std::snprintf(text, sizeof text, "start-up from a snapshot: %.0f ms (goal 300)", start());
  table.note(text);
}

}  // namespace

int main(int argc, char** argv) {
  bench::Table table("commit", argc, argv);
  const Folder folder;
  commits(table, folder, false);
  commits(table, folder, true);
  restarts(table, folder);
  return table.finish();
}
