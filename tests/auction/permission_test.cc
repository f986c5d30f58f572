#include <map>

#include "tests/auction/table.h"
#include "tests/catch.h"

using namespace auction;

namespace {

struct Who {
  const char* name;
  Actor actor;
};

const Who kEverybody[] = {{"host", kHost},
                          {"commissioner", kTheCommissioner},
                          {"Reds", manager_at(reds)},
                          {"stranger", Actor{}}};

const AssetList kNone;

struct Row {
  const char* name;
  Command command;
  const char* allowed;  // who may: the name, or "anybody" where a bid's own rules decide
};

const Row kCommands[] = {
    {"Create", Create{}, "host"},
    {"DrawOrder", DrawOrder{}, "host"},
    {"Tick", Tick{}, "host"},
    {"Recover", Recover{}, "host"},
    {"Open", Open{}, "commissioner"},
    {"Begin", Begin{}, "commissioner"},
    {"Pause", Pause{}, "commissioner"},
    {"Resume", Resume{}, "commissioner"},
    {"Cancel", Cancel{}, "commissioner"},
    {"Extend", Extend{{1}, {1'000}, {}}, "commissioner"},
    {"CloseNow", CloseNow{{1}, {}}, "commissioner"},
    {"PassLot", PassLot{{1}, {}}, "commissioner"},
    {"Retract", Retract{{1}, {}}, "commissioner"},
    {"Assign", Assign{{0}, reds, {0}, {}}, "commissioner"},
    {"AdjustPurse", AdjustPurse{reds, {1}, {}}, "commissioner"},
    {"VoidSale", VoidSale{{1}, false, {}}, "commissioner"},
    {"Reset", Reset{}, "commissioner"},
    {"End", End{}, "commissioner"},
    {"Appoint", Appoint{{9, 9}, {}}, "commissioner"},
    {"Dismiss", Dismiss{{9, 9}, {}}, "commissioner"},
    {"RequestLots", RequestLots{kNone}, "Reds"},
};

// One auction in each status.
std::vector<AuctionTable> every_status() {
  std::vector<AuctionTable> tables(6);
  tables[0] = AuctionTable();
  for (std::size_t i = 1; i < tables.size(); ++i) tables[i].act(Open{}, kTheCommissioner);
  for (std::size_t i = 2; i < tables.size(); ++i) tables[i].act(Begin{}, kTheCommissioner);
  tables[3].act(Pause{}, kTheCommissioner);
  tables[4].act(Cancel{}, kTheCommissioner);
  for (int i = 0; i < 20; ++i) tables[5].wait(40'000);
  CHECK(tables[5].state.status == Status::kCompleted);
  return tables;
}

}  // namespace

TEST_CASE("who may not is told so, in every status and before anything else") {
  for (const AuctionTable& table : every_status()) {
    for (const Row& row : kCommands) {
      for (const Who& who : kEverybody) {
        AuctionTable copy = table;
        const std::string answer = copy.act(row.command, who.actor);
        CAPTURE(row.name, who.name, word(table.state.status), answer);
        CHECK((answer == "not_allowed") == (std::string(who.name) != row.allowed));
      }
    }
  }
}

TEST_CASE("what a status does not know is wrong_state") {
  const std::vector<AuctionTable> tables = every_status();
  //                          set_up waiting running paused cancelled completed
  const std::map<std::string, std::string> allowed{
      {"Open", "x....."},        {"Begin", ".x...."},   {"Pause", "..x..."},
      {"Resume", "...x.."},      {"Cancel", "xxxx.."},  {"Extend", "..xx.."},
      {"CloseNow", "..xx.."},    {"PassLot", "..xx.."}, {"Assign", ".xxx.."},
      {"AdjustPurse", ".xxx.."}, {"Reset", ".xxx.x"},   {"End", "..xx.."},
      {"Appoint", "xxxx.x"},
  };
  for (const Row& row : kCommands) {
    if (!allowed.contains(row.name)) continue;
    for (std::size_t i = 0; i < tables.size(); ++i) {
      AuctionTable copy = tables[i];
      CAPTURE(row.name, word(tables[i].state.status));
      CHECK((copy.act(row.command, kTheCommissioner) == "accepted") ==
            (allowed.at(row.name)[i] == 'x'));
    }
  }
}

TEST_CASE("the door knows managers and commissioners by id, and strangers by nothing") {
  const AuctionTable table;
  CHECK(actor_of(table.state, ActorId{3, 2}).seat == blues);
  CHECK(actor_of(table.state, ActorId{4, 1}).commissioner);
  CHECK(actor_of(table.state, ActorId{9, 9}).seat == kNoManager);
  CHECK_FALSE(actor_of(table.state, ActorId{9, 9}).commissioner);
  CHECK_FALSE(actor_of(table.state, ActorId{3, 2}).host);
}

TEST_CASE("a note is kept, and one of more than 200 bytes is refused with the limit") {
  AuctionTable table;
  table.begin();
  const auto refused = decide(table.state, Pause{Shared<std::string>(std::string(201, 'x'))},
                              {kTheCommissioner, table.now}, table.events);
  REQUIRE(refused);
  CHECK(refused->reason == Reason::kOutOfRange);
  CHECK(refused->limit == 200);
  CHECK(table.act(Pause{Shared<std::string>(std::string(200, 'x'))}, kTheCommissioner) ==
        "accepted");
}
