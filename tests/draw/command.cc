#include "tests/draw/command.h"

#include <algorithm>

#include "libauction/auction/limit.h"
#include "libauction/auction/settle.h"
#include "tests/draw/setup.h"

namespace auction {
namespace {

// What most commands are about, drawn with a little nonsense among it.
struct Drawer {
  Chance& chance;
  const State& state;
  bool whole = true;

  ManagerSlot manager() {
    if (chance.one_in(30)) return {static_cast<std::uint8_t>(state.seats.size() + chance.below(3))};
    return {static_cast<std::uint8_t>(chance.below(state.seats.size()))};
  }

  AssetSlot asset() {
    const std::size_t over = chance.one_in(60) ? 3 : 0;
    return {static_cast<std::uint16_t>(chance.below(state.assets.size() + over))};
  }

  LotNumber lot() {
    if (state.open.empty() || chance.one_in(25)) {
      return {static_cast<std::uint32_t>(chance.below(state.lots.size() + 3))};
    }
    return state.open[chance.below(state.open.size())].number;
  }

  Note note() {
    if (!chance.one_in(20)) return std::nullopt;
    return Shared<std::string>(std::string(chance.one_of<std::size_t>({3, 200, 201}), 'x'));
  }

  Millis length() {
    if (chance.one_in(12)) return {chance.one_of<std::int64_t>({0, -1, 86'400'000, 86'400'001})};
    return {chance.between(1, 2 * state.rules->clock.lot_ms.count)};
  }

  Money least(const OpenLot& lot) { return lot.next_bid; }

