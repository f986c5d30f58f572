#include "libauction/replay/consequences.h"

#include "libauction/auction/apply.h"
#include "libauction/auction/decide.h"
#include "libauction/auction/limit.h"
#include "libauction/replay/guard.h"

namespace auction {
namespace {

LotNumber sold_lot(const Event& event) {
  if (const auto* sold = std::get_if<LotSold>(&event)) return sold->lot;
  if (const auto* assigned = std::get_if<LotAssigned>(&event)) return assigned->lot;
  return {};
}

// The auction as it would have gone on without one sale.
class Without {
 public:
  explicit Without(LotNumber voided) : voided_(voided) {}

  void take(const Event& event, std::uint64_t seq, Instant at, std::vector<Consequence>& out) {
    if (undone_) judge(event, seq, at, out);
    apply(state_, event, at);
    if (sold_lot(event) != voided_) return;
    apply(state_, SaleVoided{voided_, false, {}}, at);
    undone_ = true;
  }

 private:
  void judge(const Event& event, std::uint64_t seq, Instant at, std::vector<Consequence>& out) {
    if (const auto* bid = std::get_if<BidPlaced>(&event)) judge_bid(*bid, seq, at, out);
    if (const auto* passed = std::get_if<LotPassed>(&event)) judge_passed(*passed, seq, out);
  }

  void judge_bid(const BidPlaced& bid, std::uint64_t seq, Instant at,
                 std::vector<Consequence>& out) {
    const PlaceBid again{bid.lot, bid.amount, 0};
    const auto refused = decide_bid(state_, again, {manager_at(bid.manager), at}, events_);
    if (!refused) return;
    out.push_back({Consequence::What::kBidRefused, seq, bid.lot,
                   state_.lots[bid.lot.value - 1].asset, bid.manager, bid.amount, refused->reason});
  }

  void judge_passed(const LotPassed& passed, std::uint64_t seq, std::vector<Consequence>& out) {
    for (std::size_t m = 0; m < state_.seats.size(); ++m) {
      const ManagerSlot manager{static_cast<std::uint8_t>(m)};
      if (!can_buy(state_, manager, passed.asset)) continue;
      out.push_back({Consequence::What::kCouldBeBought, seq, passed.lot, passed.asset, manager,
                     opening_price(state_, passed.asset), Reason::kLotClosed});
      return;  // one sale changes one manager's standing
    }
  }

  LotNumber voided_;
  bool undone_ = false;
  State state_;
  Events events_;
};

// The sales that stand at the end of a log.
class Sold {
 public:
  void take(const Event& event, std::uint64_t seq, Instant at) {
    apply(state_, event, at);
    seqs_.resize(state_.lots.size());
    if (const LotNumber lot = sold_lot(event); lot.value != 0) seqs_[lot.value - 1] = seq;
  }

  std::vector<Consequence> undone() const {
    std::vector<Consequence> all;
    for (std::size_t i = 0; i < state_.lots.size(); ++i) {
      const LotRecord& lot = state_.lots[i];
      if (lot.outcome != Outcome::kSold) continue;
      all.push_back({Consequence::What::kSaleUndone, seqs_[i],
                     LotNumber{static_cast<std::uint32_t>(i + 1)}, lot.asset, lot.winner, lot.price,
                     Reason::kNotOwned});
    }
    return all;
  }

 private:
  State state_;
  std::vector<std::uint64_t> seqs_;  // of the sale of lot n at n - 1
};

// `take` sees event after event, as far as the log can be read.
template <class Take>
void read_on(std::span<const Record> records, Take take) {
  const CheckGuard guard;
  Events events;
  try {
    for (const Record& record : records) {
      if (!decode_body(record, events)) return;
      std::uint64_t seq = record.seq;
      for (const Event& event : events) take(event, seq++, record.at);
    }
  } catch (const CheckFailure&) {  // `fold` says what is wrong with such a log
  }
}

}  // namespace

std::vector<Consequence> consequences(std::span<const Record> records, const Command& command) {
  std::vector<Consequence> found;
  if (const auto* undo = std::get_if<VoidSale>(&command)) {
    Without without(undo->lot);
    read_on(records, [&](const Event& event, std::uint64_t seq, Instant at) {
      without.take(event, seq, at, found);
    });
  }
  if (std::holds_alternative<Reset>(command)) {
    Sold sold;
    read_on(records,
            [&](const Event& event, std::uint64_t seq, Instant at) { sold.take(event, seq, at); });
    found = sold.undone();
  }
  return found;
}

std::string_view code(const Consequence& consequence) {
  switch (consequence.what) {
    case Consequence::What::kBidRefused:
      return word(consequence.reason);
    case Consequence::What::kCouldBeBought:
      return word(How::kNobodyCanBid);
    case Consequence::What::kSaleUndone:
      break;
  }
  return "sale_undone";
}

std::string message(const Setup& setup, const Consequence& consequence) {
  const std::string& who = setup.participants[consequence.manager.value].label;
  const std::string& what = (*setup.catalogue)[consequence.asset].name;
  const std::string money = format_money(setup.rules->currency, consequence.amount);
  switch (consequence.what) {
    case Consequence::What::kBidRefused:
      return who + " could not have bid " + money + " for " + what;
    case Consequence::What::kCouldBeBought:
      return who + " could have bought " + what + ", which was passed";
    case Consequence::What::kSaleUndone:
      break;
  }
  return who + " gives " + what + " back for " + money;
}

}  // namespace auction
