// Rot and tampering: many ways to change a store's file, each seen or proved harmless. `./run prove
// tamper` tries 100,000.
//
// Harmless means: everything that can be read from the store is as it was. A tail that was cut off
// cannot be seen in the file; it must differ from the head that was published. A log beside the
// file is read up to its first bad frame: what is left must be the first of the commits, whole, and
// the published head differs again, unless the commits cut off were refusals alone.
//
//   tamper [--changes N] [--seed S]
#include <sqlite3.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>

#include "tests/storage/disk.h"
#include "tests/storage/ledger.h"

namespace auction {
namespace {

constexpr const char* kFile = "auctions.db";
constexpr const char* kLog = "auctions.db-wal";
constexpr std::int64_t kLogBytes = 256 << 10;  // enough for all commits: none is moved out of it

// All that can be read.
struct Contents {
  std::vector<StreamId> streams;
  std::map<StreamId, std::vector<Record>> records;
  std::map<StreamId, std::vector<std::optional<StoredAnswer>>> answers;

  bool operator==(const Contents&) const = default;
};

enum class Seen { kDetected, kByPublishedHead, kRefusalsCut, kHarmless, kMissed };

SqliteOptions options(bool create, std::int64_t wal_bytes = 0) {
  return {.create = create, .wal_bytes = wal_bytes, .vfs = kDiskVfs};
}

bool read_all(SqliteStore& store, Contents& out) {
  const StreamsAnswer streams = store.streams();
  if (!std::holds_alternative<std::vector<StreamId>>(streams)) return false;
  out.streams = std::get<std::vector<StreamId>>(streams);
  for (std::size_t i = 0; i < Ledger::kStreams; ++i) {
    const StreamId stream = Ledger::stream(i);
    const HeadAnswer head = store.read(stream, 1, [&](const Record& record) {
      out.records[stream].push_back(record);
      return true;
    });
    if (!std::holds_alternative<Head>(head)) return false;
    for (std::uint64_t n = 1; n < 40; ++n) {
      const FoundAnswer found = store.find_answer(stream, {0xc0ffee, n});
      if (std::holds_alternative<StorageFailure>(found)) return false;
      out.answers[stream].push_back(std::get<std::optional<StoredAnswer>>(found));
    }
  }
  return true;
}

// Whether everything that was found is there in the truth, and at its beginning.
bool begins(const Contents& truth, const Contents& found) {
  for (const auto& [stream, records] : found.records) {
    const auto all = truth.records.find(stream);
    if (all == truth.records.end() || records.size() > all->second.size()) return false;
    if (!std::equal(records.begin(), records.end(), all->second.begin())) return false;
  }
  for (const auto& [stream, answers] : found.answers) {
    const auto& all = truth.answers.at(stream);
    for (std::size_t i = 0; i < answers.size(); ++i) {
      if (answers[i] && answers[i] != all[i]) return false;
    }
  }
  return true;
}

class Vandal {
 public:
  explicit Vandal(std::uint64_t seed) : chance_(seed) {
    const Mounted mounted(original_);
    auto store = SqliteStore::open(kFile, options(true, kLogBytes));
    if (!store.ok()) std::abort();
    for (int i = 0; i < 8; ++i) {
      const auto batch = ledger_.draw(chance_);
      ledger_.tried(batch);
      if (!std::holds_alternative<Committed>((*store)->commit(batch))) std::abort();
    }
    if (!(*store)->keep_snapshot(Ledger::stream(3), ledger_.snapshot(Ledger::stream(3))).ok()) {
      std::puts("no snapshot in this store");
    }
    if (!read_all(**store, truth_)) std::abort();
    original_.tape.clear();
    running_ = original_;
    store->reset();
    original_.tape.clear();
  }

  // The log of a process that died, with nothing moved into the database yet.
  Seen change_log() {
    Disk disk = running_;
    std::string& bytes = disk.live.contents[disk.live.names.at(kLog)];
    const auto at = static_cast<std::size_t>(chance_.below(bytes.size()));
    bytes[at] ^= static_cast<char>(1u << chance_.below(8));
    const Mounted mounted(disk);
    auto store = SqliteStore::open(kFile, options(false));
    if (!store.ok() || !(*store)->verify().ok()) return Seen::kDetected;
    std::string why;
    const std::optional<std::size_t> commits = ledger_.count_in(**store, why);
    if (!commits) return Seen::kMissed;
    if (*commits == ledger_.batches()) return Seen::kHarmless;
    return heads_differ(**store) ? Seen::kByPublishedHead : Seen::kRefusalsCut;
  }

