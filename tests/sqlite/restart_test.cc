// Restart from a snapshot: the same state as from the whole log, or the snapshot is passed over.
#include "libauction/adapters/sqlite/restart.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "tests/sqlite/folder.h"
#include "tests/support/small_auction.h"

namespace auction {
namespace {

class Desk {
 public:
  Desk() {
    kept = kept_auction(small_setup("pilot-football"), "*=valuing", 7);
    stream = stream_of(small_auction_id());
    const StreamBatch part{stream, 0, kept.records, {}};
    REQUIRE(std::holds_alternative<Committed>(store().commit({&part, 1})));
  }

  SqliteStore& store() {
    if (!store_) store_ = must(SqliteStore::open(path, small()));
    return *store_;
  }
  Replay restarted() {
    absl::StatusOr<Replay> replay = restart(store(), stream);
    REQUIRE(replay.ok());
    return *std::move(replay);
  }
  Replay at(std::size_t records) const {
    return std::get<Replay>(fold(std::span(kept.records).first(records), stream));
  }
  // By another program, while the store is closed.
  void edit(const std::string& sql) {
    store_.reset();
    SQLite::Database(path, SQLite::OPEN_READWRITE).exec(sql);
  }

  Folder folder;
  const std::string path = folder / "auctions.db";
  Kept kept;
  StreamId stream;

 private:
  std::unique_ptr<SqliteStore> store_;
};

bool same(const Replay& replay, const Kept& kept) {
  return replay.head == kept.head && state_digest(replay.state) == state_digest(kept.state);
}

}  // namespace

TEST_CASE("a restart from any snapshot comes to the state of the whole log") {
  Desk desk;
  CHECK(same(desk.restarted(), desk.kept));
  for (std::size_t records = 1; records <= desk.kept.records.size(); records += 7) {
    must(keep_snapshot(desk.store(), desk.stream, desk.at(records)));
    INFO(records << " of " << desk.kept.records.size());
    CHECK(same(desk.restarted(), desk.kept));
  }
}

TEST_CASE("a restart reads nothing that lies before its snapshot") {
  Desk desk;
  Replay marked = desk.at(desk.kept.records.size());
  marked.state.last_at = marked.state.last_at + Millis{1};  // as no record says
  must(keep_snapshot(desk.store(), desk.stream, marked));
  CHECK(desk.restarted().state.last_at == marked.state.last_at);
}

TEST_CASE("a snapshot that is damaged or of another place is passed over") {
  Desk desk;
  for (const char* sql :
       {"UPDATE snapshots SET state = zeroblob(length(state))",
        "UPDATE snapshots SET state = substr(state, 1, length(state) - 1)",
        "UPDATE snapshots SET state = x''", "UPDATE snapshots SET seq = seq + 1",
        "UPDATE snapshots SET head = zeroblob(32)", "UPDATE snapshots SET digest = zeroblob(32)",
        "UPDATE snapshots SET digest = x'00'"}) {
    INFO(sql);
    must(keep_snapshot(desk.store(), desk.stream, desk.at(desk.kept.records.size() / 2)));
    desk.edit(sql);
    CHECK_FALSE(desk.store().find_snapshot(desk.stream)->has_value());
    CHECK(same(desk.restarted(), desk.kept));
  }
}

TEST_CASE("a snapshot that holds no state, or one of another event, is passed over") {
  Desk desk;
  const Head head = desk.at(9).head;
  must(desk.store().keep_snapshot(desk.stream, {head, {1, 2, 3}}));
  CHECK(same(desk.restarted(), desk.kept));
  Snapshot other{head, {}};
  put(other.state, desk.at(8).state);
  must(desk.store().keep_snapshot(desk.stream, other));
  CHECK(same(desk.restarted(), desk.kept));
}

}  // namespace auction
