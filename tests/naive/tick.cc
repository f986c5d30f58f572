// What happens by itself when its time has come.
#include <algorithm>

#include "tests/naive/auctioneer.h"

namespace naive {

bool Auctioneer::tick(Int now) {
  const Picture& p = look();
  now_ = std::max(now, p.last);
  const Int due = next_deadline(p);
  if (due > now_ || due == kNeverDue) return false;
  if (p.status == Status::waiting) return start(), true;

  // The earliest first; at one instant open lots by their numbers, then the requests.
  Int number = 0;
  for (const Lot& lot : p.lots) {
    ++number;
    if (!lot.is_open() || lot.ends != due) continue;
    if (lot.bids.empty()) {
      write_conclusion({.fact = Fact::unsold, .lot = number});
    } else {
      const Bid& last = lot.bids.back();
      write_conclusion(
          {.fact = Fact::sold, .seat = last.seat, .lot = number, .number = last.amount});
    }
    return true;
  }
  if (p.requests_end == due) return end_requests(), true;
  if (p.queue.empty()) return wrap_up(), true;
  return bring_up_next(), true;
}

void Auctioneer::start() {
  write({.fact = Fact::begun});
  first_openings();
}

// As many lots at once as the rules let be open.
void Auctioneer::first_openings() {
  const Int queue = static_cast<Int>(look().queue.size());
  const Int openings = std::max(Int{1}, std::min(setup_->rules.open_lots, queue));
  for (Int i = 0; i < openings; ++i) write({.fact = Fact::opening, .number = now_});
}

void Auctioneer::bring_up_next() {
  const Picture& p = look();
  const int asset = p.queue.front();
  const bool wanted = somebody_can_buy({*setup_, p}, asset);
  const Int number = static_cast<Int>(p.lots.size()) + 1;
  Fact fact = wanted ? Fact::lot_up : Fact::nobody;
  if (p.being_ended()) fact = Fact::skipped;
  write({.fact = fact, .asset = asset, .lot = number});
}

// After a lot is concluded the next one becomes due.
void Auctioneer::write_conclusion(Line line) {
  write(line);
  const Picture& p = look();
  const Room room{*setup_, p};
  const Rules& rules = setup_->rules;
  const Int now = p.clock(now_);
  const Int after_gap = now + rules.gap_ms;

  if (p.queue.size() > p.openings.size()) {
    const bool wanted = !p.being_ended() && somebody_can_buy_any(room);
    write({.fact = Fact::opening, .number = wanted ? after_gap : now});
  } else if (p.queue.empty() && p.openings.empty() && !p.any_open()) {
    const bool more = !p.being_ended() && rules.again != Again::never && p.rounds < rules.rounds &&
                      !unsold_and_wanted(room).empty();
    write({.fact = Fact::opening, .number = more ? after_gap : now});
  }
}

// Nothing is left to offer: another round, a request stage, or the end.
void Auctioneer::wrap_up() {
  const Picture& p = look();
  const Room room{*setup_, p};
  const Rules& rules = setup_->rules;
  const std::vector<int> wanted = unsold_and_wanted(room);
  const bool again =
      !p.being_ended() && rules.again != Again::never && p.rounds < rules.rounds && !wanted.empty();
  if (again && rules.again == Again::rounds) return begin_round(wanted);
  if (again) return write({.fact = Fact::asked, .number = now_ + rules.request_ms});

  end();
}

void Auctioneer::end() {
  const Picture& p = look();
  Ending ending = Ending::all_lots_done;
  if (!p.lots.empty() && p.lots.back().why == Why::nobody_can_bid) {
    ending = Ending::all_squads_full;
    for (int seat = 0; seat < static_cast<int>(setup_->seats.size()); ++seat)
      if (!squad_full({*setup_, p}, seat)) ending = Ending::nobody_can_bid;
  }
  if (p.being_ended()) ending = Ending::by_commissioner;
  write({.fact = Fact::ended, .number = static_cast<Int>(ending)});
}

void Auctioneer::begin_round(const std::vector<int>& assets) {
  write({.fact = Fact::round});
  for (const int asset : assets) write({.fact = Fact::queued_again, .asset = asset});
  first_openings();
}

void Auctioneer::end_requests() {
  const Picture& p = look();
  std::vector<int> asked = unsold_assets({*setup_, p});
  std::erase_if(asked, [&](int asset) {
    return std::none_of(p.named.begin(), p.named.end(), [&](const std::vector<int>& names) {
      return std::find(names.begin(), names.end(), asset) != names.end();
    });
  });
  // What a voided sale has queued meanwhile comes first.
  if (!asked.empty() || !p.queue.empty()) return begin_round(asked);
  end();
}

}  // namespace naive