  // A bit, a byte, a page's worth of zeros, two pages swapped, or the end of the file cut off.
  Seen change_bytes() {
    Disk disk = original_;
    std::string& bytes = disk.live.contents[disk.live.names[kFile]];
    const auto anywhere = [&] { return static_cast<std::size_t>(chance_.below(bytes.size())); };
    const std::uint64_t luck = chance_.below(100);
    if (luck < 80) {
      bytes[anywhere()] ^= static_cast<char>(1u << chance_.below(8));
    } else if (luck < 88) {
      bytes[anywhere()] = static_cast<char>(chance_.next());
    } else if (luck < 92) {
      const std::size_t at = anywhere() / 512 * 512;
      std::memset(bytes.data() + at, 0, 512);
    } else if (luck < 96) {
      const std::size_t a = anywhere() / 4096 * 4096;
      const std::size_t b = anywhere() / 4096 * 4096;
      for (std::size_t i = 0; i < 4096; ++i) std::swap(bytes[a + i], bytes[b + i]);
    } else {
      bytes.resize(anywhere());
    }
    return judge(disk);
  }

  // With an SQL shell: the guards taken off, rows changed, the guards put back.
  Seen change_rows() {
    Disk disk = original_;
    {
      const Mounted mounted(disk);
      sqlite3* db = nullptr;
      sqlite3_open_v2(kFile, &db, SQLITE_OPEN_READWRITE, kDiskVfs);
      run(db, "PRAGMA locking_mode = EXCLUSIVE");
      std::vector<std::string> guards = take_guards(db);
      run(db, draw_edit().c_str());
      for (const std::string& guard : guards) run(db, guard.c_str());
      sqlite3_close(db);
    }
    return judge(disk);
  }

 private:
  static void run(sqlite3* db, const char* sql) {
    sqlite3_exec(db, sql, nullptr, nullptr, nullptr);
  }

  static std::vector<std::string> take_guards(sqlite3* db) {
    std::vector<std::string> guards;
    const auto keep = [](void* to, int, char** columns, char**) {
      static_cast<std::vector<std::string>*>(to)->push_back(columns[0]);
      return 0;
    };
    sqlite3_exec(db, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'", keep, &guards,
                 nullptr);
    for (const char* name : {"answers_follow", "answers_stay", "answers_stay_so", "commits_follow",
                             "commits_stay", "commits_stay_so"}) {
      run(db, (std::string("DROP TRIGGER ") + name).c_str());
    }
    return guards;
  }

  // ?: a row by chance; #: a byte's place; %: a small number.
  std::string draw_edit() {
    static constexpr std::array kEdits = {
        "UPDATE commits SET bytes = substr(bytes, 1, #) || x'5a' || substr(bytes, # + 2) WHERE ?c",
        "UPDATE commits SET bytes = substr(bytes, 1, #) WHERE ?c",
        "UPDATE commits SET head = randomblob(32) WHERE ?c",
        "UPDATE commits SET last_seq = last_seq + % WHERE ?c",
        "UPDATE commits SET first_seq = first_seq + % WHERE ?c",
        "UPDATE commits SET stream = randomblob(16) WHERE ?c",
        "UPDATE commits SET answers = answers + % WHERE ?c",
        "UPDATE commits SET bytes = (SELECT bytes FROM commits WHERE ?c) WHERE ?c",
        "DELETE FROM commits WHERE ?c",
        "INSERT INTO commits SELECT stream, last_seq + 1, last_seq + 1, head, answers, bytes FROM "
        "commits WHERE ?c",
        "UPDATE answers SET answer = randomblob(%) WHERE ?a",
        "UPDATE answers SET payload = randomblob(32) WHERE ?a",
        "UPDATE answers SET command = randomblob(16) WHERE ?a",
        "UPDATE answers SET seal = randomblob(16) WHERE ?a",
        "UPDATE answers SET stream = randomblob(16) WHERE ?a",
        "UPDATE answers SET (payload, answer, seal) = (SELECT payload, answer, seal FROM answers "
        "WHERE ?a) WHERE ?a",
        "DELETE FROM answers WHERE ?a",
        "DELETE FROM answers WHERE n > %",
        "UPDATE snapshots SET state = randomblob(64)",
        "UPDATE snapshots SET seq = seq + %",
        "DELETE FROM snapshots",
        "CREATE VIEW planted AS SELECT * FROM commits",
        "CREATE TRIGGER planted AFTER INSERT ON commits BEGIN DELETE FROM snapshots; END",
        "CREATE INDEX planted ON commits(last_seq)",
        "DROP TABLE snapshots",
        "PRAGMA application_id = %",
        "PRAGMA user_version = %",
    };
    std::string sql;
    const std::string_view edit = kEdits[static_cast<std::size_t>(chance_.below(kEdits.size()))];
    const std::string place = std::to_string(chance_.below(400));
    for (std::size_t i = 0; i < edit.size(); ++i) {
      if (edit[i] == '?') {
        const std::string offset = std::to_string(chance_.below(20));
        sql += edit[++i] == 'c' ? "(stream, first_seq) IN (SELECT stream, first_seq FROM commits "
                                  "LIMIT 1 OFFSET " +
                                      offset + ")"
                                : "n = " + offset;
      } else if (edit[i] == '#') {
        sql += place;
      } else if (edit[i] == '%') {
        sql += std::to_string(chance_.below(20));
      } else {
        sql += edit[i];
      }
    }
    return sql;
  }

