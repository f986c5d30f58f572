// Bidders written in Python: one object asked for one plan, or one asked for many at once.
#pragma once

#include <memory>
#include <vector>

#include "bindings/python/bind.h"
#include "libauction/sim/simulate.h"

namespace auction::python {

// What a bidder of theirs raised, with where it happened; its cause is in flight as `error`.
struct BidderFault {
  std::uint64_t seq = 0;
  py::error_already_set error;
};

// Who sits where. Seats of `many` are Outside to the engine, and their facts go to the object.
struct Table {
  Bidders bidders;
  std::vector<py::object> many;  // by seat; null: none
  bool has_many = false;
};
Table table_of(const Setup& setup, const std::string& lineup, const py::dict& plain,
               const py::dict& many);

// A question as a row of a structured array.
struct FactsRow {
  std::int64_t auction = 0;
  std::int64_t seq = 0;
  std::int64_t lot = 0;
  std::int64_t asset = 0;
  std::int64_t manager = 0;
  std::int64_t leader = -1;
  std::int64_t price = 0;
  std::int64_t next_bid = 0;
  std::int64_t limit = 0;
  std::int64_t free = 0;
  std::int64_t places_left = 0;
  std::int64_t my_bids = 0;
  std::int64_t lots_left = 0;
  std::int64_t worth = 0;
  std::int64_t now = 0;
  std::int64_t ends_at = 0;
  std::uint64_t luck = 0;
};
FactsRow row_of(const Facts& facts, std::uint64_t auction);

// A plan as a row of one.
struct PlanRow {
  std::int64_t action = 0;  // 0 out, 1 wait, 2 bid
  std::int64_t after_ms = 0;
  std::int64_t amount = 0;
  std::int64_t up_to = 0;
  std::int64_t from_end = 0;
};
Plan plan_of(const PlanRow& row, const Facts& facts);

// Asks an object for the plans of all rows; with the GIL held. Raises what it raised.
std::vector<PlanRow> ask_many(const py::object& bidder, const std::vector<FactsRow>& rows);

Market market_of(const Setup& setup, py::handle worth, py::handle multiple_permille,
                 py::handle spread);

}  // namespace auction::python
