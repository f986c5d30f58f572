// The engine and the naive auctioneer side by side, fed the same commands.
//
//   Twin twin(setup, at, true);
//   std::string wrong = twin.hear(PlaceBid{lot, {20}}, {manager_at(reds), now});   // "" is right
//
// Every command is settled first, as a host does (Recover apart). After every transition and every
// command the answers and the whole visible states are compared. Without the naive auctioneer the
// engine runs alone, which is faster.
#pragma once

#include <optional>
#include <string>

#include "libauction/auction/settle.h"
#include "tests/naive/auctioneer.h"

namespace auction {

// One record of the log: the events of one decision, by their place in `Log::events`.
struct Mark {
  std::size_t first = 0;
  std::size_t count = 0;
  Instant at;
};

struct Log {
  Events events;
  std::vector<Mark> marks;
};

struct Twin {
  Twin(const Shared<Setup>& setup, Instant at, bool with_naive, Log* log = nullptr);

  std::string settle(Instant now);
  std::string hear(const Command& command, const Context& context);

  // The two halves of `hear`, for callers that try many commands on one settled state.
  std::string judge(const Command& command, const Context& context);
  std::string accept(Instant now);

  State state;
  std::optional<naive::Auctioneer> he;
  std::optional<Rejection> answer;  // of the last command
  Events events;                    // of the last decision
  Log* log;                         // filled when there is one

 private:
  void record(std::span<const Event> decided, Instant at);
  void obey(Instant at);
  std::string compare() const;
};

}  // namespace auction
