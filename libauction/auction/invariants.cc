#include "libauction/auction/invariants.h"

#include "libauction/auction/caches_internal.h"
#include "libauction/auction/deadline.h"

namespace auction {
namespace {

using Broken = std::string;

std::string of_manager(std::size_t m, const char* what) {
  return "manager " + std::to_string(m) + ": " + what;
}
std::string of_lot(std::size_t n, const char* what) {
  return "lot " + std::to_string(n) + ": " + what;
}
std::string of_asset(std::size_t a, const char* what) {
  return "asset " + std::to_string(a) + ": " + what;
}

Broken money(const State& state) {
  for (std::size_t m = 0; m < state.accounts.size(); ++m) {
    const Account& account = state.accounts[m];
    Money paid;
    for (const Holding& holding : account.squad) {
      if (holding.lot.value != 0) paid += holding.price;
    }
    if (paid != account.spent) return of_manager(m, "spent is not the sum of the squad's prices");
    if (purse(account) < Money{0}) return of_manager(m, "the purse is below zero");
    if (state.seats[m].free < Money{0}) return of_manager(m, "more committed than in the purse");
    if (purse(account) > kMaxMoney) return of_manager(m, "the purse is above 2^53-1");
  }
  return {};
}

Broken squads(const State& state) {
  const SquadRules& rules = state.rules->squad;
  for (std::size_t m = 0; m < state.seats.size(); ++m) {
    if (state.seats[m].roster + state.seats[m].led > rules.max)
      return of_manager(m, "squad above its maximum");
    for (std::size_t q = 0; q < rules.quotas.size(); ++q) {
      if (state.quota_counts[m * rules.quotas.size() + q] > rules.quotas[q].max) {
        return of_manager(m, "quota above its maximum");
      }
    }
  }
  return {};
}

Broken ownership(const State& state) {
  std::vector<int> owners(state.assets.size(), 0);
  for (const Account& account : state.accounts) {
    for (const Holding& holding : account.squad) ++owners[holding.asset.value];
  }
  for (const AssetSlot asset : state.queue) {
    if (state.assets[asset.value].fate != AssetFate::kQueued)
      return of_asset(asset.value, "queued and not");
  }
  for (std::size_t a = 0; a < state.assets.size(); ++a) {
    const bool owned = state.assets[a].fate == AssetFate::kOwned;
    if (owners[a] != (owned ? 1 : 0)) return of_asset(a, "not owned exactly once");
  }
  return {};
}

Broken open_lot(const OpenLot& lot, const std::vector<PlacedBid>& bids) {
  const std::size_t n = lot.number.value;
  Money price = lot.base - Money{1};
  std::uint64_t seq = 0;
  for (const PlacedBid& bid : bids) {
    if (bid.amount <= price) return of_lot(n, "prices do not rise");
    if (bid.seq <= seq) return of_lot(n, "bids are out of order");
    price = bid.amount;
    seq = bid.seq;
  }
  if (lot.last_bid_seq < seq) return of_lot(n, "the last bid is later than its seq");
  if (lot.next_bid <= lot.price) return of_lot(n, "the next bid is not above the price");
  return {};
}

Broken open_lots(const State& state) {
  if (state.open.size() > state.rules->open_lots) return "more lots open than the rules allow";
  if (state.bids.size() != state.open.size()) return "bids and open lots differ in number";
  for (std::size_t i = 0; i < state.open.size(); ++i) {
    const OpenLot& lot = state.open[i];
    if (i > 0 && lot.number <= state.open[i - 1].number)
      return of_lot(lot.number.value, "out of order");
    if (state.lots[lot.number.value - 1].outcome != Outcome::kOpen)
      return of_lot(lot.number.value, "open and closed");
    if (state.assets[lot.asset.value].fate != AssetFate::kOpen)
      return of_lot(lot.number.value, "its asset is not");
    if (auto broken = open_lot(lot, state.bids[i]); !broken.empty()) return broken;
  }
  return {};
}

bool holds(const Account& account, const Holding& wanted) {
  for (const Holding& holding : account.squad) {
    if (holding == wanted) return true;
  }
  return false;
}

Broken closed_lot(const State& state, const LotRecord& lot, LotNumber number) {
  const AssetRecord& asset = state.assets[lot.asset.value];
  if (asset.last_lot < number) return of_lot(number.value, "later than its asset's last lot");
  if (lot.outcome == Outcome::kSold) {
    if (lot.winner.value >= state.accounts.size()) return of_lot(number.value, "sold to nobody");
    if (!holds(state.accounts[lot.winner.value], {lot.asset, number, lot.price})) {
      return of_lot(number.value, "its winner does not hold it at its price");
    }
  }
  if (lot.outcome == Outcome::kOpen && asset.fate != AssetFate::kOpen)
    return of_lot(number.value, "open, its asset is not");
  const bool again = lot.outcome == Outcome::kUnsold || lot.outcome == Outcome::kVoided;
  if (again && asset.last_lot == number && asset.fate != AssetFate::kUnsold &&
      asset.fate != AssetFate::kQueued) {
    return of_lot(number.value, "unsold or voided, its asset is not");
  }
  if (was_sold(lot) != (lot.winner != kNoManager))
    return of_lot(number.value, "a winner and no sale");
  return {};
}

Broken lots(const State& state) {
  for (std::size_t i = 0; i < state.lots.size(); ++i) {
    const LotNumber number{static_cast<std::uint32_t>(i + 1)};
    if (auto broken = closed_lot(state, state.lots[i], number); !broken.empty()) return broken;
  }
  return {};
}

Broken stages(const State& state) {
  const bool over = is_over(state.status);
  if (over && (!state.open.empty() || !state.openings.empty())) return "over, and lots still come";
  if (state.status == Status::kCompleted && !state.queue.empty())
    return "completed with lots in the queue";
  if (state.status == Status::kCompleted && state.end_reason == EndReason::kNone)
    return "completed for no reason";
  const bool in_play = state.status == Status::kRunning || state.status == Status::kPaused;
  if (is_ending(state) && (!in_play || state.requests_end_at != kNever))
    return "the end is called where nothing can end";
  if (state.status == Status::kRunning && next_deadline(state) == kNever)
    return "running, and nothing will ever happen";
  for (std::size_t i = 1; i < state.openings.size(); ++i) {
    if (state.openings[i] < state.openings[i - 1]) return "openings are out of order";
  }
  return {};
}

Broken caches(const State& state) {
  State again = state;
  rebuild_caches(again);
  if (again.seats != state.seats) return "a cached seat differs from its recomputation";
  if (again.quota_counts != state.quota_counts)
    return "a quota count differs from its recomputation";
  if (again.open != state.open) return "an open lot differs from its bids";
  if (again.alarm.at < state.alarm.at) return "the alarm is later than the next deadline";
  return again == state ? Broken() : Broken("a cache differs from its recomputation");
}

}  // namespace

std::string broken_invariant(const State& state) {
  if (state.status == Status::kNone) return {};
  for (const auto check : {&open_lots, &money, &squads, &ownership, &lots, &stages, &caches}) {
    if (auto broken = check(state); !broken.empty()) return broken;
  }
  return {};
}

}  // namespace auction
