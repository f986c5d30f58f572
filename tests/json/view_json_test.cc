#include "libauction/adapters/json/view.h"

#include <nlohmann/json.hpp>

#include "tests/auction/table.h"
#include "tests/catch.h"

using namespace auction;
using nlohmann::json;

namespace {

json seen(const AuctionTable& table, ManagerSlot viewer) {
  const std::string text = to_json(view(table.state, viewer, table.now), *table.state.setup);
  return json::parse(text);
}

}  // namespace

TEST_CASE("a view tells an open lot with names, prices and limits") {
  AuctionTable table;
  table.begin();
  table.bid(reds, 1, 5'000'000);
  table.wait(1'000);
  const json view = seen(table, blues);
  CHECK(view["status"] == "running");
  CHECK(view["phase"] == "lot_open");
  CHECK(view["reason"].is_null());
  CHECK(view["viewer"] == 1);
  REQUIRE(view["lots"].size() == 1);
  const json& lot = view["lots"][0];
  CHECK(lot["lotNumber"] == 1);
  CHECK(lot["asset"] == json::parse(R"({"asset":0,"externalId":"A","name":"A"})"));
  CHECK(lot["currentBid"] == 5'000'000);
  CHECK(lot["leader"] == 0);
  CHECK(lot["nextBid"] == 5'100'000);
  CHECK(lot["remainingMs"] == 29'000);
  CHECK(lot["bids"][0]["manager"] == 0);
  CHECK(lot["maxBids"].size() == 3);
  CHECK(view["managers"][2]["label"] == "Greens");
  CHECK(view["upcoming"].size() == 3);
}

TEST_CASE("a view tells what was sold, for how much and how") {
  AuctionTable table;
  table.begin();
  table.bid(reds, 1, 5'000'000);
  table.wait(30'000);
  const json view = seen(table, kNoManager);
  CHECK(view["phase"] == "gap");
  CHECK(view["opensAt"].is_number());
  CHECK(view["viewer"].is_null());
  REQUIRE(view["closed"].size() == 1);
  CHECK(view["closed"][0]["outcome"] == "sold");
  CHECK(view["closed"][0]["how"] == "hammer");
  CHECK(view["closed"][0]["price"] == 5'000'000);
  CHECK(view["managers"][0]["squad"][0]["asset"]["externalId"] == "A");
  CHECK(view["managers"][0]["slotsLeft"] == 2);
  CHECK(view["progress"]["sold"] == 1);
}

TEST_CASE("a view of a lot without a bid, and of an unsold one") {
  AuctionTable table;
  table.begin();
  CHECK(seen(table, reds)["lots"][0]["currentBid"].is_null());
  CHECK(seen(table, reds)["lots"][0]["leader"].is_null());
  table.wait(30'000);
  CHECK(seen(table, reds)["closed"][0]["outcome"] == "unsold");
  CHECK(seen(table, reds)["closed"][0]["price"].is_null());
  CHECK(seen(table, reds)["closed"][0]["winner"].is_null());
}
