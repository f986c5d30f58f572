#include "tests/faults/judge.h"

#include <algorithm>

#include "libauction/auction/apply.h"
#include "libauction/auction/deadline.h"
#include "libauction/auction/decide.h"
#include "tests/support/compare.h"
#include "tests/support/naive_bridge.h"

namespace auction {
namespace {

// Whether the answer was given before this record was decided. Refusals name the seq they were
// judged against, acceptances the seq that their first event has or would have.
bool comes_before(const Receipt& receipt, const Record& record) {
  if (receipt.reason) return receipt.seq < record.seq;
  return receipt.count == 0 && receipt.seq <= record.seq;
}

bool made(const Receipt& receipt, const Record& record) {
  return !receipt.reason && receipt.count > 0 && receipt.seq == record.seq;
}

}  // namespace

void Judge::asked(const Request& request, const Digest& payload) {
  std::vector<Asked>& all = asked_[request.id];
  for (Asked& one : all) {
    if (one.payload == payload) return one.stamps.push_back(request.at);
  }
  all.push_back({request, payload, {request.at}});
}

void Judge::restarted() {
  for (auto& [stream, court] : courts_) {
    court.must_recover = court.he && next_deadline(court.state) != kNever;
  }
}

const State* Judge::state(StreamId stream) const {
  const auto found = courts_.find(stream);
  return found == courts_.end() ? nullptr : &found->second.state;
}

void Judge::see(std::span<const StreamBatch> kept) {
  for (const StreamBatch& part : kept) {
    if (wrong_.empty()) see(courts_[part.stream], part);
  }
}

void Judge::see(Court& court, const StreamBatch& part) {
  auto next = part.answers.begin();
  const auto end = part.answers.end();
  for (const Record& record : part.records) {
    if (!wrong_.empty()) return;
    while (next != end && comes_before(*decode_receipt(next->answer), record)) {
      see_answer(court, *next++, nullptr);
    }
    const bool asked_for = next != end && made(*decode_receipt(next->answer), record);
    if (asked_for) {
      see_answer(court, *next++, &record);
    } else {
      see_host(court, record);
    }
  }
  for (; next != end && wrong_.empty(); ++next) see_answer(court, *next, nullptr);
}

void Judge::see_answer(Court& court, const StoredAnswer& answer, const Record* record) {
  const Receipt receipt = *decode_receipt(answer.answer);
  for (const Asked& one : asked_[answer.command]) {
    if (one.payload != answer.payload) continue;
    const bool stamped = std::count(one.stamps.begin(), one.stamps.end(), receipt.at) > 0;
    const bool moved = !stamps_stand && receipt.at == court.state.last_at;
    check(stamped || moved, "decided at an instant nobody stamped");
    const Request& request = one.request;
    check(record == nullptr || record->actor == (request.host ? kHostActor : request.actor),
          "a record by somebody else than the one who asked");
    return hear(court, request, receipt, record);
  }
  check(false, "an answer is kept that nobody asked for");
}

// Without a command of somebody: a restart, or time.
void Judge::see_host(Court& court, const Record& record) {
  check(record.actor == kHostActor, "a record that nobody asked for");
  check(court.he.has_value(), "a record before the auction was created");
  check(decode_body(record, events_), "a body that cannot be read");
  if (!wrong_.empty()) return;
  const bool recovers = std::holds_alternative<Recovered>(events_.front());
  check(recovers || !court.must_recover, "something was due before the recovery");
  court.must_recover = false;
  if (recovers) {
    overdue_recoveries += next_deadline(court.state) <= record.at;
    const Context context{kHost, record.at};
    check(court.he->hear(to_naive(Recover{}, context, record.seq)).accepted(), "no recovery");
  } else {
    ++ticks;
    check(court.he->tick(record.at.unix_ms), "the engine ticks, nothing is due for the naive one");
  }
  apply_record(court, record);
}

void Judge::hear(Court& court, const Request& request, const Receipt& receipt,
                 const Record* record) {
  ++commands;
  refusals += receipt.reason.has_value();
  if (const auto* create = std::get_if<Create>(&request.command); create && !court.he) {
    check(record != nullptr, "a set-up that was accepted without a record");
    court.he.emplace(std::make_shared<const naive::Setup>(to_naive(*create->setup, receipt.at)));
    return apply_record(court, *record);
  }
  check(court.he.has_value(), "an answer before the auction was created");
  check(!court.must_recover, "somebody was heard before the recovery");
  if (!wrong_.empty() || std::holds_alternative<Create>(request.command)) return;
  if (!std::holds_alternative<Recover>(request.command)) {
    check(!court.he->tick(receipt.at.unix_ms), "the naive one ticks, nothing was settled");
  }
  if (record != nullptr) check(decode_body(*record, events_), "a body that cannot be read");
  const Actor actor = request.host             ? kHost
                      : request.actor.is_nil() ? Actor{}
                                               : actor_of(court.state, request.actor);
  const Context context{actor, receipt.at};
  const auto* draw = std::get_if<DrawOrder>(&request.command);
  std::vector<AssetSlot> order;
  if (draw != nullptr && record != nullptr) {
    order = *std::get<LotsOrdered>(events_.front()).order;
    check(is_legal_order(*court.state.setup, order), "a draw of other assets");
  }
  const naive::Act act =
      draw ? drawn(*draw, context, order) : to_naive(request.command, context, court.state.seq + 1);
  std::optional<Rejection> engine;
  if (receipt.reason) {
    engine = Rejection{*receipt.reason, receipt.limit, receipt.seq, receipt.left};
  }
  const std::string different = difference(engine, court.he->hear(act));
  check(different.empty(), different);
  if (record != nullptr) apply_record(court, *record);
  note(court, request, receipt);
}

void Judge::note(Court& court, const Request& request, const Receipt& receipt) {
  const auto* bid = std::get_if<PlaceBid>(&request.command);
  if (bid == nullptr) return;
  if (receipt.reason) {
    bids_at_the_end += receipt.reason == Reason::kLotClosed && receipt.at == court.closed_at;
    return;
  }
  bids_just_before_the_end += receipt.left == Millis{1};
  const ManagerSlot leader = receipt.leader;
  if (leader != kNoManager && court.state.seats[leader.value].free == Money{0}) ++purses_used_up;
}

void Judge::apply_record(Court& court, const Record& record) {
  check(decode_body(record, events_), "a body that cannot be read");
  if (!wrong_.empty()) return;
  apply(court.state, events_, record.at);
  for (const Event& event : events_) {
    if (std::holds_alternative<LotSold>(event) || std::holds_alternative<LotUnsold>(event)) {
      court.closed_at = record.at;
    }
  }
  const std::string different = difference(court.state, *court.he);
  check(different.empty(), different);
}

}  // namespace auction
