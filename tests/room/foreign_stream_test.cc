// A house over a store that holds more than auctions.
#include "libauction/log/book.h"
#include "libauction/log/league_machine.h"
#include "libauction/log/store_log.h"
#include "tests/catch.h"
#include "tests/faults/hall.h"
#include "tests/league/small_league.h"
#include "tests/support/small_auction.h"

namespace auction {

TEST_CASE("a league in the store is none of the house's rooms, and does no harm") {
  constexpr StreamId kLeague = stream_of(kSmallLeague);
  Hall hall;
  const StreamId room = hall.create(small_setup("pilot-football"));
  StoreLog log(hall.store);
  BookOf<LeagueMachine> book(log, hall.salts, kLeague);
  REQUIRE(std::holds_alternative<Written>(book.act_as_host(small_league(), hall.now)));

  CHECK(hall.ask(kLeague, kAda, Pause{}).verdict == Verdict::kUnknownStream);
  hall.restart();
  CHECK(hall.ear.quarantines.empty());
  CHECK(hall.house->shown(kLeague) == nullptr);
  REQUIRE(hall.house->shown(room) != nullptr);
  CHECK(hall.ask(kLeague, kAda, Pause{}).verdict == Verdict::kUnknownStream);
  CHECK(hall.ask(room, commissioner_id(), Cancel{}).verdict == Verdict::kAccepted);
  CHECK(hall.ear.wrong == "");
  CHECK(std::get<Head>(hall.store.head(kLeague)) == book.head());
}

}  // namespace auction
