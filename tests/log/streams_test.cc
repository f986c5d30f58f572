// Auctions, seasons and leagues in one store, by one machinery: written, verified, replayed.
#include "libauction/log/book.h"
#include "libauction/log/league_machine.h"
#include "libauction/log/memory_store.h"
#include "libauction/log/season_machine.h"
#include "libauction/log/secrecy.h"
#include "libauction/log/store_log.h"
#include "libauction/replay/verify.h"
#include "tests/catch.h"
#include "tests/league/small_league.h"
#include "tests/season/small_season.h"
#include "tests/support/small_auction.h"

namespace auction {
namespace {

constexpr Instant kThen{1'000'000};
constexpr StreamId kLeague = stream_of(kSmallLeague);
constexpr StreamId kSeason = stream_of(SeasonId{5, 5});

// One of each, in a store.
struct Shelf {
  Shelf() {
    REQUIRE(wrote(league.act_as_host(small_league(), kThen)));
    REQUIRE(wrote(league.act(MakeInvite{invite_hash(kSmallLeague, "sesame")}, kAda, kThen)));
    REQUIRE(wrote(league.act(AcceptInvite{"sesame", "Blues"}, kBen, kThen + Millis{5})));

    SeasonSetup setup = small_setup();
    setup.season = {5, 5};
    REQUIRE(wrote(season.act_as_host(CreateSeason{Shared<SeasonSetup>(setup)}, kThen)));
    const ImportFixtures fixtures{{row(day(1), "ARS", "INT"), row(day(2), "INM", "PSG")}};
    REQUIRE(wrote(season.act_with(fixtures, as_commissioner(kThen), kAda)));

    const Setup auction = small_setup("pilot-football");
    room = stream_of(auction.auction);
    Book book(log, salts, room);
    REQUIRE(std::holds_alternative<Written>(start_auction(book, auction, 3, kThen)));
  }

  template <class Answer>
  static bool wrote(const Answer& answer) {
    return std::holds_alternative<Written>(answer) && std::get<Written>(answer).count > 0;
  }

