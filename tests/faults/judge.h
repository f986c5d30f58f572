// The judge: sits at the store and holds every commit that is really kept against the naive
// auctioneer.
//
// He sees records and answers in the order in which they were decided, knows what was asked under
// each command id, and lets the naive auctioneer decide the same. What the house believes, told or
// lost in a crash does not concern him.
//
//   Judge judge;
//   store.witness = [&](auto kept) { judge.see(kept); };
//   judge.asked(request, payload_digest(request));    // each delivery, before the house hears it
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "libauction/log/store.h"
#include "libauction/room/receipt.h"
#include "libauction/room/request.h"
#include "tests/naive/auctioneer.h"

namespace auction {

class Judge {
 public:
  void asked(const Request& request, const Digest& payload);
  void see(std::span<const StreamBatch> kept);

  // Another house reads the store: in every auction that runs the next thing must be a recovery.
  void restarted();

  // In this world nothing moves a request away from the instant at which it was read.
  bool stamps_stand = false;

  const State* state(StreamId stream) const;
  const std::string& wrong() const { return wrong_; }

  // Rare by nature.
  std::uint64_t bids_just_before_the_end = 0;
  std::uint64_t bids_at_the_end = 0;  // refused, in the very millisecond of the lot's close
  std::uint64_t purses_used_up = 0;
  std::uint64_t overdue_recoveries = 0;  // a restart found a deadline missed
  std::uint64_t ticks = 0;
  std::uint64_t commands = 0;
  std::uint64_t refusals = 0;

 private:
  struct Asked {
    Request request;
    Digest payload;
    std::vector<Instant> stamps;  // of all its deliveries
  };
  struct Court {
    State state;
    std::optional<naive::Auctioneer> he;
    bool must_recover = false;
    Instant closed_at{-1};  // of the last lot that was closed
  };

  void see(Court& court, const StreamBatch& part);
  void see_answer(Court& court, const StoredAnswer& answer, const Record* record);
  void see_host(Court& court, const Record& record);
  void hear(Court& court, const Request& request, const Receipt& receipt, const Record* record);
  void note(Court& court, const Request& request, const Receipt& receipt);
  void apply_record(Court& court, const Record& record);
  void check(bool holds, const std::string& what) {
    if (!holds && wrong_.empty()) wrong_ = what;
  }

  std::map<CommandId, std::vector<Asked>> asked_;
  std::map<StreamId, Court> courts_;
  Events events_;
  std::string wrong_;
};

}  // namespace auction
