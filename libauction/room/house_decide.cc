// Requests in, staged records and answers out.
#include "libauction/auction/settle.h"
#include "libauction/room/house_internal.h"

namespace auction {

void House::hear(Request request, Instant now) {
  if (unanswered_ + waiting_.size() >= options_.most_waiting) {
    return tell(request, Verdict::kUnavailable);
  }
  Room* room = find(request.stream);
  if (must_wait(room, request)) {
    ++counters_.waited;
    if (room != nullptr) ++room->waiting;
    waiting_.push_back(std::move(request));
    return;
  }
  if (room == nullptr) room = welcome(request, now);
  if (room == nullptr) return;  // the sender knows already
  if (room->newest().seq == 0 && room->health == Health::kServing && !creates(request)) {
    tell(request, Verdict::kUnknownStream);
  } else if (room->health == Health::kServing) {
    guarded(*room, [&] {
      const Digest payload = request.id.is_nil() ? Digest{} : payload_digest(request);
      if (!answered_before(*room, request, payload)) judge(*room, request, payload);
    });
  } else if (room->health == Health::kUnread) {
    tell(request, Verdict::kUnavailable);
  }
  // Also when this very request brought the check down.
  if (room->health == Health::kQuarantined) tell(request, Verdict::kQuarantined);
  arm(index_.at(room->stream));
}

// While a commit is under way the store may not be asked, and what was submitted later may not
// overtake what waits for that.
bool House::must_wait(const Room* room, const Request& request) const {
  if (!committing_) return false;
  if (room == nullptr || room->waiting > 0) return true;
  return !request.id.is_nil() && !room->answers.complete() &&
         room->answers.find(request.id) == nullptr;
}

bool House::answered_before(Room& room, Request& request, const Digest& payload) {
  if (request.id.is_nil()) return false;
  const Answers::Given* given = room.answers.find(request.id);
  if (given == nullptr && !room.answers.complete()) {
    ++counters_.looked_up;
    FoundAnswer found = store_.find_answer(room.stream, request.id);
    if (std::holds_alternative<StorageFailure>(found)) {
      tell(request, Verdict::kUnavailable);
      return true;
    }
    if (auto& stored = std::get<std::optional<StoredAnswer>>(found)) {
      room.answers.keep(request.id, stored->payload, std::move(stored->answer));
      room.answers.committed(request.id, options_.answers_remembered);
      given = room.answers.find(request.id);
    }
  }
  if (given == nullptr) return false;
  if (given->payload != payload) {
    tell(request, Verdict::kCommandConflict);
    return true;
  }
  std::optional<Receipt> receipt = decode_receipt(given->answer);
  AUCTION_CHECK(receipt.has_value(), "a stored answer is a receipt");
  receipt->replayed = true;
  if (given->committed) {
    tell(request, *receipt);
  } else {
    filling(room).leaving.push_back({std::nullopt, {}, std::move(request), *receipt});
    ++unanswered_;
  }
  return true;
}

void House::judge(Room& room, Request& request, const Digest& payload) {
  if (!std::holds_alternative<Recover>(request.command)) settle(room, request.at);
  const Instant now = effective_now(room.newest(), request.at);
  const std::uint64_t seq = room.newest().seq + 1;
  if (const auto no = decide_in(room, request, now)) {
    return answer(room, request, refused(room.newest(), request.command, *no, now), payload);
  }
  const auto count = static_cast<std::uint32_t>(events_.size());
  if (count > 0) {
    seal_record(room, events_, now, request.host ? kHostActor : request.actor);
    apply(ahead(room), events_, now);
  }
  answer(room, request, accepted(room.newest(), request.command, seq, count, now), payload);
}

std::optional<Rejection> House::decide_in(const Room& room, const Request& request, Instant now) {
  const State& state = room.newest();
  const auto* create = std::get_if<Create>(&request.command);
  if (create != nullptr && stream_of(create->setup->auction) != room.stream) {
    return Rejection{Reason::kOutOfRange, 0, state.seq, {}};
  }
  Actor actor;
  if (request.host) {
    actor = kHost;
  } else if (!request.actor.is_nil()) {
    actor = actor_of(state, request.actor);
  }
  return decide(state, request.command, {actor, now}, events_);
}

// A state is copied only when something is due: most looks find that the deadline has moved on.
void House::settle(Room& room, Instant now) {
  now = effective_now(room.newest(), now);
  State& newest = room.ahead ? *room.ahead : room.shown;
  if (!is_due(newest.alarm.at, now)) return;
  newest.alarm.at = next_deadline(newest);
  if (!is_due(newest.alarm.at, now)) return;
  auction::settle(ahead(room), now, events_, [&](std::span<const Event> events) {
    ++counters_.ticks;
    seal_record(room, events, now, kHostActor);
  });
}

void House::tick(Index index, Instant now) {
  Room& room = *rooms_[index];
  if (room.health != Health::kServing || room.waiting > 0) return;  // armed again when heard
  guarded(room, [&] { settle(room, now); });
  arm(index);
}

void House::seal_record(Room& room, std::span<const Event> events, Instant at, ActorId actor) {
  Part& part = filling(room);
  Record record = seal(room.head, events, at, actor, salts_.salt(room.head.seq + 1));
  room.head = head_after(record);
  part.leaving.push_back({part.batch.records.size(), {events.begin(), events.end()}, {}, {}});
  part.batch.records.push_back(std::move(record));
}

// A room without a first record has no answers either: nothing would ever ask for them.
void House::answer(Room& room, Request& request, const Receipt& receipt, const Digest& payload) {
  ++(receipt.reason ? counters_.refused : counters_.accepted);
  Part& part = filling(room);
  if (!request.id.is_nil() && room.newest().seq > 0) {
    Bytes bytes = encode(receipt);
    room.answers.keep(request.id, payload, bytes);
    part.batch.answers.push_back({request.id, payload, std::move(bytes)});
  }
  part.leaving.push_back({std::nullopt, {}, std::move(request), receipt});
  ++unanswered_;
}

State& House::ahead(Room& room) {
  if (room.ahead) return *room.ahead;
  if (spare_.empty()) {
    room.ahead = std::make_unique<State>(room.shown);
  } else {
    *spare_.back() = room.shown;
    room.ahead = std::move(spare_.back());
    spare_.pop_back();
  }
  return *room.ahead;
}

Part& House::filling(Room& room) {
  if (!room.filling) {
    room.filling = gathered_.size();
    Part& part = gathered_.emplace_back();
    part.room = index_.at(room.stream);
    part.batch.stream = room.stream;
    part.batch.expected_seq = room.head.seq;
  }
  return gathered_[*room.filling];
}

void House::arm(Index index) {
  const Room& room = *rooms_[index];
  deadlines_.set(index, room.health == Health::kServing ? room.newest().alarm.at : kNever);
}

}  // namespace auction
