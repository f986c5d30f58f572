// The steps of a script: what is done, by whom, when, and what must be true afterwards.
//
// docs/scripts.md has the grammar. Everything is resolved here (amounts, names, commands); only a
// lot that is not named is looked up when the step is played.
#pragma once

#include <functional>
#include <map>

#include "examples/auctioneer/script/reader.h"
#include "libauction/auction/view.h"
#include "libauction/bid/rejection.h"

namespace auction::script {

enum class Who : std::uint8_t { kManager, kCommissioner, kHost, kStranger };

struct Act {
  Who who = Who::kHost;
  ManagerSlot seat = kNoManager;
  Command command;
  std::string seen;  // the mark whose seq guards a bid; empty: no guard
};

// What a step left behind, for checks to look at.
struct Scene {
  const State& state;
  Instant start;  // 0s of the script
  Instant now;
  bool accepted = true;
  Rejection refusal;
  std::uint32_t count = 0;  // events of the act itself
  LotNumber lot;            // the one the act was about; 0: none
  const Events& events;     // of this step, the passing of time included
};

// One thing that must be true: `look` tells what is there, and that must be `wanted`.
struct Check {
  std::string what;  // "purse", "clock"; empty where `wanted` says it all
  std::string wanted;
  std::function<std::string(const Scene&)> look;
};

struct Step {
  int line = 0;
  std::string text;  // as written, without comment and expectation
  std::optional<Millis> at;
  bool after = false;   // `at` counts from the step before
  bool asleep = false;  // no alarm rings on the way
  std::optional<Act> act;
  std::string mark;  // remembers the seq under this name
  std::vector<Check> checks;
};

std::vector<Step> read_steps(std::span<const Line> lines, const Setup& setup);

// Parts of it, in files of their own.
Act read_act(Reader& in, const Setup& setup);
void read_answer(Reader& in, const Setup& setup, const Command& command,
                 std::vector<Check>& checks);
void read_expectation(Reader& in, const Setup& setup, std::vector<Check>& checks);
void read_manager(Reader& in, const Setup& setup, std::vector<Check>& checks);
bool read_lot_property(Reader& in, const Setup& setup, LotNumber lot, std::vector<Check>& checks);

// Somebody without a seat, always the same.
ActorId stranger();

// Words for what a check finds.
std::string lot_fate(const State& state, LotNumber lot);  // "sold to Reds 5m"
std::string answer_text(const Scene& scene, const Command* command);
std::string since(Instant start, Instant at);  // "35s"; "never"

}  // namespace auction::script
