// An auction as a Python object holds it: a state, its time, and where its events are kept.
#pragma once

#include "bindings/python/bind.h"
#include "bindings/python/keeping.h"
#include "libauction/bid/rejection.h"

namespace auction::python {

class LiveAuction {
 public:
  LiveAuction(const Shared<Setup>& setup, std::uint64_t seed, Instant at,
              std::shared_ptr<OpenStore> store);
  LiveAuction(State state, Keeping keeping);

  // Settles what is due at `at`, decides, keeps, applies. A refusal is an answer.
  std::optional<Rejection> act(const Command& command, const Actor& actor, ActorId id, Instant at);
  std::optional<Rejection> bid(const PlaceBid& bid, ManagerSlot manager, Instant at);
  std::size_t settle(Instant at, Events* all = nullptr);  // how many transitions were due

  ManagerSlot manager_of(py::handle value) const;  // a slot, a label or an id
  LotNumber lot_of(py::handle value) const;        // None: the one open lot
  AssetSlot asset_of(py::handle value) const;      // a slot or an external id
  Instant time_of(py::handle at) const;            // None: now
  ActorId commissioner() const;

  const State& state() const { return state_; }
  const Events& events() const { return events_; }
  Instant now() const { return now_; }
  Keeping& keeping() { return keeping_; }
  const Keeping& keeping() const { return keeping_; }

 private:
  std::optional<Rejection> finish(const std::optional<Rejection>& refused, ActorId id);

  State state_;
  Events events_;
  Instant now_;
  Keeping keeping_;
};

}  // namespace auction::python
