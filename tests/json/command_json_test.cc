#include "libauction/adapters/json/command.h"

#include "libauction/adapters/json/parse_internal.h"
#include "tests/auction/table.h"
#include "tests/catch.h"

using namespace auction;

namespace {

const CommandId kCommandId{0x0c00000000004000u, 0x8000000000000001u};

std::vector<Command> one_command_of_each() {
  const Note note = Shared<std::string>("line was down");
  return {
      PlaceBid{{8}, {13'000'000}, 141},
      PlaceBid{{8}, {}, 0},
      Create{Shared<Setup>(table_setup(pilot_rules()))},
      DrawOrder{seed_from(7)},
      Tick{},
      Recover{},
      Open{},
      Open{{1'760'640'000'000}, note},
      Begin{note},
      Pause{note},
      Resume{},
      Cancel{note},
      Extend{{8}, {10'000}, note},
      CloseNow{{8}, {}},
      PassLot{{8}, note},
      Retract{{8}, note},
      Assign{{3}, {1}, {0}, note},
      AdjustPurse{{1}, {-500}, {}},
      RequestLots{AssetList(std::vector<AssetSlot>{{1}, {2}})},
      VoidSale{{8}, true, note},
      VoidSale{{8}, false, {}},
      Reset{commitment(seed_from(7)), note},
      Reset{},
      End{note},
      Appoint{{1, 2}, note},
      Dismiss{{1, 2}, {}},
  };
}

}  // namespace

TEST_CASE("every command survives JSON") {
  std::vector<bool> seen(std::variant_size_v<Command>);
  for (const Command& command : one_command_of_each()) {
    for (const CommandId id : {kCommandId, CommandId{}}) {
      const std::string json = to_json(CommandMessage{command, id});
      CAPTURE(json);
      const auto read = command_from_json(json);
      CAPTURE(read.status());
      REQUIRE(read.ok());
      CHECK(read->id == id);
      CHECK(read->command.index() == command.index());
      CHECK(to_json(*read) == json);
    }
    seen[command.index()] = true;
  }
  for (const bool type_seen : seen) CHECK(type_seen);
}

TEST_CASE("commands look like this") {
  CHECK(to_json(CommandMessage{PlaceBid{{8}, {13'000'000}, 141}, kCommandId}) ==
        R"({"type":"PlaceBid","lotNumber":8,"amount":13000000,"expectedSeq":141,)"
        R"("commandId":"0c000000-0000-4000-8000-000000000001"})");
  CHECK(to_json(CommandMessage{PlaceBid{{8}, {}, 0}, {}}) ==
        R"({"type":"PlaceBid","lotNumber":8,"amount":null,"expectedSeq":null,"commandId":null})");
  CHECK(to_json(CommandMessage{VoidSale{{8}, false, {}}, {}}) ==
        R"({"type":"VoidSale","lotNumber":8,"reoffer":false,"note":null,"commandId":null})");
  CHECK(to_json(CommandMessage{Reset{}, {}}) ==
        R"({"type":"Reset","orderCommitment":null,"note":null,"commandId":null})");
  CHECK(to_json(CommandMessage{Appoint{{1, 2}, {}}, {}}) ==
        R"({"type":"Appoint","who":"00000000-0000-0001-0000-000000000002","note":null,)"
        R"("commandId":null})");
  CHECK(to_json(CommandMessage{Tick{}, {}}) == R"({"type":"Tick","commandId":null})");
}

TEST_CASE("what may be absent may be missing") {
  const auto bid = command_from_json(R"({"lotNumber":8,"type":"PlaceBid"})");
  REQUIRE(bid.ok());
  CHECK(std::get<PlaceBid>(bid->command).amount == Money{0});
  CHECK(bid->id.is_nil());
  const auto open = command_from_json(R"({"type":"Open"})");
  REQUIRE(open.ok());
  CHECK(std::get<Open>(open->command).at == kNever);
}

TEST_CASE("a large set-up is read where the host allows it") {
  Setup setup = table_setup(pilot_rules());
  Catalogue catalogue = *setup.catalogue;
  for (std::uint64_t i = 0; i < 1'000; ++i) {
    catalogue.assets.push_back({{9, i}, "x" + std::to_string(i), "X", "", {}, {}, {}});
  }
  setup.catalogue = Shared<Catalogue>(catalogue);
  const std::string json = to_json(CommandMessage{Create{Shared<Setup>(setup)}, kCommandId});
  CHECK_FALSE(command_from_json(json).ok());
  const auto read = command_from_json(json, kMaxSetupBytes);
  REQUIRE(read.ok());
  CHECK(*std::get<Create>(read->command).setup == setup);
}
