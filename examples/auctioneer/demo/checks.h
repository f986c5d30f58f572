// The checks: is what the engine made of it equal to what was published?
#pragma once

#include "examples/auctioneer/demo/facts.h"
#include "libauction/log/book.h"

namespace auction::demo {

struct Claim {
  bool holds = false;
  std::string what;                     // "10 of 10 franchises: purse left and squad as published"
  std::vector<std::string> exceptions;  // what differs
};

struct Proof {
  std::vector<Claim> claims;
  std::string head;
  std::string digest;
  std::uint64_t records = 0;
  std::uint64_t events = 0;
  std::uint64_t bids = 0;

  bool holds() const;
};

// `records`: the log as it can be read back. It is verified and replayed from nothing; `state` is
// the one that was played.
Proof prove(const State& state, const Facts& facts, std::span<const Record> records);

// Whether a franchise came out as published.
bool as_published(const State& state, const Published& published);
ManagerSlot seat_of(const State& state, const std::string& label);

}  // namespace auction::demo
