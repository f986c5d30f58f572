// What a store does not open, and what it does not do.
#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "libauction/adapters/sqlite/connection_internal.h"
#include "libauction/adapters/sqlite/file_internal.h"
#include "tests/sqlite/folder.h"
#include "tests/support/chains.h"

namespace auction {
namespace {

absl::Status opening(const std::string& path) { return SqliteStore::open(path, small()).status(); }

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void change(const std::string& path, const char* sql) {
  SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
}

void make_store(const std::string& path) { must(SqliteStore::open(path, small())); }

constexpr StreamId kStream{1, 2};

bool committed(SqliteStore& store, std::vector<Record> records) {
  const StreamBatch part{kStream, records.front().seq - 1, std::move(records), {}};
  return std::holds_alternative<Committed>(store.commit({&part, 1}));
}

}  // namespace

TEST_CASE("a store opens nothing that is not one, and changes nothing in it") {
  const Folder folder;
  SECTION("a directory, a pipe, a folder that is missing") {
    ::mkdir((folder / "d").c_str(), 0700);
    ::mkfifo((folder / "p").c_str(), 0600);
    CHECK(opening(folder / "d").code() == absl::StatusCode::kFailedPrecondition);
    CHECK(opening(folder / "p").code() == absl::StatusCode::kFailedPrecondition);
    CHECK(opening(folder / "none/a.db").code() == absl::StatusCode::kNotFound);
  }
  SECTION("a text, and the database of another program") {
    std::ofstream(folder / "t") << std::string(5000, 'x');
    change(folder / "o", "CREATE TABLE t(a)");
    for (const char* name : {"t", "o"}) {
      const std::string before = bytes_of(folder / name);
      CHECK(opening(folder / name).code() == absl::StatusCode::kFailedPrecondition);
      CHECK(bytes_of(folder / name) == before);
    }
  }
  SECTION("a file of a newer release") {
    make_store(folder / "a");
    change(folder / "a", "PRAGMA user_version = 2");
    CHECK(opening(folder / "a").message().find("format 2") != absl::string_view::npos);
  }
  SECTION("a planted trigger, view or index; a missing guard") {
    char name[] = "a";
    for (const char* sql :
         {"CREATE TRIGGER t AFTER INSERT ON commits BEGIN DELETE FROM snapshots; END",
          "CREATE VIEW v AS SELECT 1", "CREATE INDEX i ON commits(last_seq)",
          "DROP TRIGGER commits_stay"}) {
      const std::string path = folder / name;
      ++name[0];
      make_store(path);
      change(path, sql);
      CHECK(opening(path).code() == absl::StatusCode::kDataLoss);
    }
  }
  SECTION("a missing or empty file, when it must be there") {
    SqliteOptions options = small();
    options.create = false;
    std::ofstream(folder / "e");
    CHECK(absl::IsNotFound(SqliteStore::open(folder / "n", options).status()));
    CHECK(absl::IsNotFound(SqliteStore::open(folder / "e", options).status()));
  }
}

TEST_CASE("a name means a file, whatever SQLite would make of it") {
  const Folder folder;
  const auto store = must(SqliteStore::open(folder / "file:a.db?mode=memory", small()));
  CHECK(std::filesystem::exists(folder / "file:a.db?mode=memory"));
}

TEST_CASE("file systems of other machines are known by their numbers") {
  CHECK(is_network_file_system(0x6969));
  CHECK(is_network_file_system(0xff534d42));
  CHECK_FALSE(is_network_file_system(0xef53));      // ext4
  CHECK_FALSE(is_network_file_system(0x01021994));  // tmpfs
}

TEST_CASE("a second opening is refused, in this process and in another one") {
  const Folder folder;
  const std::string path = folder / "a.db";
  auto store = must(SqliteStore::open(path, small()));
  CHECK(absl::IsUnavailable(opening(path)));
  const pid_t pid = ::fork();
  if (pid == 0) ::_exit(absl::IsUnavailable(opening(path)) ? 0 : 1);
  int code = 1;
  ::waitpid(pid, &code, 0);
  CHECK(code == 0);
  CHECK(committed(*store, chain_of(kStream, {1})));
  store.reset();
  CHECK(opening(path).ok());
}

TEST_CASE("a store is not carried over a fork: the child is refused, and its end harms nothing") {
  const Folder folder;
  auto store = must(SqliteStore::open(folder / "a.db", small()));
  REQUIRE(committed(*store, chain_of(kStream, {1})));
  const pid_t pid = ::fork();
  if (pid == 0) {
    const bool refused = !committed(*store, {record_after(Head{1, {}}, 1)}) &&
                         !store->checkpoint().ok() && !store->reopen().ok();
    store.reset();
    ::_exit(refused ? 0 : 1);
  }
  int code = 1;
  ::waitpid(pid, &code, 0);
  CHECK(code == 0);
  CHECK(committed(*store, {record_after(std::get<Head>(store->head(kStream)), 1)}));
  must(store->verify());
}

TEST_CASE("records stay: neither an update nor a deletion gets past the guards") {
  const Folder folder;
  {
    auto store = must(SqliteStore::open(folder / "a.db", small()));
    REQUIRE(committed(*store, chain_of(kStream, {1, 1})));
  }
  for (const char* sql : {"DELETE FROM commits", "UPDATE commits SET head = x'00'",
                          "INSERT INTO commits SELECT stream, last_seq + 2, last_seq + 3, head, "
                          "answers, bytes FROM commits"}) {
    CHECK_THROWS_AS(change(folder / "a.db", sql), SQLite::Exception);
  }
  must(must(SqliteStore::open(folder / "a.db", small()))->verify());
}

TEST_CASE("a backup has the same heads, and is never written over something") {
  const Folder folder;
  auto store = must(SqliteStore::open(folder / "a.db", small()));
  REQUIRE(committed(*store, chain_of(kStream, {1, 4, 2})));
  must(store->backup(folder / "b.db"));
  CHECK(absl::IsAlreadyExists(store->backup(folder / "b.db")));
  REQUIRE(committed(*store, {record_after(std::get<Head>(store->head(kStream)), 1)}));
  const auto copy = must(SqliteStore::open(folder / "b.db", small()));
  CHECK(std::get<Head>(copy->head(kStream)) == head_after(chain_of(kStream, {1, 4, 2}).back()));
}

TEST_CASE("a release writes what its predecessor reads, until told otherwise") {
  const Folder folder;
  {
    auto store = must(SqliteStore::open(folder / "a.db", small()));
    std::vector<Record> chain = chain_of(kStream, {1});
    constexpr std::uint16_t kOfTheNextRelease[] = {0x002, 0x102, 0x202, 0x301};
    for (const std::uint16_t version : kOfTheNextRelease) {
      chain[0].version = version;
      CHECK_FALSE(committed(*store, chain));
    }
    CHECK(committed(*store, chain_of(kStream, {1})));
    CHECK(store->format() == kCreatedFormat);
  }
  // The next release knows format 2, and leaves the file as it is: back and forth to the same head.
  CHECK((*open_connection(folder / "a.db", small(), 2))->format == 1);
  auto store = must(SqliteStore::open(folder / "a.db", small()));
  CHECK(std::get<Head>(store->head(kStream)) == head_after(chain_of(kStream, {1})[0]));
  must(store->finalize_upgrade());
  CHECK(store->format() == kNewestFormat);
}

TEST_CASE("a snapshot stands on the chain or is not there") {
  const Folder folder;
  auto store = must(SqliteStore::open(folder / "a.db", small()));
  const std::vector<Record> chain = chain_of(kStream, {2, 3});
  REQUIRE(committed(*store, chain));
  const Snapshot snapshot{head_after(chain[0]), {1, 2, 3}};
  must(store->keep_snapshot(kStream, snapshot));
  CHECK(*store->find_snapshot(kStream) == snapshot);
  CHECK_FALSE(store->keep_snapshot(kStream, {{1, chain[0].hash}, {1}}).ok());
  CHECK_FALSE(store->keep_snapshot(kStream, {{5, chain[0].hash}, {1}}).ok());
  CHECK_FALSE(store->find_snapshot({9, 9})->has_value());
  store.reset();
  change(folder / "a.db", "UPDATE snapshots SET state = x'0102ff'");
  store = must(SqliteStore::open(folder / "a.db", small()));
  CHECK_FALSE(store->find_snapshot(kStream)->has_value());
}

}  // namespace auction
