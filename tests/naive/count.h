// Money, squads and limits: counted from the lists of lots and bids at every question.
#pragma once

#include <vector>

#include "tests/naive/picture.h"

namespace naive {

// The setup and the picture a question is asked of, side by side.
struct Room {
  const Setup& setup;
  const Picture& picture;

  const Rules& rules() const { return setup.rules; }
  const Asset& asset(int number) const { return setup.assets[static_cast<std::size_t>(number)]; }
  const Lot& lot(Int number) const { return picture.lots[static_cast<std::size_t>(number - 1)]; }
};

Int retention_charge(const Setup& setup, const Seat& seat);
Int purse(const Room& room, int seat);

// What the seat has bid on the open lots it leads; `but` (a lot's number) is left out.
Int committed(const Room& room, int seat, Int but = 0);
Int free_money(const Room& room, int seat, Int but = 0);

// Retained and bought, in the order of acquisition.
std::vector<int> roster(const Room& room, int seat);
// The roster and the lots led.
std::vector<int> held(const Room& room, int seat, Int but = 0);
int held_of_kind(const Room& room, int seat, int kind, Int but = 0);

bool squad_full(const Room& room, int seat, Int but = 0);
bool quota_reached(const Room& room, int seat, int asset, Int but = 0);

// The most the seat may bid for the asset; what it leads on lot `but` is given up first.
Int limit(const Room& room, int seat, int asset, Int but = 0);
bool somebody_can_buy(const Room& room, int asset);
bool somebody_can_buy_any(const Room& room);  // of what is queued

int owner(const Room& room, int asset);        // a seat or -1
Int open_lot_of(const Room& room, int asset);  // a number or 0
bool queued(const Room& room, int asset);

// Offered, not bought and not waiting to come up again; in the order of their last lot numbers.
std::vector<int> unsold_assets(const Room& room);
std::vector<int> unsold_and_wanted(const Room& room);

}  // namespace naive