  Seen judge(Disk& disk) {
    const Mounted mounted(disk);
    auto store = SqliteStore::open(kFile, options(false));
    if (!store.ok() || !(*store)->verify().ok()) return Seen::kDetected;
    Contents found;
    if (!read_all(**store, found)) return Seen::kDetected;
    if (!begins(truth_, found)) return Seen::kMissed;
    if (heads_differ(**store)) return Seen::kByPublishedHead;
    const auto snapshot = (*store)->find_snapshot(Ledger::stream(3));
    if (found == truth_ && snapshot.ok() && is_sound(*snapshot)) return Seen::kHarmless;
    return Seen::kMissed;
  }

  bool heads_differ(SqliteStore& store) const {
    for (std::size_t i = 0; i < Ledger::kStreams; ++i) {
      const StreamId stream = Ledger::stream(i);
      const auto kept = truth_.records.find(stream);
      const Head head =
          kept == truth_.records.end() ? genesis(stream) : head_after(kept->second.back());
      if (std::get<Head>(store.head(stream)) != head) return true;
    }
    return false;
  }

  static bool is_sound(const std::optional<Snapshot>& snapshot) {
    return !snapshot || std::equal(snapshot->head.hash.bytes.begin(),
                                   snapshot->head.hash.bytes.end(), snapshot->state.begin());
  }

  SplitMix64 chance_;
  Ledger ledger_;
  Disk original_;
  Disk running_;  // before it was closed
  Contents truth_;
};

int prove(std::uint64_t changes, std::uint64_t seed) {
  std::array<unsigned long long, 5> counts{};
  Vandal vandal(seed);
  for (std::uint64_t i = 1; i <= changes; ++i) {
    if (i % 5'000 == 0) vandal = Vandal(seed + i);
    const Seen seen = i % 4 == 0    ? vandal.change_rows()
                      : i % 25 == 1 ? vandal.change_log()
                                    : vandal.change_bytes();
    ++counts[static_cast<std::size_t>(seen)];
    if (seen == Seen::kMissed) {
      std::printf("missed: change %llu of seed %llu\n", static_cast<unsigned long long>(i),
                  static_cast<unsigned long long>(seed));
    }
  }
  std::printf(
      "%llu changes: %llu detected, %llu by the published head, %llu cut off refusals alone, %llu "
      "proved harmless, %llu missed\n",
      static_cast<unsigned long long>(changes), counts[0], counts[1], counts[2], counts[3],
      counts[4]);
  return counts[4] == 0 ? 0 : 1;
}

}  // namespace
}  // namespace auction

int main(int argc, char** argv) {
  std::uint64_t changes = 20'000;
  std::uint64_t seed = 1;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--changes") == 0) changes = std::strtoull(argv[i + 1], nullptr, 10);
    if (std::strcmp(argv[i], "--seed") == 0) seed = std::strtoull(argv[i + 1], nullptr, 10);
  }
  return auction::prove(changes, seed);
}
