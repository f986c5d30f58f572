// Consequences: what a commissioner should read before a sale is voided or the auction reset.
//
// The log is folded once more as if that sale had never stood, and everything that happened after
// it is judged again: a bid that would have been refused, a lot that was passed although somebody
// could have bought it. Nothing of it is undone by the void; it is for people to weigh. Of a reset
// they are the sales it undoes.
//
//   decide(state, VoidSale{lot}, context, events)           // allowed at all?
//   for (const Consequence& c : consequences(records, VoidSale{lot}))
//     tell(code(c), message(setup, c));                     // "squad_unfillable", "Reds could ..."
//
// Any other command has none. Records are those of one auction from its first one on, as `fold`
// reads them; a withheld or broken one ends the look.
#pragma once

#include <string>

#include "libauction/auction/command.h"
#include "libauction/bid/rejection.h"
#include "libauction/log/record.h"

namespace auction {

struct Consequence {
  enum class What : std::uint8_t {
    kBidRefused,     // `manager` could not have bid `amount`
    kCouldBeBought,  // `manager` could have bought the lot, which nobody could buy
    kSaleUndone,     // `manager` gets `amount` back
  };

  What what = What::kSaleUndone;
  std::uint64_t seq = 0;  // of the event it is about
  LotNumber lot;
  AssetSlot asset;
  ManagerSlot manager = kNoManager;
  Money amount;                              // bid or paid; of a passed lot the base price
  Reason reason = Reason::kSquadUnfillable;  // of a refused bid

  bool operator==(const Consequence&) const = default;
};

// In the order of the log.
std::vector<Consequence> consequences(std::span<const Record> records, const Command& command);

// A word and a sentence for it.
std::string_view code(const Consequence& consequence);
std::string message(const Setup& setup, const Consequence& consequence);

}  // namespace auction
