#include "tests/faults/faulty_network.h"

namespace auction {
namespace {

constexpr Ticket kOtherTicket = Ticket{1} << 60;

// What somebody else sends under the id of a wish.
Request other_than(const Request& request) {
  Request other = request;
  other.command = Pause{};
  other.host = false;
  other.actor = kCommissionerId;
  other.ticket = kOtherTicket;
  return other;
}

}  // namespace

FaultyNetwork::FaultyNetwork(Fortune& fortune, Hall& hall, Judge& judge)
    : fortune_(fortune), hall_(hall), judge_(judge) {
  hall_.ear.payload_of = [this, other = payload_digest(other_than({}))](const Request& request) {
    return request.ticket == kOtherTicket ? other : wishes_.at(request.ticket - 1).payload;
  };
}

void FaultyNetwork::send(Request request) {
  request.id = command_id(wishes_.size() + 1);
  request.ticket = wishes_.size() + 1;
  const Digest payload = payload_digest(request);
  wishes_.push_back({std::move(request), payload});
  deliver_some(wishes_.size() - 1);
}

void FaultyNetwork::deliver_some(std::size_t wish) {
  std::size_t times = 1;
  if (fortune_.strikes(fortune_.mix.duplicate)) {
    times += 1 + fortune_.chance.below(4);
    fortune_.tally.note(Happened::kDuplicated);
  }
  for (std::size_t i = 0; i < times; ++i) {
    Instant due = hall_.now;
    if (fortune_.strikes(fortune_.mix.delay)) {
      due = due + Millis{fortune_.chance.between(0, 400)};
      fortune_.tally.note(Happened::kDelayed);
    }
    if (!under_way_.empty() && due < under_way_.back().due)
      fortune_.tally.note(Happened::kReordered);
    under_way_.push_back({due, wish});
  }
}

void FaultyNetwork::deliver_due() {
  std::size_t later = 0;
  for (const Delivery delivery : under_way_) {
    if (delivery.due <= hall_.now) {
      hand_in(wishes_[delivery.wish]);
    } else {
      under_way_[later++] = delivery;
    }
  }
  under_way_.resize(later);
}

void FaultyNetwork::hand_in(const Wished& wish) {
  Request request = wish.request;
  request.at = hall_.now;
  if (fortune_.strikes(fortune_.mix.other_payload)) hand_in_other(request);
  judge_.asked(request, wish.payload);
  hall_.house->submit(std::move(request));
}

void FaultyNetwork::hand_in_other(const Request& request) {
  fortune_.tally.note(Happened::kOtherPayload);
  Request other = other_than(request);
  judge_.asked(other, hall_.ear.payload_of(other));
  hall_.house->submit(std::move(other));
}

void FaultyNetwork::listen() {
  for (const auto& [ticket, receipt] : hall_.ear.answers) {
    if (ticket == kOtherTicket) continue;
    Wished& wish = wishes_.at(ticket - 1);
    const bool certain =
        receipt.verdict != Verdict::kUnavailable && receipt.verdict != Verdict::kUnknownStream;
    wish.answered = wish.answered || certain;
    if (receipt.replayed) fortune_.tally.note(Happened::kReplayed);
  }
  hall_.ear.answers.clear();
  if (fortune_.chance.one_in(8)) retry();
}

void FaultyNetwork::retry() {
  for (std::size_t i = 0; i < wishes_.size(); ++i) {
    if (!wishes_[i].answered && fortune_.chance.one_in(3)) deliver_some(i);
  }
}

void FaultyNetwork::ask_again() {
  for (std::size_t i = 0; i < wishes_.size(); ++i) {
    if (!wishes_[i].answered) under_way_.push_back({hall_.now, i});
  }
}

bool FaultyNetwork::all_answered() const {
  for (const Wished& wish : wishes_)
    if (!wish.answered) return false;
  return true;
}

}  // namespace auction
