// What the person with the hammer takes back, and who may hold it.
#include <algorithm>

#include "tests/naive/auctioneer.h"

namespace naive {
namespace {

bool adjustable(const Picture& p) { return p.live() || p.status == Status::waiting; }

}  // namespace

Answer Auctioneer::undo_sale(const Act& act) {
  const Picture& p = look();
  const Room room{*setup_, p};
  const bool right = act.again ? adjustable(p) && !p.being_ended()
                               : adjustable(p) || p.status == Status::completed;
  if (!right) return {"wrong_state"};
  if (act.lot < 1 || act.lot > static_cast<Int>(p.lots.size())) return {"unknown_lot"};
  if (act.note > kLongestNote) return {"out_of_range", kLongestNote};
  const Lot& lot = room.lot(act.lot);
  if (lot.fate != Fate::sold) return {"not_owned"};
  if (purse(room, lot.winner) + lot.price > kMost) return {"out_of_range"};
  write({.fact = Fact::undone, .lot = act.lot, .number = act.again ? 1 : 0});
  if (act.again) give_it_an_opening();
  return {};
}

// As many lots are open or due as may be open at once, if so many are left.
void Auctioneer::give_it_an_opening() {
  const Picture& p = look();
  if (!p.live() || p.requests_end != kNone) return;
  const auto open =
      std::count_if(p.lots.begin(), p.lots.end(), [](const Lot& lot) { return lot.is_open(); });
  const Int taken = static_cast<Int>(open) + static_cast<Int>(p.openings.size());
  if (taken >= setup_->rules.open_lots || p.queue.size() <= p.openings.size()) return;
  const Int gap = somebody_can_buy_any({*setup_, p}) ? setup_->rules.gap_ms : 0;
  write({.fact = Fact::opening, .number = p.clock(now_) + gap});
}

Answer Auctioneer::reset(const Act& act) {
  const Picture& p = look();
  if (!adjustable(p) && p.status != Status::completed) return {"wrong_state"};
  if (act.note > kLongestNote) return {"out_of_range", kLongestNote};
  const bool news = act.promise != 0 && act.promise != p.promise;
  const bool fits = setup_->rules.drawn_order ? news : act.promise == 0;
  if (!fits) return {"out_of_range"};
  for (Int number = 1; number <= static_cast<Int>(p.lots.size()); ++number)
    if (p.is_open(number)) write({.fact = Fact::withdrawn, .lot = number});
  write({.fact = Fact::reset, .number = act.promise});
  return {};
}

Answer Auctioneer::end_early(const Act& act) {
  const Picture& p = look();
  if (!p.live() || p.being_ended()) return {"wrong_state"};
  if (act.note > kLongestNote) return {"out_of_range", kLongestNote};
  write({.fact = Fact::end_called});
  if (!p.any_open()) write({.fact = Fact::opening, .number = p.clock(now_)});
  return {};
}

Answer Auctioneer::change_rights(const Act& act) {
  const Picture& p = look();
  if (p.status == Status::cancelled) return {"wrong_state"};
  const std::vector<Int>& all = p.commissioners;
  const bool has = std::find(all.begin(), all.end(), act.person) != all.end();
  if (act.what == Do::appoint) {
    if (act.person == 0) return {"unknown_manager"};
    if (act.note > kLongestNote) return {"out_of_range", kLongestNote};
    if (has) return {"wrong_state"};
    write({.fact = Fact::appointed, .number = act.person});
  } else {
    if (!has) return {"unknown_manager"};
    if (act.note > kLongestNote) return {"out_of_range", kLongestNote};
    if (all.size() == 1) return {"wrong_state"};  // somebody must hold the hammer
    write({.fact = Fact::dismissed, .number = act.person});
  }
  return {};
}

}  // namespace naive
