// What the person with the hammer may do.
#include <algorithm>

#include "tests/naive/auctioneer.h"

namespace naive {
namespace {

constexpr Int kDay = 24 * 3600 * 1000;
// The order is to be drawn, and is not.
bool undrawn(const Setup& setup, const Picture& p) { return setup.rules.drawn_order && !p.drawn; }

bool over(const Picture& p) {
  return p.status == Status::completed || p.status == Status::cancelled;
}

}  // namespace

Answer Auctioneer::command(const Act& act) {
  if (!act.who.commissioner) return {"not_allowed"};
  switch (act.what) {
    case Do::extend:
    case Do::close:
    case Do::pass:
    case Do::retract:
      return change_lot(act);
    case Do::assign:
      return assign(act);
    case Do::adjust:
      return adjust(act);
    case Do::undo:
      return undo_sale(act);
    case Do::reset:
      return reset(act);
    case Do::end:
      return end_early(act);
    case Do::appoint:
    case Do::dismiss:
      return change_rights(act);
    default:
      return change_course(act);
  }
}

Answer Auctioneer::change_course(const Act& act) {
  const Picture& p = look();
  const Status status = p.status;
  switch (act.what) {
    case Do::open:
      return open(act);
    case Do::cancel:
      return cancel(act);
    case Do::begin:
      if (status != Status::waiting || undrawn(*setup_, p)) return {"wrong_state"};
      if (act.note > kLongestNote) return {"out_of_range", kLongestNote};
      start();
      return {};
    case Do::pause:
      if (status != Status::running) return {"wrong_state"};
      if (act.note > kLongestNote) return {"out_of_range", kLongestNote};
      write({.fact = Fact::paused});
      return {};
    default:
      if (status != Status::paused) return {"wrong_state"};
      if (act.note > kLongestNote) return {"out_of_range", kLongestNote};
      write({.fact = Fact::resumed});
      return {};
  }
}

Answer Auctioneer::open(const Act& act) {
  const Picture& p = look();
  const Rules& rules = setup_->rules;
  if (p.status != Status::set_up || undrawn(*setup_, p)) return {"wrong_state"};
  if (act.note > kLongestNote) return {"out_of_range", kLongestNote};
  if (act.time != kNone && act.time < now_) return {"out_of_range", now_};
  Int starts = rules.waiting_room ? kNone : now_ + rules.start_delay_ms;
  if (act.time != kNone) starts = act.time;
  write({.fact = Fact::opened, .number = starts});
  return {};
}

Answer Auctioneer::cancel(const Act& act) {
  const Picture& p = look();
  if (over(p)) return {"wrong_state"};
  if (act.note > kLongestNote) return {"out_of_range", kLongestNote};
  for (Int number = 1; number <= static_cast<Int>(p.lots.size()); ++number)
    if (p.is_open(number)) write({.fact = Fact::withdrawn, .lot = number});
  write({.fact = Fact::cancelled});
  return {};
}

Answer Auctioneer::change_lot(const Act& act) {
  const Picture& p = look();
  if (!p.live()) return {"wrong_state"};
  if (!p.is_open(act.lot)) return {"unknown_lot"};
  if (act.note > kLongestNote) return {"out_of_range", kLongestNote};
  if (act.what == Do::retract) return retract(act);
  if (act.what == Do::extend) {
    if (act.amount < 1) return {"out_of_range", 1};
    if (act.amount > kDay) return {"out_of_range", kDay};
    write({.fact = Fact::extended, .lot = act.lot, .number = act.amount});
    return {};
  }
  const Lot& lot = p.lots[static_cast<std::size_t>(act.lot - 1)];
  if (act.what == Do::pass) {
    write_conclusion({.fact = Fact::passed, .lot = act.lot});
  } else if (lot.bids.empty()) {
    write_conclusion({.fact = Fact::unsold, .lot = act.lot, .by_hand = true});
  } else {
    const Bid& last = lot.bids.back();
    write_conclusion({.fact = Fact::sold,
                      .seat = last.seat,
                      .lot = act.lot,
                      .number = last.amount,
                      .by_hand = true});
  }
  return {};
}

// The latest bid goes; then the latest of the rest whose bidder could place it now.
Answer Auctioneer::retract(const Act& act) {
  const Picture& p = look();
  const Room room{*setup_, p};
  const Lot& lot = room.lot(act.lot);
  if (lot.bids.empty()) return {"wrong_state"};
  std::size_t standing = lot.bids.size() - 1;
  while (standing > 0) {
    const Bid& bid = lot.bids[standing - 1];
    if (bid.amount <= limit(room, bid.seat, lot.asset, act.lot)) break;
    --standing;
  }
  write({.fact = Fact::retracted, .lot = act.lot, .number = static_cast<Int>(standing)});
  return {};
}

Answer Auctioneer::assign(const Act& act) {
  const Picture& p = look();
  const Room room{*setup_, p};
  if (!p.live() && p.status != Status::waiting) return {"wrong_state"};
  if (undrawn(*setup_, p)) return {"wrong_state"};
  if (act.seat < 0 || act.seat >= static_cast<int>(setup_->seats.size())) {
    return {"unknown_manager"};
  }
  if (act.asset < 0 || act.asset >= static_cast<int>(setup_->assets.size())) {
    return {"unknown_asset"};
  }
  if (act.note > kLongestNote) return {"out_of_range", kLongestNote};
  if (owner(room, act.asset) >= 0) return {"wrong_state"};

  const Int lot = open_lot_of(room, act.asset);
  if (act.amount < 0) return {"out_of_range"};
  const Int free = free_money(room, act.seat, lot);
  if (act.amount > free) return {"over_limit", free};
  if (squad_full(room, act.seat, lot)) return {"squad_full"};
  if (quota_reached(room, act.seat, act.asset, lot)) return {"quota"};

  Line line{.fact = Fact::assigned, .seat = act.seat, .asset = act.asset, .number = act.amount};
  line.lot = lot != 0 ? lot : static_cast<Int>(p.lots.size()) + 1;
  if (lot != 0) {
    write_conclusion(line);
  } else {
    write(line);
  }
  return {};
}

Answer Auctioneer::adjust(const Act& act) {
  const Picture& p = look();
  if (!p.live() && p.status != Status::waiting) return {"wrong_state"};
  if (act.seat < 0 || act.seat >= static_cast<int>(setup_->seats.size())) {
    return {"unknown_manager"};
  }
  if (act.note > kLongestNote) return {"out_of_range", kLongestNote};
  const Int free = free_money({*setup_, p}, act.seat);
  if (act.amount == 0) return {"out_of_range"};
  if (act.amount < -free) return {"out_of_range", -free};
  const Int room = kMost - purse({*setup_, p}, act.seat);
  if (act.amount > room) return {"out_of_range", room};
  write({.fact = Fact::adjusted, .seat = act.seat, .number = act.amount});
  return {};
}

}  // namespace naive
