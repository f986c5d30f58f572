#include "tests/naive/count.h"

#include <algorithm>

namespace naive {

Int retention_charge(const Setup& setup, const Seat& seat) {
  Int paid = 0, slabs = 0;
  std::size_t capped = 0;
  for (const Retained& retained : seat.retained) {
    paid += retained.paid;
    if (!setup.assets[static_cast<std::size_t>(retained.asset)].capped) {
      slabs += setup.rules.uncapped_slab;
    } else if (!setup.rules.slabs.empty()) {  // the last slab repeats
      slabs += setup.rules.slabs[std::min(capped++, setup.rules.slabs.size() - 1)];
    }
  }
  return std::max(paid, slabs);
}

Int purse(const Room& room, int seat) {
  const Seat& s = room.setup.seats[static_cast<std::size_t>(seat)];
  Int money = s.budget - retention_charge(room.setup, s);
  money += room.picture.adjusted[static_cast<std::size_t>(seat)];
  for (const Lot& lot : room.picture.lots)
    if (lot.fate == Fate::sold && lot.winner == seat) money -= lot.price;
  return money;
}

Int committed(const Room& room, int seat, Int but) {
  Int money = 0, number = 0;
  for (const Lot& lot : room.picture.lots) {
    ++number;
    if (number != but && lot.is_open() && lot.leader() == seat) money += lot.bids.back().amount;
  }
  return money;
}

Int free_money(const Room& room, int seat, Int but) {
  return purse(room, seat) - committed(room, seat, but);
}

std::vector<int> roster(const Room& room, int seat) {
  std::vector<int> assets;
  for (const Retained& retained : room.setup.seats[static_cast<std::size_t>(seat)].retained)
    assets.push_back(retained.asset);
  // A squad grows in the order of the sales, which is not that of the lots' numbers.
  std::vector<const Lot*> bought;
  for (const Lot& lot : room.picture.lots)
    if (lot.fate == Fate::sold && lot.winner == seat) bought.push_back(&lot);
  std::stable_sort(bought.begin(), bought.end(),
                   [](const Lot* a, const Lot* b) { return a->place < b->place; });
  for (const Lot* lot : bought) assets.push_back(lot->asset);
  return assets;
}

std::vector<int> held(const Room& room, int seat, Int but) {
  std::vector<int> assets = roster(room, seat);
  Int number = 0;
  for (const Lot& lot : room.picture.lots) {
    ++number;
    if (number != but && lot.is_open() && lot.leader() == seat) assets.push_back(lot.asset);
  }
  return assets;
}

int held_of_kind(const Room& room, int seat, int kind, Int but) {
  int count = 0;
  for (const int asset : held(room, seat, but)) {
    const std::vector<int>& kinds = room.asset(asset).kinds;
    if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) ++count;
  }
  return count;
}

bool squad_full(const Room& room, int seat, Int but) {
  return static_cast<Int>(held(room, seat, but).size()) >= room.rules().max_squad;
}

bool quota_reached(const Room& room, int seat, int asset, Int but) {
  for (const int kind : room.asset(asset).kinds) {
    const Int most = room.rules().quota_most[static_cast<std::size_t>(kind)];
    if (held_of_kind(room, seat, kind, but) >= most) return true;
  }
  return false;
}

Int limit(const Room& room, int seat, int asset, Int but) {
  if (squad_full(room, seat, but) || quota_reached(room, seat, asset, but)) return 0;
  const Int size = static_cast<Int>(held(room, seat, but).size());
  const Int missing = std::max(Int{0}, room.rules().min_squad - size - 1);
  const Int money = free_money(room, seat, but) - room.rules().reserve * missing;
  return std::clamp(money, Int{0}, kMost);
}

bool somebody_can_buy(const Room& room, int asset) {
  for (int seat = 0; seat < static_cast<int>(room.setup.seats.size()); ++seat)
    if (limit(room, seat, asset) >= room.asset(asset).base) return true;
  return false;
}

bool somebody_can_buy_any(const Room& room) {
  const std::vector<int>& queue = room.picture.queue;
  return std::any_of(queue.begin(), queue.end(),
                     [&](int asset) { return somebody_can_buy(room, asset); });
}

int owner(const Room& room, int asset) {
  int seat = 0;
  for (const Seat& s : room.setup.seats) {
    for (const Retained& retained : s.retained)
      if (retained.asset == asset) return seat;
    ++seat;
  }
  for (const Lot& lot : room.picture.lots)
    if (lot.asset == asset && lot.fate == Fate::sold) return lot.winner;
  return -1;
}

Int open_lot_of(const Room& room, int asset) {
  Int number = 0;
  for (const Lot& lot : room.picture.lots) {
    ++number;
    if (lot.asset == asset && lot.is_open()) return number;
  }
  return 0;
}

bool queued(const Room& room, int asset) {
  const std::vector<int>& queue = room.picture.queue;
  return std::find(queue.begin(), queue.end(), asset) != queue.end();
}

std::vector<int> unsold_assets(const Room& room) {
  std::vector<int> assets;
  for (const Lot& lot : room.picture.lots) {
    std::erase(assets, lot.asset);  // an earlier offering of the same asset
    const bool again = queued(room, lot.asset);
    const bool nobodys = lot.fate == Fate::unsold || lot.fate == Fate::voided;
    if (nobodys && !again) assets.push_back(lot.asset);
  }
  return assets;
}

std::vector<int> unsold_and_wanted(const Room& room) {
  std::vector<int> assets = unsold_assets(room);
  std::erase_if(assets, [&](int asset) { return !somebody_can_buy(room, asset); });
  return assets;
}

}  // namespace naive
