// Rooms out of the store: after a start, after a failed commit, and when somebody asks.
#include "libauction/auction/invariants.h"
#include "libauction/replay/fold.h"
#include "libauction/room/house_internal.h"

namespace auction {

Room* House::find(StreamId stream) const {
  const auto found = index_.find(stream);
  return found == index_.end() ? nullptr : rooms_[found->second].get();
}

Room& House::add(StreamId stream) {
  index_.emplace(stream, static_cast<Index>(rooms_.size()));
  Room& room = *rooms_.emplace_back(std::make_unique<Room>());
  room.stream = stream;
  room.shown_head = room.head = genesis(stream);
  return room;
}

std::optional<StorageFailure> House::open(Instant now) {
  StreamsAnswer streams = store_.streams();
  if (auto* failure = std::get_if<StorageFailure>(&streams)) return std::move(*failure);
  for (const StreamId stream : std::get<std::vector<StreamId>>(streams)) {
    if (find(stream) != nullptr) continue;
    Room& room = add(stream);
    room.recover = true;
    const bool is_auction = read(room, false, now);
    if (room.health == Health::kUnread) return StorageFailure{"a stream could not be read"};
    const bool stays = !is_over(room.shown.status) || room.health != Health::kServing;
    if (is_auction && stays) continue;
    index_.erase(stream);
    rooms_.pop_back();
  }
  return std::nullopt;
}

// A stream nobody has opened is one of the store's, or begins with this very Create.
Room* House::welcome(const Request& request, Instant now) {
  const HeadAnswer answer = store_.head(request.stream);
  const auto* head = std::get_if<Head>(&answer);
  if (head == nullptr || (head->seq == 0 && !creates(request))) {
    tell(request, head == nullptr ? Verdict::kUnavailable : Verdict::kUnknownStream);
    return nullptr;
  }
  Room& room = add(request.stream);
  room.recover = true;
  if (head->seq == 0 || read(room, false, now)) return &room;
  index_.erase(request.stream);
  rooms_.pop_back();
  tell(request, Verdict::kUnknownStream);
  return nullptr;
}

// `tell_news`: records that are in the store and were not told yet are told now. A commit that
// failed may have been kept all the same. False, and nothing done: it is no auction's stream.
bool House::read(Room& room, bool tell_news, Instant now) {
  ++counters_.rooms_read;
  const std::uint64_t told = tell_news ? room.shown_head.seq : kToTheEnd;
  Replay replay{State{}, genesis(room.stream)};
  Events events;
  std::optional<Fault> fault;
  bool is_auction = true;
  const CheckGuard guard;
  const HeadAnswer read = store_.read(room.stream, 1, [&](const Record& record) {
    is_auction = record.seq > 1 || kind_of(record) == StreamKind::kAuction;
    if (!is_auction) return false;
    fault = fold_record(replay, record, events);
    if (fault || record.seq <= told) return !fault;
    ++counters_.records;
    publisher_.recorded(room.stream, record, events, replay.state);
    return true;
  });
  if (std::holds_alternative<StorageFailure>(read)) {
    if (room.health != Health::kUnread) unread_.push_back(&room);
    room.health = Health::kUnread;
    return true;
  }
  if (!is_auction) return false;
  if (fault) {
    quarantine(room, fault->what.c_str());
    return true;
  }
  if (replay.state.seq > 0) {
    if (const std::string broken = broken_invariant(replay.state); !broken.empty()) {
      quarantine(room, broken.c_str());
      return true;
    }
  }
  room.shown = std::move(replay.state);
  room.shown_head = room.head = replay.head;
  room.answers.forget_all(room.head.seq == 0);
  room.health = Health::kServing;
  if (room.recover && room.shown.seq > 0 && !is_over(room.shown.status)) {
    Request request;
    request.stream = room.stream;
    request.host = true;
    request.command = Recover{};
    request.at = now;
    guarded(room, [&] { judge(room, request, Digest{}); });
  }
  room.recover = false;
  arm(index_.at(room.stream));
  return true;
}

void House::read_unread(Instant now) {
  std::vector<Room*> rooms;
  rooms.swap(unread_);
  for (Room* room : rooms) {
    if (room->health != Health::kUnread) continue;
    room->health = Health::kServing;
    if (!read(*room, true, now)) quarantine(*room, "the stream is no auction's");
  }
  if (!unread_.empty()) retry_at_ = now + options_.retry_ms;
}

void House::quarantine(Room& room, const char* why) {
  if (room.health == Health::kQuarantined) return;
  room.health = Health::kQuarantined;
  ++counters_.quarantined;
  room.ahead.reset();
  drop_filling(room, Verdict::kQuarantined, nullptr);
  publisher_.quarantined(room.stream, why);
  arm(index_.at(room.stream));
}

// What was read before and not told stays untold until now; see `read`.
void House::release(StreamId stream) {
  Room* room = find(stream);
  if (room == nullptr || room->health != Health::kQuarantined) return;
  room->health = Health::kUnread;
  room->recover = true;
  room->answers.forget_all(false);
  unread_.push_back(room);
}

}  // namespace auction
