// The bookkeeper: keeps a book of his own from the events alone, and compares.
//
// He knows the invariants of money, price, time, outcome and numbering, and shares no code with
// `apply`: what he adds up must be what the state says.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "libauction/auction/state.h"

namespace auction {

class Bookkeeper {
 public:
  explicit Bookkeeper(Shared<Setup> setup);

  // The events of one record, in order; `at` is when.
  void see(std::span<const Event> events, Instant at);

  // After the record was applied.
  void compare(const State& state);

  // The first thing that was wrong, in a sentence; empty: nothing.
  const std::string& wrong() const { return wrong_; }

 private:
  struct Lot {
    AssetSlot asset;
    bool open = false;
    Instant ends_at;
    Instant hard_stop = kNever;
    Money base;
    int extensions = 0;
    std::vector<std::pair<ManagerSlot, Money>> bids;  // standing
    ManagerSlot owner = kNoManager;                   // who bought it, until that is undone
    Money price;
  };
  struct Manager {
    Money budget, charged, spent, adjusted;
    std::vector<AssetSlot> squad;
  };

  void check(bool holds, const char* what) {
    if (!holds && wrong_.empty()) wrong_ = what;
  }
  Lot& open_lot(LotNumber number);
  Lot& new_lot(LotNumber number, AssetSlot asset);
  Money committed(ManagerSlot manager) const;
  int led(ManagerSlot manager) const;
  Manager& manager(ManagerSlot slot) { return managers_.at(slot.value); }
  void own(ManagerSlot slot, Lot& lot, Money price);
  void disown(Lot& lot);

  void see(const Event& event);
  void open(const LotOpened& event);
  void bid(const BidPlaced& event);
  void extend(const ClockExtended& event);
  void sell(const LotSold& event);
  void retract(const BidRetracted& event);
  void resume(const AuctionResumed& event);
  void recover(Instant not_before);
  void complete(EndReason reason);
  void keep_retained();
  void start_again();

  Shared<Setup> setup_;
  std::vector<Manager> managers_;
  std::vector<Lot> lots_;
  std::vector<int> owners_;     // by asset: how many
  std::vector<bool> outcomes_;  // by asset: concluded at least once
  std::uint64_t seq_ = 0;
  Instant now_, paused_at_;
  bool paused_ = false, running_ = false, over_ = false, ending_ = false;
  Lot* just_bid_ = nullptr;  // the lot of the bid before, in this record
  std::string wrong_;
};

}  // namespace auction
