// The columns of a batch, row by row, and as arrays.
#include "bindings/python/batch.h"

namespace auction::python {
namespace {

// The array takes the numbers over; nothing is copied.
template <class T>
py::array_t<T> array_of(std::vector<T> values) {
  auto* kept = new std::vector<T>(std::move(values));
  const py::capsule owner(kept, [](void* p) { delete static_cast<std::vector<T>*>(p); });
  return py::array_t<T>(static_cast<py::ssize_t>(kept->size()), kept->data(), owner);
}

}  // namespace

void Results::add(std::uint64_t index, const AuctionResult& r) {
  seed_.push_back(r.seed);
  events_.push_back(static_cast<std::int64_t>(r.events));
  bids_.push_back(static_cast<std::int64_t>(r.bids));
  refusals_.push_back(static_cast<std::int64_t>(r.refusals));
  duration_.push_back(r.duration.count);
  reason_.push_back(static_cast<std::int8_t>(r.reason));
  for (std::size_t i = 0; i < r.lots.size(); ++i) add_lot(index, i + 1, r.lots[i]);
  for (const ManagerResult& m : r.managers) {
    left_.push_back(m.left.units);
    spent_.push_back(m.spent.units);
    squad_.push_back(m.squad);
  }
}

py::dict Results::arrays() {
  py::dict d;
  d["seed"] = array_of(std::move(seed_));
  d["events"] = array_of(std::move(events_));
  d["bids"] = array_of(std::move(bids_));
  d["refusals"] = array_of(std::move(refusals_));
  d["duration_ms"] = array_of(std::move(duration_));
  d["reason"] = array_of(std::move(reason_));
  d["left"] = array_of(std::move(left_));
  d["spent"] = array_of(std::move(spent_));
  d["squad"] = array_of(std::move(squad_));
  d["lots"] = lots();
  return d;
}

void Results::add_lot(std::uint64_t index, std::size_t number, const LotRecord& lot) {
  const bool sold = lot.outcome == Outcome::kSold;
  auction_.push_back(static_cast<std::int64_t>(index));
  number_.push_back(static_cast<std::int32_t>(number));
  asset_.push_back(lot.asset.value);
  outcome_.push_back(static_cast<std::int8_t>(lot.outcome));
  winner_.push_back(sold ? std::int16_t{lot.winner.value} : std::int16_t{-1});
  round_.push_back(static_cast<std::int16_t>(lot.round));
  price_.push_back(sold ? lot.price.units : 0);
  lot_bids_.push_back(static_cast<std::int32_t>(lot.bid_count));
  opened_.push_back(lot.opened_at.unix_ms);
}

py::dict Results::lots() {
  py::dict d;
  d["auction"] = array_of(std::move(auction_));
  d["lot"] = array_of(std::move(number_));
  d["asset"] = array_of(std::move(asset_));
  d["outcome"] = array_of(std::move(outcome_));
  d["winner"] = array_of(std::move(winner_));
  d["round"] = array_of(std::move(round_));
  d["price"] = array_of(std::move(price_));
  d["bids"] = array_of(std::move(lot_bids_));
  d["opened_at"] = array_of(std::move(opened_));
  return d;
}

}  // namespace auction::python
