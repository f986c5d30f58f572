// The clients of a world and the network between them and the house.
//
// A wish is one command of a client, who asks until the answer is certain. The network delivers it
// once or more, at once or late, and sometimes something else under its id.
#pragma once

#include <vector>

#include "tests/faults/fortune.h"
#include "tests/faults/hall.h"
#include "tests/faults/judge.h"

namespace auction {

inline constexpr ActorId kCommissionerId{0xc0, 1};  // of every auction in these worlds

class FaultyNetwork final {
 public:
  FaultyNetwork(Fortune& fortune, Hall& hall, Judge& judge);
  FaultyNetwork(const FaultyNetwork&) = delete;  // the ear asks it
  FaultyNetwork& operator=(const FaultyNetwork&) = delete;

  void send(Request request);

  // Hands in what has arrived by now.
  void deliver_due();

  // Clients note what they were told; who was told nothing certain may ask again.
  void listen();
  void retry();

  // Every client without an answer asks once more.
  void ask_again();
  bool all_answered() const;
  bool at_rest() const { return under_way_.empty() && all_answered(); }

 private:
  struct Wished {
    Request request;
    Digest payload;
    bool answered = false;
  };
  struct Delivery {
    Instant due;
    std::size_t wish;
  };

  void deliver_some(std::size_t wish);
  void hand_in(const Wished& wish);
  void hand_in_other(const Request& request);

  Fortune& fortune_;
  Hall& hall_;
  Judge& judge_;
  std::vector<Wished> wishes_;
  std::vector<Delivery> under_way_;
};

}  // namespace auction
