// The JSON names of the commands' fields, once, for the reader and the writer.
#pragma once

#include "libauction/adapters/json/setup_json_internal.h"
#include "libauction/auction/command.h"

namespace auction {

template <class T, class... Of>
concept CommandIs = (std::same_as<std::remove_const_t<T>, Of> || ...);

void note_field(auto& note, auto& each) { each("note", MayMiss{note, std::nullopt}); }

void fields(CommandIs<PlaceBid> auto& bid, auto& each) {
  each("lotNumber", bid.lot);
  each("amount", MayMiss{bid.amount, Money{0}});
  each("expectedSeq", MayMiss{bid.expected_seq, 0});
}

void fields(CommandIs<Create> auto& create, auto& each) { each("setup", create.setup); }
void fields(CommandIs<DrawOrder> auto& draw, auto& each) { each("seed", draw.seed); }
void fields(CommandIs<Tick, Recover> auto&, auto&) {}

void fields(CommandIs<Open> auto& open, auto& each) {
  each("at", MayMiss{open.at, kNever});
  note_field(open.note, each);
}

void fields(CommandIs<Begin, Pause, Resume, Cancel, End> auto& command, auto& each) {
  note_field(command.note, each);
}

void fields(CommandIs<Extend> auto& extend, auto& each) {
  each("lotNumber", extend.lot);
  each("byMs", extend.by);
  note_field(extend.note, each);
}

void fields(CommandIs<CloseNow, PassLot, Retract> auto& command, auto& each) {
  each("lotNumber", command.lot);
  note_field(command.note, each);
}

void fields(CommandIs<Assign> auto& assign, auto& each) {
  each("asset", assign.asset);
  each("manager", assign.manager);
  each("price", assign.price);
  note_field(assign.note, each);
}

void fields(CommandIs<AdjustPurse> auto& adjust, auto& each) {
  each("manager", adjust.manager);
  each("delta", adjust.delta);
  note_field(adjust.note, each);
}

void fields(CommandIs<VoidSale> auto& undo, auto& each) {
  each("lotNumber", undo.lot);
  each("reoffer", undo.reoffer);
  note_field(undo.note, each);
}

void fields(CommandIs<Reset> auto& reset, auto& each) {
  each("orderCommitment", MayMiss{reset.order_commitment, Digest{}});
  note_field(reset.note, each);
}

void fields(CommandIs<Appoint, Dismiss> auto& command, auto& each) {
  each("who", command.who);
  note_field(command.note, each);
}

void fields(CommandIs<RequestLots> auto& request, auto& each) { each("assets", request.assets); }

}  // namespace auction