  MemoryStore store;
  StoreLog log{store};
  SeededSalts salts{1};
  BookOf<LeagueMachine> league{log, salts, kLeague};
  BookOf<SeasonMachine> season{log, salts, kSeason};
  StreamId room;
};

VerifyReport verified(EventLog& log, StreamId stream) {
  return std::get<VerifyReport>(verify(log, stream));
}

}  // namespace

TEST_CASE("leagues and seasons are records in the chain like any auction") {
  Shelf shelf;
  CHECK(std::get<std::vector<StreamId>>(shelf.store.streams()).size() == 3);
  const auto records = shelf.store.records(kLeague);
  REQUIRE(records.size() == 3);
  CHECK(records[0].version == 513);
  CHECK(records[0].actor == kHostActor);
  CHECK(records[2].actor == kBen);
  CHECK(records[2].at == kThen + Millis{5});
  CHECK(shelf.store.records(kSeason)[1].version == 257);
  CHECK(shelf.store.records(kSeason)[1].count == 2);
  CHECK(shelf.store.records(shelf.room)[0].version == 1);
  CHECK(named_stream(records[0]) == kLeague);
  CHECK(named_stream(shelf.store.records(kSeason)[0]) == kSeason);
  CHECK(!named_stream(records[1]));
}

TEST_CASE("a replay gives the league and the season that were there") {
  Shelf shelf;
  const auto league = fold<LeagueMachine>(shelf.log, kLeague);
  CHECK(std::get<ReplayOf<LeagueMachine>>(league).state == shelf.league.state());
  CHECK(std::get<ReplayOf<LeagueMachine>>(league).head == shelf.league.head());
  const auto season = fold<SeasonMachine>(shelf.log, kSeason);
  CHECK(std::get<ReplayOf<SeasonMachine>>(season).state == shelf.season.state());
  const auto then = fold<LeagueMachine>(shelf.log, kLeague, 2);
  CHECK(std::get<ReplayOf<LeagueMachine>>(then).state.members.size() == 1);

  // And goes on from there.
  const auto& replay = std::get<ReplayOf<LeagueMachine>>(league);
  BookOf<LeagueMachine> book(shelf.log, shelf.salts, kLeague, replay.state, replay.head);
  CHECK(Shelf::wrote(book.act(HandOver{kBen}, kAda, kThen + Millis{9})));
  const auto late = shelf.league.act(RevokeInvite{1}, kAda, kThen + Millis{9});
  CHECK(std::holds_alternative<Conflict>(late));
}

TEST_CASE("a refusal writes nothing, whatever the machine") {
  Shelf shelf;
  const Head head = shelf.league.head();
  const auto no = shelf.league.act(RevokeInvite{1}, kBen, kThen);
  CHECK(std::get<LeagueRefusal>(no).reason == LeagueReason::kNotAllowed);
  CHECK(std::get<Head>(shelf.log.head(kLeague)) == head);
  // A season's rights stand in its league: the id alone has none.
  const auto stranger = shelf.season.act(ChangeBook{"mine", ""}, kAda, kThen);
  CHECK(std::get<SeasonRefusals>(stranger)[0].reason == SeasonReason::kNotAllowed);
}

TEST_CASE("verify tells the kinds apart by their first record") {
  Shelf shelf;
  const VerifyReport league = verified(shelf.log, kLeague);
  CHECK(league.ok());
  CHECK(league.kind == StreamKind::kLeague);
  CHECK(league.digest == content_digest(shelf.league.state()));
  const VerifyReport season = verified(shelf.log, kSeason);
  CHECK(season.ok());
  CHECK(season.kind == StreamKind::kSeason);
  CHECK(season.events == 3);
  CHECK(verified(shelf.log, shelf.room).kind == StreamKind::kAuction);
}

TEST_CASE("a changed record of a league is found") {
  Shelf shelf;
  const auto kept = shelf.store.records(kLeague);
  const auto fault_of = [&](std::size_t at, auto&& change) {
    std::vector<Record> records(kept.begin(), kept.end());
    change(records[at]);
    const VerifyReport report = verify(records, kLeague);
    return report.fault ? report.fault->what : "";
  };
  CHECK(fault_of(1, [](Record& r) { r.body.back() ^= 1; }) != "");
  CHECK(fault_of(1, [](Record& r) { r.version = 257; }) ==
        sentence(LinkFault::kHash));  // the kind is under the seal
  CHECK(fault_of(0, [](Record& r) { r.version = 1; }) == sentence(LinkFault::kHash));
  const auto sealed = [](Record& r) {
    r.version = 257;
    r.hash = link_hash(r);
  };
  CHECK(fault_of(2, sealed) == "the record is of another kind of stream (season)");
  CHECK(verify(kept, stream_of(LeagueId{7, 8})).fault->what == sentence(LinkFault::kPrev));
}

TEST_CASE("an event that cannot follow is a fault in a league's log, and no crash") {
  Shelf shelf;
  std::vector<Record> records(shelf.store.records(kLeague).begin(),
                              shelf.store.records(kLeague).end());
  const LeagueEvents impossible{MemberLeft{kDee, false}};
  records.push_back(
      seal<LeagueMachine>(head_after(records.back()), impossible, kThen + Millis{9}, kAda, {}));
  CHECK(verify(records, kLeague).fault->what.find("cannot follow") != std::string::npos);
  const LeagueEvents crowded{MemberEntered{kDee, "Reds", {}, false, 0}};
  records.back() =
      seal<LeagueMachine>(head_after(records[2]), crowded, kThen + Millis{9}, kAda, {});
  CHECK(verify(records, kLeague).fault->what ==
        "the events do not add up: two members have the same label");
}

TEST_CASE("an auction's reader refuses a league, and a league's an auction") {
  Shelf shelf;
  const auto fault = std::get<Fault>(fold(shelf.log, kLeague));
  CHECK(fault == Fault{1, "the record is of another kind of stream (league)"});
  CHECK(std::get<Fault>(fold<LeagueMachine>(shelf.log, shelf.room)).what ==
        "the record is of another kind of stream (auction)");
  Events events;
  CHECK(!decode_body(shelf.store.records(kSeason)[0], events));
  // The third event type of an auction can be secret; a season's third type is another one.
  RuleSet hidden;
  hidden.order.hidden = true;
  const SeasonEvents stranger{StrangerNoticed{"X"}};
  const Record record = seal<SeasonMachine>({}, stranger, kThen, kAda, {});
  CHECK(!is_secret(record, hidden, Status::kWaiting));
}

}  // namespace auction
