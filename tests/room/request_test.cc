// What makes two deliveries one wish: who asks, and every field of what is asked.
#include "libauction/room/request.h"

#include <algorithm>
#include <map>

#include "tests/catch.h"
#include "tests/support/small_auction.h"

namespace auction {
namespace {

Note note(std::string words) { return Shared<std::string>(std::move(words)); }

AssetList list(std::vector<AssetSlot> assets) { return AssetList(std::move(assets)); }

Digest filled(std::uint8_t byte) {
  Digest digest;
  digest.bytes.fill(byte);
  return digest;
}

Digest asked_by(ActorId actor, const Command& command, bool host = false) {
  Request request;
  request.actor = actor;
  request.host = host;
  request.command = command;
  return payload_digest(request);
}

// Each differs from one before it in one field, or is the first of its kind.
std::vector<Command> commands() {
  const LotNumber one{1}, two{2};
  const AssetSlot pele{0}, best{1};
  const ManagerSlot reds{0}, blues{1};
  return {
      PlaceBid{one, Money{5}},
      PlaceBid{two, Money{5}},
      PlaceBid{one, Money{6}},
      PlaceBid{one, Money{5}, 7},
      Create{Shared<Setup>(small_setup("pilot-football"))},
      Create{Shared<Setup>(small_setup("pilot-cricket"))},
      DrawOrder{Seed{}},
      DrawOrder{Seed{{1}}},
      Tick{},
      Recover{},
      Open{},
      Open{Instant{5}, {}},
      Open{kNever, note("late")},
      Begin{},
      Begin{note("")},
      Begin{note("all here")},
      Pause{},
      Pause{note("tea")},
      Resume{},
      Resume{note("tea")},
      Cancel{},
      Cancel{note("rain")},
      Extend{one, Millis{1000}, {}},
      Extend{two, Millis{1000}, {}},
      Extend{one, Millis{2000}, {}},
      Extend{one, Millis{1000}, note("slow line")},
      CloseNow{one, {}},
      CloseNow{two, {}},
      CloseNow{one, note("done")},
      PassLot{one, {}},
      PassLot{two, {}},
      PassLot{one, note("hurt")},
      Retract{one, {}},
      Retract{two, {}},
      Retract{one, note("misheard")},
      Assign{pele, reds, Money{5}, {}},
      Assign{best, reds, Money{5}, {}},
      Assign{pele, blues, Money{5}, {}},
      Assign{pele, reds, Money{6}, {}},
      Assign{pele, reds, Money{5}, note("by hand")},
      AdjustPurse{reds, Money{5}, {}},
      AdjustPurse{blues, Money{5}, {}},
      AdjustPurse{reds, Money{-5}, {}},
      AdjustPurse{reds, Money{5}, note("fine")},
      RequestLots{list({})},
      RequestLots{list({pele})},
      RequestLots{list({pele, best})},
      RequestLots{list({best, pele})},
      VoidSale{one, false, {}},
      VoidSale{two, false, {}},
      VoidSale{one, true, {}},
      VoidSale{one, false, note("injured")},
      Reset{filled(0), {}},
      Reset{filled(1), {}},
      Reset{filled(0), note("again")},
      End{},
      End{note("enough")},
      Appoint{actor_id(0), {}},
      Appoint{actor_id(1), {}},
      Appoint{actor_id(0), note("deputy")},
      Dismiss{actor_id(0), {}},
      Dismiss{actor_id(1), {}},
      Dismiss{actor_id(0), note("deputy")},
  };
}

}  // namespace

TEST_CASE("a command that differs in any field is another wish") {
  std::map<decltype(Digest::bytes), std::size_t> seen;
  std::size_t number = 0;
  for (const Command& command : commands()) {
    const Digest digest = asked_by(actor_id(0), command);
    const auto [found, fresh] = seen.emplace(digest.bytes, number);
    INFO("command " << number << " is the same wish as command " << found->second);
    CHECK(fresh);
    ++number;
  }
}

TEST_CASE("every kind of command is among them") {
  std::vector<bool> tried(std::variant_size_v<Command>);
  for (const Command& command : commands()) tried[command.index()] = true;
  CHECK(std::find(tried.begin(), tried.end(), false) == tried.end());
}

TEST_CASE("the same words of another actor, or of the host, are another wish") {
  const Command bid = PlaceBid{LotNumber{1}, Money{5}};
  const Digest reds = asked_by(actor_id(0), bid);
  CHECK(asked_by(actor_id(0), bid) == reds);
  CHECK_FALSE(asked_by(actor_id(1), bid) == reds);
  CHECK_FALSE(asked_by(actor_id(0), bid, true) == reds);
  CHECK(asked_by(actor_id(0), bid, true) == asked_by(actor_id(1), bid, true));
}

TEST_CASE("when it came, for whom and under which id changes no wish") {
  Request once;
  once.actor = actor_id(0);
  once.command = PlaceBid{LotNumber{1}, Money{5}};
  Request again = once;
  again.at = Instant{7};
  again.ticket = 7;
  again.id.lo = 7;
  again.stream.lo = 7;
  CHECK(payload_digest(again) == payload_digest(once));
}

}  // namespace auction
