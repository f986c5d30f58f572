#include "tests/naive/auctioneer.h"

#include <algorithm>

#include "tests/naive/rungs.h"

namespace naive {

void Auctioneer::write(Line line) {
  line.at = now_;
  line.seq = seq_;
  book_.push_back(line);
}

Answer Auctioneer::hear(const Act& act) {
  now_ = std::max(act.now, look().last);
  seq_ = act.seq;
  switch (act.what) {
    case Do::bid:
      return bid(act);
    case Do::request:
      return request(act);
    case Do::draw:
      return draw(act);
    case Do::recover:
      return recover(act);
    case Do::tick:
      if (!act.who.host) return {"not_allowed"};
      tick(act.now);
      return {};
    default:
      return command(act);
  }
}

Answer Auctioneer::draw(const Act& act) {
  const Picture& p = look();
  if (!act.who.host) return {"not_allowed"};
  const bool early = p.status == Status::set_up || p.status == Status::waiting;
  if (!early || !setup_->rules.drawn_order || p.drawn) return {"wrong_state"};
  if (act.promise != p.promise) return {"out_of_range"};
  write({.fact = Fact::drawn});
  for (const int asset : act.assets) write({.fact = Fact::queued_again, .asset = asset});
  return {};
}

Answer Auctioneer::recover(const Act& act) {
  const Picture& p = look();
  const Rules& rules = setup_->rules;
  if (!act.who.host) return {"not_allowed"};
  const bool counting = p.status == Status::waiting && p.starts != kNone;
  if (!counting && p.status != Status::running) return {};
  const Int window = rules.soft_close ? rules.window_ms : 0;
  const Int grace = rules.grace_ms != kNone ? rules.grace_ms : std::max(window, Int{10000});
  write({.fact = Fact::recovered, .number = now_ + grace});
  return {};
}

Answer Auctioneer::bid(const Act& act) {
  const Picture& p = look();
  Answer answer = judge(act);
  if (!answer.accepted() && p.is_open(act.lot)) {
    const Lot& lot = p.lots[static_cast<std::size_t>(act.lot - 1)];
    answer.left = std::max(Int{0}, lot.ends - p.clock(now_));
  }
  return answer;
}

Answer Auctioneer::judge(const Act& act) {
  const Picture& p = look();
  const Room room{*setup_, p};
  const Rules& rules = setup_->rules;
  const int seat = act.who.seat;

  if (p.status == Status::paused) return {"paused"};
  if (p.status != Status::running) return {"auction_not_running"};
  if (!p.is_open(act.lot) || now_ >= room.lot(act.lot).ends) return {"lot_closed"};
  const Lot& lot = room.lot(act.lot);
  if (seat < 0) return {"not_a_participant"};
  if (lot.leader() == seat && !rules.self_raise) return {"already_leading"};
  if (act.guard != kNone && lot.last_seq > act.guard) return {"stale"};

  const Int base = room.asset(lot.asset).base;
  const Int least = least_bid(rules, lot, base);
  const bool next_price_only = rules.bidding == Bidding::fixed_next;
  const Int amount = next_price_only && act.amount == 0 ? least : act.amount;
  if (act.amount == 0 && !next_price_only) return {"too_low", least};
  if (amount < least) return {"too_low", least};
  if (next_price_only && amount > least) return {"off_grid", least};
  if (!on_a_rung(rules, lot, base, amount)) {
    return {"off_grid", rung_at_or_above(rules, amount)};
  }

  // What he leads on this very lot comes back to him when he raises himself.
  const Int most = limit(room, seat, lot.asset, act.lot);
  const Int legal = highest_legal(rules, lot, base, most);
  if (amount > free_money(room, seat, act.lot)) return {"over_limit", legal};
  if (squad_full(room, seat, act.lot)) return {"squad_full"};
  if (quota_reached(room, seat, lot.asset, act.lot)) return {"quota"};
  if (amount > most) return {"squad_unfillable", legal};
  write({.fact = Fact::bid, .seat = seat, .lot = act.lot, .number = amount});
  return {};
}

Answer Auctioneer::request(const Act& act) {
  const Picture& p = look();
  const Room room{*setup_, p};
  if (act.who.seat < 0) return {"not_allowed"};
  if (p.status != Status::running || p.requests_end == kNone) return {"wrong_state"};
  const std::vector<int> unsold = unsold_assets(room);
  for (const int asset : act.assets)
    if (std::find(unsold.begin(), unsold.end(), asset) == unsold.end()) return {"unknown_asset"};
  const Int most = setup_->rules.names;
  if (static_cast<Int>(act.assets.size()) > most) return {"out_of_range", most};
  std::vector<int> sorted = act.assets;
  std::sort(sorted.begin(), sorted.end());
  const bool twice = std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end();
  if (twice) return {"out_of_range"};
  write({.fact = Fact::named_anew, .seat = act.who.seat});
  for (const int asset : act.assets)
    write({.fact = Fact::named, .seat = act.who.seat, .asset = asset});
  return {};
}

}  // namespace naive
