// Leagues and seasons in the SQLite store: kept, verified, restarted from a snapshot.
#include "libauction/adapters/sqlite/restart.h"
#include "libauction/log/book.h"
#include "libauction/log/league_machine.h"
#include "libauction/log/store_log.h"
#include "tests/catch.h"
#include "tests/league/small_league.h"
#include "tests/sqlite/folder.h"

namespace auction {
namespace {

ReplayOf<LeagueMachine> restarted(SqliteStore& store, StreamId stream) {
  const auto replay = restart<LeagueMachine>(store, stream);
  INFO(replay.status().ToString());
  REQUIRE(replay.ok());
  return *replay;
}

}  // namespace

TEST_CASE("a league outlives its process, with a snapshot and without") {
  constexpr StreamId kLeague = stream_of(kSmallLeague);
  Folder folder;
  const auto open = [&] { return must(SqliteStore::open(folder / "auctions.db", small())); };
  SeededSalts salts{1};
  ReplayOf<LeagueMachine> live;
  {
    const auto store = open();
    StoreLog log(*store);
    BookOf<LeagueMachine> book(log, salts, kLeague);
    REQUIRE(std::holds_alternative<Written>(book.act_as_host(small_league(), Instant{5})));
    REQUIRE(restarted(*store, kLeague).state == book.state());
    must(keep_snapshot(*store, kLeague, ReplayOf<LeagueMachine>{book.state(), book.head()}));
    REQUIRE(std::holds_alternative<Written>(book.act(ChooseBook{"mine"}, kAda, Instant{6})));
    live = {book.state(), book.head()};
  }
  const auto store = open();
  must(store->verify());
  const auto again = restarted(*store, kLeague);
  CHECK(again.state == live.state);
  CHECK(again.head == live.head);
  CHECK(again.state.choices.book == "mine");
  CHECK(!restart(*store, kLeague).ok());  // as an auction it cannot be read
}

}  // namespace auction
