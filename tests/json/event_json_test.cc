#include <nlohmann/json.hpp>

#include "libauction/adapters/json/bid.h"
#include "libauction/adapters/json/event.h"
#include "libauction/adapters/json/setup.h"
#include "tests/auction/table.h"
#include "tests/catch.h"
#include "tests/draw/chance.h"

using namespace auction;

namespace {

Note note(const char* text) { return Shared<std::string>(text); }

Setup some_setup() {
  Setup setup = table_setup(*preset("ipl-2025"));
  Catalogue catalogue = *setup.catalogue;
  catalogue.assets[0].roles = {"WK", "BAT"};
  catalogue.assets[1].attributes = {{"a/b~c", "\"x\"\n"}, {"country", "India"}};
  setup.catalogue = Shared<Catalogue>(catalogue);
  setup.participants[1].retained = {{{2}, {400}}, {{0}, {0}}};
  setup.order_commitment = commitment(kSeed);
  return setup;
}

// One of each type, and a second where a field can be absent.
std::vector<Event> one_of_each() {
  Seed seed;
  seed.bytes[31] = 0xab;
  const AssetList list(std::vector<AssetSlot>{{3}, {0}, {65'535}});
  return {
      AuctionCreated{Shared<Setup>(some_setup())},
      AuctionCreated{Shared<Setup>()},
      RetentionCharged{blues, {5'700}, {6'900}},
      LotsOrdered{Shared<Seed>(seed), list},
      AuctionOpened{},
      AuctionOpened{{1'760'640'000'000}, note("tea \"break\"")},
      AuctionBegan{128, {}},
      LotOpened{{8}, {3}, {30}, {1'760'640'030'000}, kNever},
      LotOpened{{8}, {3}, {30}, {-5}, {9}},
      BidPlaced{{8}, blues, {12'000'000}},
      BidPlaced{{UINT32_MAX}, {254}, kMaxMoney},
      ClockExtended{{8}, {1'760'640'030'000}},
      LotSold{{8}, reds, {0}, How::kAssigned, note("é")},
      LotUnsold{{8}, How::kPassed, true, {}},
      LotPassed{{8}, {3}, false},
      LotAssigned{{8}, {3}, greens, {5}, {}},
      LotWithdrawn{{8}},
      OpeningScheduled{{7}},
      RoundStarted{2, 3, list},
      RequestsOpened{{7}},
      LotsRequested{reds, AssetList()},
      AuctionPaused{note("")},
      AuctionResumed{{5'000}, {}},
      Recovered{{7}},
      LotExtended{{8}, {7}, {}},
      BidRetracted{{8}, 0, kNoManager, {0}, {7}, note("typing error")},
      BidRetracted{{8}, 2, reds, {5}, {7}, {}},
      PurseAdjusted{reds, {-500}, {}},
      AuctionCompleted{EndReason::kAllSquadsFull},
      AuctionCompleted{},
      AuctionCancelled{note("rain")},
      AuctionCompleted{EndReason::kEndedByCommissioner},
      SaleVoided{{8}, true, note("typing error")},
      AuctionReset{commitment(seed_from(7)), {}},
      EndCalled{note("the hall closes")},
      LotSkipped{{9}, {3}},
      CommissionerAppointed{{1, 2}, {}},
      CommissionerDismissed{{1, 2}, note("back again")},
  };
}

}  // namespace

TEST_CASE("every event survives JSON") {
  std::vector<bool> seen(kEventTypes + 1u);
  for (const Event& event : one_of_each()) {
    const std::string json = to_json(event);
    CAPTURE(json);
    const auto read = event_from_json(json);
    CAPTURE(read.status());
    REQUIRE(read.ok());
    CHECK(*read == event);
    CHECK(nlohmann::json::parse(json)["type"] == std::string(type_name(event)));
    seen[type_number(event)] = true;
  }
  for (std::uint16_t number = 1; number <= kEventTypes; ++number) CHECK(seen[number]);
}

TEST_CASE("events look like this") {
  CHECK(to_json(Event(BidPlaced{{8}, blues, {12'000'000}})) ==
        R"({"type":"BidPlaced","lotNumber":8,"manager":1,"amount":12000000})");
  CHECK(to_json(Event(ClockExtended{{8}, {1'760'640'030'000}})) ==
        R"({"type":"ClockExtended","lotNumber":8,"endsAt":1760640030000})");
  CHECK(to_json(Event(AuctionOpened{})) ==
        R"({"type":"AuctionOpened","beginsAt":null,"note":null})");
  CHECK(to_json(Event(BidRetracted{{8}, 0, kNoManager, {0}, {7}, note("x")})) ==
        R"({"type":"BidRetracted","lotNumber":8,"bidsLeft":0,"leader":null,"price":0,)"
        R"("endsAt":7,"note":"x"})");
  CHECK(to_json(Event(SaleVoided{{8}, true, note("x")})) ==
        R"({"type":"SaleVoided","lotNumber":8,"willReoffer":true,"note":"x"})");
  CHECK(to_json(Event(CommissionerAppointed{{1, 2}, {}})) ==
        R"({"type":"CommissionerAppointed","who":"00000000-0000-0001-0000-000000000002",)"
        R"("note":null})");
  CHECK(to_json(Event(AuctionCompleted{})) ==
        R"({"type":"AuctionCompleted","reason":"all_lots_done"})");
  CHECK(to_json(Event(LotUnsold{{8}, How::kClosedByCommissioner, true, {}})) ==
        R"({"type":"LotUnsold","lotNumber":8,"how":"closed_by_commissioner",)"
        R"("willReoffer":true,"note":null})");
}

TEST_CASE("a set-up survives JSON, attributes in any order") {
  const Setup setup = some_setup();
  const std::string json = to_json(setup);
  const auto read = setup_from_json(json);
  REQUIRE(read.ok());
  CHECK(*read == setup);
  nlohmann::ordered_json turned = nlohmann::ordered_json::parse(json);
  turned["assets"][1]["attributes"] = {{"country", "India"}, {"a/b~c", "\"x\"\n"}};
  CHECK(*setup_from_json(turned.dump()) == setup);
}

TEST_CASE("the hot writers write what the general ones write") {
  Chance chance(3);
  JsonBuffer buffer;
  for (int i = 0; i < 5'000; ++i) {
    const auto lot = static_cast<std::uint32_t>(chance.between(0, INT64_C(1) << 32) - 1);
    const ManagerSlot manager{static_cast<std::uint8_t>(chance.between(0, 255))};
    const Money amount{chance.between(0, kMaxMoney.units) >> chance.between(0, 52)};
    const BidPlaced bid{{lot}, manager, amount};
    REQUIRE(to_json(bid, buffer) == to_json(Event(bid)));
    const ClockExtended clock{{lot}, chance.one_in(9) ? kNever : Instant{-amount.units}};
    REQUIRE(to_json(clock, buffer) == to_json(Event(clock)));
  }
}

TEST_CASE("text that is not UTF-8 is written as replacement characters") {
  const std::string json =
      to_json(Event(AuctionPaused{note("a\xff"
                                       "b\xc3")}));
  CHECK(json ==
        "{\"type\":\"AuctionPaused\",\"note\":\"a\xef\xbf\xbd"
        "b\xef\xbf\xbd\"}");
}

TEST_CASE("every text is written as nlohmann/json reads it") {
  Chance chance(5);
  for (int i = 0; i < 3'000; ++i) {
    std::string text;
    for (std::size_t n = chance.below(12); n > 0; --n) {
      constexpr std::string_view kPieces[] = {"a", "\"", "\\", "/",  "\n", "\x1f", "\x7f",
                                              "é", "₹",  "😀", "\t", "\b", "\f",   "\r"};
      text += kPieces[chance.below(std::size(kPieces))];
    }
    const std::string json = to_json(Event(AuctionPaused{note(text.c_str())}));
    REQUIRE(nlohmann::json::parse(json)["note"] == text);
  }
}
