// An auction as a Python object holds it: a state, its time, and where its events are kept.
#pragma once

#include "bindings/python/bind.h"
#include "bindings/python/keeping.h"
#include "libauction/auction/apply.h"
#include "libauction/auction/deadline.h"
#include "libauction/auction/decide.h"
#include "libauction/bid/rejection.h"

namespace auction::python {

class LiveAuction {
 public:
  LiveAuction(const Shared<Setup>& setup, std::uint64_t seed, Instant at,
              std::shared_ptr<OpenStore> store);
  LiveAuction(State state, Keeping keeping);

  // Settles what is due at `at`, decides, keeps, applies. A refusal is an answer.
  std::optional<Rejection> act(const Command& command, const Actor& actor, ActorId id, Instant at);
  std::size_t settle(Instant at, Events* all = nullptr);  // how many transitions were due

  // `act` in two steps, for the one that is done a million times.
  void settle_before(Instant at) {
    now_ = later(at, state_.last_at);
    if (!nothing_due(state_, now_)) settle(now_);
  }
  std::optional<Rejection> bid(const PlaceBid& bid, ManagerSlot manager) {
    auto refused = decide_bid(state_, bid, {manager_at(manager), now_}, events_);
    if (!refused) {
      if (keeping_.keeps()) keep_bid(manager);  // a copy that keeps nothing looks nothing up for it
      apply(state_, events_, now_);
    }
    return refused;
  }

  ManagerSlot manager_of(py::handle value) const;  // a slot, a label or an id
  LotNumber lot_of(py::handle value) const;        // None: the one open lot
  LotNumber open_lot() const {                     // none is open: the last, which is closed
    if (state_.open.size() == 1) return state_.open.front().number;
    if (state_.open.size() > 1) throw py::value_error("lot: several are open; name one");
    return {static_cast<std::uint32_t>(state_.lots.size())};
  }
  AssetSlot asset_of(py::handle value) const;  // a slot or an external id
  Instant time_of(py::handle at) const;        // None: now
  ActorId commissioner() const;

  const State& state() const { return state_; }
  const Events& events() const { return events_; }
  Instant now() const { return now_; }
  Keeping& keeping() { return keeping_; }
  const Keeping& keeping() const { return keeping_; }

 private:
  void keep_bid(ManagerSlot manager);
  std::optional<Rejection> finish(const std::optional<Rejection>& refused, ActorId id);

  State state_;
  Events events_;
  Instant now_;
  Keeping keeping_;
};

}  // namespace auction::python
