// The stage: plays the steps of a script on a book, and tells which expectations failed.
//
// Time stands still between steps unless they say otherwise, and on the way from one to the next
// each deadline is met on time, as by a host with an alarm. `wake` and `host recover` are a host
// that slept: nothing rings on the way to them.
//
//   Stage stage(book, prologue, kEpoch);
//   stage.begin();
//   for (const Step& step : steps) if (auto played = stage.play(step); !played.faults.empty()) ...
#pragma once

#include "examples/auctioneer/script/prologue.h"
#include "examples/auctioneer/script/steps.h"
#include "libauction/log/book.h"

namespace auction::script {

struct Failure {
  std::string expected;
  std::string got;
};

struct Played {
  Millis at;           // since the start
  std::string answer;  // "too_low, limit 13.1m"; empty where nobody acted
  bool refused = false;
  std::vector<Failure> failures;
};

// The log refused a record: no fault of the script.
struct LogRefused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Stage {
 public:
  Stage(Book& book, const Prologue& prologue, Instant start);

  // Create, draw, open, begin: as far as the prologue's `start` says. A refusal is BadScript.
  void begin();
  Played play(const Step& step);

 private:
  void conduct(const Command& command, ActorId actor);
  void advance(const Step& step);
  void perform(const Step& step, Scene& scene);
  Command completed(const Step& step, LotNumber lot) const;
  BookAnswer hand_in(const Act& act, const Command& command);
  LotNumber lot_of(const Command& command) const;
  void stored(const BookAnswer& answer);

  Book& book_;
  const Prologue& prologue_;
  Instant start_;
  Instant now_;
  Events events_;  // of the step being played
  std::map<std::string, std::uint64_t> marks_;
};

}  // namespace auction::script
