#include "tests/support/bookkeeper.h"

#include <algorithm>

#include "libauction/base/match.h"

namespace auction {
namespace {

bool may_follow_the_end(const Event& event) {
  return std::holds_alternative<SaleVoided>(event) || std::holds_alternative<AuctionReset>(event) ||
         std::holds_alternative<CommissionerAppointed>(event) ||
         std::holds_alternative<CommissionerDismissed>(event);
}

}  // namespace

Bookkeeper::Bookkeeper(Shared<Setup> setup)
    : setup_(std::move(setup)),
      owners_(setup_->catalogue->assets.size()),
      outcomes_(setup_->catalogue->assets.size()) {
  for (const Participant& p : setup_->participants) {
    Manager manager;
    manager.budget = p.purse;
    managers_.push_back(std::move(manager));
  }
  keep_retained();
}

void Bookkeeper::keep_retained() {
  for (std::size_t i = 0; i < managers_.size(); ++i) {
    for (const Retained& r : setup_->participants[i].retained) {
      managers_[i].squad.push_back(r.asset);
      ++owners_[r.asset.value];
      outcomes_[r.asset.value] = true;
    }
  }
}

void Bookkeeper::see(std::span<const Event> events, Instant at) {
  check(at >= now_, "time ran backwards");
  now_ = at;
  just_bid_ = nullptr;
  for (const Event& event : events) {
    check(!over_ || may_follow_the_end(event), "an event after the end");
    ++seq_;
    see(event);
  }
}

void Bookkeeper::see(const Event& event) {
  match(
      event, [&](const AuctionCreated&) { check(seq_ == 1, "created twice"); },
      [&](const RetentionCharged& e) {
        manager(e.manager).charged += e.charged;
        check(e.charged >= e.paid, "charged less than paid");
      },
      [&](const LotsOrdered&) {}, [&](const AuctionOpened&) {},
      [&](const AuctionBegan&) { running_ = true; }, [&](const LotOpened& e) { open(e); },
      [&](const BidPlaced& e) { bid(e); }, [&](const ClockExtended& e) { extend(e); },
      [&](const LotSold& e) { sell(e); },
      [&](const LotUnsold& e) {
        Lot& lot = open_lot(e.lot);
        check(e.how != How::kHammer || (lot.bids.empty() && now_ >= lot.ends_at),
              "unsold before the end, or with a bid");
        lot.open = false;
      },
      [&](const LotPassed& e) { new_lot(e.lot, e.asset); },
      [&](const LotAssigned& e) { own(e.manager, new_lot(e.lot, e.asset), e.price); },
      [&](const LotWithdrawn& e) { open_lot(e.lot).open = false; },
      [&](const OpeningScheduled& e) { check(paused_ || e.at >= now_, "an opening in the past"); },
      [&](const RoundStarted&) {}, [&](const RequestsOpened&) {}, [&](const LotsRequested&) {},
      [&](const AuctionPaused&) {
        check(running_ && !paused_, "paused twice");
        paused_ = true;
        paused_at_ = now_;
      },
      [&](const AuctionResumed& e) { resume(e); },
      [&](const Recovered& e) { recover(e.not_before); },
      [&](const LotExtended& e) {
        Lot& lot = open_lot(e.lot);
        check(e.ends_at > lot.ends_at, "an extension that does not extend");
        lot.ends_at = e.ends_at;
      },
      [&](const BidRetracted& e) { retract(e); },
      [&](const PurseAdjusted& e) { manager(e.manager).adjusted += e.delta; },
      [&](const AuctionCompleted& e) { complete(e.reason); },
      [&](const AuctionCancelled&) { over_ = true; },
      [&](const SaleVoided& e) {
        const bool known = e.lot.value >= 1 && e.lot.value <= lots_.size();
        check(known && lots_[e.lot.value - 1].owner != kNoManager, "voided what was not sold");
        check(!e.will_reoffer || !over_, "an asset comes up again after the end");
        if (!known || lots_[e.lot.value - 1].owner == kNoManager) return;
        disown(lots_[e.lot.value - 1]);
        if (e.will_reoffer) outcomes_[lots_[e.lot.value - 1].asset.value] = false;
      },
      [&](const AuctionReset&) { start_again(); },
      [&](const EndCalled&) {
        check(running_ && !ending_, "ended twice");
        ending_ = true;
      },
      [&](const LotSkipped& e) {
        check(ending_, "a lot skipped without an end");
        new_lot(e.lot, e.asset);
      },
      [&](const CommissionerAppointed&) {}, [&](const CommissionerDismissed&) {});
}

void Bookkeeper::start_again() {
  for (Lot& lot : lots_) {
    check(!lot.open, "a lot is open over a reset");
    if (lot.owner != kNoManager) disown(lot);
  }
  for (Manager& manager : managers_) {
    check(manager.spent == Money{0}, "something is still paid for after a reset");
    manager.adjusted = {};
    manager.squad.clear();
  }
  std::fill(owners_.begin(), owners_.end(), 0);
  std::fill(outcomes_.begin(), outcomes_.end(), false);
  keep_retained();
  running_ = paused_ = over_ = ending_ = false;
}

Bookkeeper::Lot& Bookkeeper::open_lot(LotNumber number) {
  static thread_local Lot nobody;
  const bool known = number.value >= 1 && number.value <= lots_.size();
  check(known && lots_[number.value - 1].open, "an event of a lot that is not open");
  return known ? lots_[number.value - 1] : nobody;
}

Bookkeeper::Lot& Bookkeeper::new_lot(LotNumber number, AssetSlot asset) {
  check(number.value == lots_.size() + 1, "a lot number left out or used twice");
  check(owners_.at(asset.value) == 0, "an owned asset came up");
  for (const Lot& lot : lots_) check(!lot.open || lot.asset != asset, "an asset open twice");
  outcomes_[asset.value] = true;
  Lot lot;
  lot.asset = asset;
  return lots_.emplace_back(lot);
}

void Bookkeeper::open(const LotOpened& event) {
  const ClockRules& clock = setup_->rules->clock;
  Lot& lot = new_lot(event.lot, event.asset);
  lot.open = true;
  lot.ends_at = event.ends_at;
  lot.hard_stop = event.hard_stop;
  lot.base = event.base_price;
  check(running_ && !paused_ && !ending_, "a lot opened while the auction does not run");
  check(event.ends_at == now_ + clock.lot_ms, "a lot of another length");
  const auto open = std::count_if(lots_.begin(), lots_.end(), [](const Lot& l) { return l.open; });
  check(open <= setup_->rules->open_lots, "more lots open than the rules allow");
}

void Bookkeeper::bid(const BidPlaced& event) {
  Lot& lot = open_lot(event.lot);
  check(running_ && !paused_, "a bid while the auction does not run");
  check(now_ < lot.ends_at, "a bid at or after the deadline");
  check(event.amount >= lot.base, "a bid below the base price");
  if (!lot.bids.empty()) {
    check(event.amount > lot.bids.back().second, "prices do not rise");
    check(event.manager != lot.bids.back().first || setup_->rules->english.self_raise,
          "the leader bid against himself");
  }
  lot.bids.emplace_back(event.manager, event.amount);
  just_bid_ = &lot;

  const SquadRules& squad = setup_->rules->squad;
  const Manager& m = manager(event.manager);
  const int held = static_cast<int>(m.squad.size()) + led(event.manager);
  const Money free = m.budget - m.charged - m.spent + m.adjusted - committed(event.manager);
  const int missing = std::max(0, int{squad.min} - held);
  check(held <= squad.max, "a squad above its maximum");
  check(free >= squad.reserve_per_slot * missing, "the reserve of a missing slot is gone");
}

void Bookkeeper::extend(const ClockExtended& event) {
  const SoftClose& rule = setup_->rules->clock.soft_close;
  Lot& lot = open_lot(event.lot);
  check(just_bid_ == &lot, "a clock moved without a bid");
  check(event.ends_at != lot.ends_at, "a clock event that moves nothing");
  check(rule.form == ClockForm::kReset || event.ends_at > lot.ends_at, "a deadline moved nearer");
  check(event.ends_at <= later(lot.ends_at, lot.hard_stop), "a clock moved past the hard stop");
  check(lot.ends_at - now_ < rule.window_ms, "a clock moved outside the window");
  check(++lot.extensions <= rule.max_extensions, "more extensions than the cap");
  lot.ends_at = event.ends_at;
}

void Bookkeeper::own(ManagerSlot slot, Lot& lot, Money price) {
  Manager& m = manager(slot);
  check(++owners_.at(lot.asset.value) == 1, "an asset sold twice");
  m.squad.push_back(lot.asset);
  m.spent += price;
  lot.owner = slot;
  lot.price = price;
}

void Bookkeeper::disown(Lot& lot) {
  Manager& m = manager(lot.owner);
  --owners_.at(lot.asset.value);
  std::erase(m.squad, lot.asset);
  m.spent -= lot.price;
  lot.owner = kNoManager;
}

void Bookkeeper::sell(const LotSold& event) {
  Lot& lot = open_lot(event.lot);
  if (event.how != How::kAssigned) {
    const bool leads = !lot.bids.empty() && lot.bids.back().first == event.winner;
    check(leads, "sold to another than the leader");
    check(leads && lot.bids.back().second == event.price, "sold at another price than the last");
    check(event.price >= lot.base, "sold below the base price");
  }
  check(event.how != How::kHammer || now_ >= lot.ends_at, "sold before the end");
  lot.open = false;
  own(event.winner, lot, event.price);
}

void Bookkeeper::retract(const BidRetracted& event) {
  Lot& lot = open_lot(event.lot);
  check(event.bids_left < lot.bids.size(), "a retraction that takes nothing back");
  if (event.bids_left < lot.bids.size()) lot.bids.resize(event.bids_left);
  const ManagerSlot leader = lot.bids.empty() ? kNoManager : lot.bids.back().first;
  const Money price = lot.bids.empty() ? Money{0} : lot.bids.back().second;
  check(event.leader == leader && event.price == price, "fell back to a bid that was never made");
  check(event.ends_at >= lot.ends_at, "a retraction moved the end nearer");
  lot.ends_at = event.ends_at;
}

void Bookkeeper::resume(const AuctionResumed& event) {
  check(paused_ && event.shift == now_ - paused_at_, "resumed by another time than it stood");
  paused_ = false;
  for (Lot& lot : lots_) {
    if (!lot.open) continue;
    lot.ends_at = lot.ends_at + event.shift;
    if (lot.hard_stop != kNever) lot.hard_stop = lot.hard_stop + event.shift;
  }
}

void Bookkeeper::recover(Instant not_before) {
  for (Lot& lot : lots_)
    if (lot.open) lot.ends_at = later(lot.ends_at, not_before);
}

void Bookkeeper::complete(EndReason reason) {
  over_ = true;
  check((reason == EndReason::kEndedByCommissioner) == ending_, "another end than was called");
  for (const Lot& lot : lots_) check(!lot.open, "completed with a lot open");
  for (const bool outcome : outcomes_) check(outcome, "completed with an asset never offered");
}

Money Bookkeeper::committed(ManagerSlot manager) const {
  Money sum;
  for (const Lot& lot : lots_)
    if (lot.open && !lot.bids.empty() && lot.bids.back().first == manager) {
      sum += lot.bids.back().second;
    }
  return sum;
}

int Bookkeeper::led(ManagerSlot manager) const {
  return static_cast<int>(std::count_if(lots_.begin(), lots_.end(), [&](const Lot& lot) {
    return lot.open && !lot.bids.empty() && lot.bids.back().first == manager;
  }));
}

void Bookkeeper::compare(const State& state) {
  check(state.seq == seq_, "the state counts other events than there were");
  check(state.last_at == now_, "the state tells another time");
  check(state.seats.size() == managers_.size(), "managers came or went");
  Money in_all, of_state;
  for (std::size_t i = 0; i < managers_.size(); ++i) {
    const Manager& m = managers_[i];
    const ManagerSlot slot{static_cast<std::uint8_t>(i)};
    const Money money = m.budget - m.charged - m.spent + m.adjusted;
    check(money >= Money{0}, "a purse below zero");
    check(committed(slot) <= money, "more committed than there is");
    check(state.seats[i].free == money - committed(slot), "free money differs");
    check(state.seats[i].roster == m.squad.size(), "squads differ");
    in_all += money;
    of_state += purse(state.accounts[i]);
  }
  check(in_all == of_state, "money came or went");
  for (const OpenLot& open : state.open) {
    const Lot& lot = open_lot(open.number);
    check(open.ends_at == lot.ends_at && open.hard_stop == lot.hard_stop, "clocks differ");
    check(open.price == (lot.bids.empty() ? Money{0} : lot.bids.back().second), "prices differ");
    check(open.leader == (lot.bids.empty() ? kNoManager : lot.bids.back().first), "leaders differ");
  }
}

}  // namespace auction