  Money bid_amount(const OpenLot* lot, ManagerSlot bidder);
  Money any_amount();
  std::uint64_t guard(const OpenLot* lot);
  Command bid(ManagerSlot bidder);
  Command assign();
  std::optional<Command> impoverish();
  Command retract();
  Command adjust();
  Command request();
  Command of_commissioner();
  Command before_start();
  Command undo_sale();
  Command reset();
  ActorId person();
  Command later();
  Instant instant();
  Instant near(Instant edge) { return edge + Millis{chance.between(-1, 1)}; }
};

Money Drawer::any_amount() {
  switch (chance.below(5)) {
    case 0:
      return {chance.between(-2, 2)};
    case 1:
      if (chance.one_in(4)) return {chance.one_of({INT64_MAX, INT64_MAX - 1, INT64_MIN})};
      return kMaxMoney + Money{chance.between(-1, 1)};
    default:
      return {chance.between(0, state.rules->budget.units + 5)};
  }
}

Money Drawer::bid_amount(const OpenLot* lot, ManagerSlot bidder) {
  if (lot == nullptr || bidder.value >= state.seats.size()) return any_amount();
  const Standing standing = auction::standing(state, bidder, *lot);
  const Money step{chance.between(0, 12)};
  switch (chance.below(14)) {
    case 0:
      return least(*lot) - Money{1};
    case 1:
      return {0};
    case 2:
      return max_bid(state, bidder, *lot);
    case 3:
      return standing.limit + Money{chance.between(0, 1)};
    case 4:
      return standing.free + Money{chance.between(0, 1)};
    case 5:
      return any_amount();
    case 6:
      return rung_at_or_above(state.rules->english.ladder, least(*lot) + step);
    case 7:
      return least(*lot) + step;
    default:
      return least(*lot);
  }
}

std::uint64_t Drawer::guard(const OpenLot* lot) {
  if (lot == nullptr || !chance.one_in(5)) return 0;
  const std::uint64_t last = lot->last_bid_seq;
  return chance.one_of<std::uint64_t>({last, last, state.seq, last > 0 ? last - 1 : 0, 1});
}

Command Drawer::bid(ManagerSlot bidder) {
  const LotNumber number = lot();
  const OpenLot* open = find_open(state, number);
  const Money amount = bid_amount(open, bidder);
  return PlaceBid{number, amount, guard(open)};
}

Command Drawer::assign() {
  Assign assign{asset(), manager(), any_amount(), note()};
  if (!state.open.empty() && chance.one_in(2)) {
    assign.asset = state.open[chance.below(state.open.size())].asset;
  }
  if (assign.manager.value < state.seats.size() && chance.one_in(3)) {
    assign.price = state.seats[assign.manager.value].free + Money{chance.between(0, 1)};
  } else if (chance.one_in(2)) {
    assign.price = {chance.between(0, 10)};
  }
  return assign;
}

// Takes the money of somebody who was outbid, so that a retraction cannot fall back to that bid.
std::optional<Command> Drawer::impoverish() {
  if (state.open.empty()) return std::nullopt;
  const std::size_t place = chance.below(state.open.size());
  const std::vector<PlacedBid>& bids = state.bids[place];
  if (bids.size() < 2) return std::nullopt;
  const ManagerSlot outbid = bids[bids.size() - 2].manager;
  const Money left{chance.between(0, 3)};
  return AdjustPurse{outbid, left - state.seats[outbid.value].free, note()};
}

// Rather from a lot whose second bid could no longer be placed.
Command Drawer::retract() {
  for (std::size_t place = 0; place < state.open.size(); ++place) {
    const std::vector<PlacedBid>& bids = state.bids[place];
    if (bids.size() < 2) continue;
    const PlacedBid& second = bids[bids.size() - 2];
    const Standing standing = auction::standing(state, second.manager, state.open[place]);
    if (second.amount > standing.limit) return Retract{state.open[place].number, note()};
  }
  return Retract{lot(), note()};
}

Command Drawer::adjust() {
  if (chance.one_in(2)) {
    if (const auto command = impoverish()) return *command;
  }
  AdjustPurse adjust{manager(), {chance.between(-30, 30)}, note()};
  const std::size_t slot = adjust.manager.value;
  if (slot >= state.seats.size()) return adjust;
  const Money free = state.seats[slot].free;
  if (chance.one_in(4)) adjust.delta = Money{chance.between(-1, 3)} - free;
  if (chance.one_in(30)) adjust.delta = kMaxMoney - free + Money{chance.between(0, 1)};
  return adjust;
}

Command Drawer::request() {
  std::vector<AssetSlot> assets;
  for (std::size_t i = 0; i < state.assets.size(); ++i) {
    const bool unsold = state.assets[i].fate == AssetFate::kUnsold;
    if (chance.one_in(unsold ? 2 : 40)) assets.push_back({static_cast<std::uint16_t>(i)});
  }
  if (chance.one_in(20)) assets.push_back(asset());
  return RequestLots{AssetList(std::move(assets))};
}

Command Drawer::of_commissioner() {
  switch (chance.below(12)) {
    case 0:
      return Extend{lot(), length(), note()};
    case 1:
      return CloseNow{lot(), note()};
    case 2:
      return PassLot{lot(), note()};
    case 3:
    case 4:
      return retract();
    case 5:
    case 6:
      return assign();
    case 7:
    case 8:
      return adjust();
    case 9:
      return Begin{note()};
    case 10:
      if (chance.one_in(6)) return Cancel{note()};
      return Open{kNever, note()};
    default:
      return Pause{note()};
  }
}

Command Drawer::before_start() {
  if (whole && state.status == Status::kWaiting && order_missing(state) && !chance.one_in(4)) {
    return DrawOrder{chance.one_in(6) ? seed_from(1) : promised_seed(*state.setup)};
  }
  if (state.status == Status::kWaiting) {
    return chance.one_in(3) ? of_commissioner() : Command(Begin{note()});
  }
  const bool draws = needs_draw(state.rules->order.kind) && state.queue.empty();
  if (draws && !chance.one_in(4)) {
    return DrawOrder{chance.one_in(6) ? seed_from(1) : drawn_seed()};
  }
  if (chance.one_in(3)) return Open{state.last_at + Millis{chance.between(-2, 40)}, note()};
  return Open{kNever, note()};
}

// Mostly a sale; now and then a lot that was none, or was voided already.
Command Drawer::undo_sale() {
  std::vector<std::uint32_t> sold;
  for (std::size_t i = 0; i < state.lots.size(); ++i) {
    if (state.lots[i].outcome == Outcome::kSold) sold.push_back(static_cast<std::uint32_t>(i + 1));
  }
  const bool nonsense = sold.empty() || chance.one_in(6);
  const LotNumber number = nonsense ? lot() : LotNumber{sold[chance.below(sold.size())]};
  const bool reoffer = chance.one_in(2);
  return VoidSale{number, reoffer, note()};
}

Command Drawer::reset() {
  Digest promise;
  if (needs_draw(state.rules->order.kind)) promise = commitment(next_seed(*state.setup));
  if (chance.one_in(8)) {
    promise = chance.one_in(2) ? Digest{} : commitment(promised_seed(*state.setup));
  }
  return Reset{promise, note()};
}

ActorId Drawer::person() {
  if (chance.one_in(6)) return {};
  if (chance.one_in(2)) {
    return state.setup->commissioners[chance.below(state.setup->commissioners.size())];
  }
  return {3, chance.below(4) + 1};
}

Command Drawer::later() {
  switch (chance.below(16)) {
    case 0:
      return reset();
    case 1:
      return End{note()};
    case 2:
    case 3:
      return Appoint{person(), note()};
    case 4:
    case 5:
      return Dismiss{person(), note()};
    default:
      return undo_sale();
  }
}

Instant Drawer::instant() {
  const Instant last = state.last_at;
  const std::int64_t lot_ms = state.rules->clock.lot_ms.count;
  switch (chance.below(28)) {
    case 0:
      return last + Millis{-chance.between(1, 5)};  // a clock that ran back
    case 1:
      return last + Millis{chance.between(0, 3 * lot_ms)};  // a stall
    case 2:
    case 3:
    case 4:
      if (next_deadline(state) != kNever) return near(next_deadline(state));
      return last;
    case 5:
    case 6:
      if (!state.open.empty()) {
        const OpenLot& lot = state.open[chance.below(state.open.size())];
        if (lot.hard_stop != kNever && chance.one_in(3)) return near(lot.hard_stop);
        return near(lot.ends_at + Millis{-state.rules->clock.soft_close.window_ms.count});
      }
      return last;
    default:
      // With nothing to bid on, time passes to what comes next.
      if (phase(state) == Phase::kGap && next_deadline(state) != kNever && !chance.one_in(3)) {
        return next_deadline(state);
      }
      return last + Millis{chance.between(0, lot_ms / 20 + 1)};
  }
}

// Mostly the one who may.
Actor draw_actor(Drawer& drawer, const Command& command) {
  Chance& chance = drawer.chance;
  if (chance.one_in(40)) {
    const ManagerSlot seat = chance.one_in(2) ? drawer.manager() : kNoManager;
    const bool commissioner = chance.one_in(2);
    return {seat.value < drawer.state.seats.size() ? seat : kNoManager, commissioner,
            chance.one_in(4)};
  }
  const bool host = std::holds_alternative<Tick>(command) ||
                    std::holds_alternative<Recover>(command) ||
                    std::holds_alternative<DrawOrder>(command);
  if (host) return kHost;
  return {kNoManager, true, false};
}

ManagerSlot draw_seat(Drawer& drawer) {
  const ManagerSlot seat = drawer.manager();
  return seat.value < drawer.state.seats.size() ? seat : kNoManager;
}

}  // namespace

Drawn draw_command(Chance& chance, const State& state, Repertoire repertoire) {
  Drawer drawer{chance, state, repertoire == Repertoire::kWhole};
  const Instant now = drawer.instant();
  const bool done = state.status == Status::kCompleted || state.requests_end_at != kNever;
  if (drawer.whole && chance.one_in(done ? 6 : 14)) {
    const Command command = drawer.later();
    return {command, {draw_actor(drawer, command), now}};
  }
  const ManagerSlot seat = draw_seat(drawer);
  const Actor manager = manager_at(seat);
  const bool before = state.status == Status::kSetUp || state.status == Status::kWaiting;
  if (before && !chance.one_in(4)) {
    const Command command = drawer.before_start();
    return {command, {draw_actor(drawer, command), now}};
  }
  if (state.status == Status::kPaused && chance.one_in(3)) {
    return {Resume{drawer.note()}, {draw_actor(drawer, Resume{}), now}};
  }
  const bool requests = state.requests_end_at != kNever;
  if (requests && chance.one_in(2)) return {drawer.request(), {manager, now}};
  const std::size_t kind = chance.below(32);
  if (kind < 25) return {drawer.bid(seat), {manager, now}};
  Command command = drawer.of_commissioner();
  if (kind == 25) command = Tick{};
  if (kind == 26) command = Recover{};
  if (kind == 27 && chance.one_in(4)) command = DrawOrder{drawn_seed()};
  if (kind == 28 && chance.one_in(4)) command = drawer.request();
  const Actor actor = draw_actor(drawer, command);
  return {std::move(command), {actor, now}};
}

}  // namespace auction
