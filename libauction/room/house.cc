#include "libauction/room/house.h"

#include <algorithm>

#include "libauction/replay/guard.h"

namespace auction {

House::House(Store& store, SaltSource& salts, Publisher& publisher, HouseOptions options)
    : store_(store), salts_(salts), publisher_(publisher), options_(options) {}

// Requests that had to wait arrived before those in the inbox. What a publisher submits meanwhile
// is for the next turn.
void House::turn(Instant now) {
  const CheckGuard guard;  // one for all rooms: the guards inside are cheap then
  std::vector<Request> requests;
  if (!committing_) {
    if (now >= retry_at_) read_unread(now);
    requests.swap(waiting_);
    for (const Request& request : requests) {
      if (Room* room = find(request.stream)) room->waiting = 0;
    }
    for (const Request& request : requests) {
      if (find(request.stream) != nullptr) arm(index_.at(request.stream));
    }
  }
  counters_.requests += inbox_.size();
  std::move(inbox_.begin(), inbox_.end(), std::back_inserter(requests));
  inbox_.clear();
  const auto by_stamp = [](const Request& a, const Request& b) { return a.at < b.at; };
  if (!std::is_sorted(requests.begin(), requests.end(), by_stamp)) {
    std::stable_sort(requests.begin(), requests.end(), by_stamp);
  }
  for (Request& request : requests) hear(std::move(request), now);
  while (const auto due = deadlines_.take(now)) tick(*due, now);
}

bool House::wants_commit(Instant now) const {
  return !committing_ && !gathered_.empty() && now >= retry_at_;
}

void House::commit(Instant now) {
  const std::span<const StreamBatch> batch = begin_commit();
  if (!batch.empty()) end_commit(store_.commit(batch), now);
}

Instant House::next_alarm() const {
  if (!inbox_.empty()) return Instant{INT64_MIN};  // submitted while others were told
  const bool retries = !unread_.empty() || (!gathered_.empty() && !committing_);
  return retries ? earlier(retry_at_, deadlines_.next()) : deadlines_.next();
}

const State* House::shown(StreamId stream) const {
  const Room* room = find(stream);
  return room == nullptr ? nullptr : &room->shown;
}

std::optional<Head> House::head(StreamId stream) const {
  const Room* room = find(stream);
  if (room == nullptr) return std::nullopt;
  return room->shown_head;
}

std::optional<View> House::view(StreamId stream, ActorId viewer, Instant now) const {
  const Room* room = find(stream);
  if (room == nullptr || room->shown.seq == 0) return std::nullopt;
  const auto seat = find_manager(room->shown, ManagerId{viewer.hi, viewer.lo});
  return auction::view(room->shown, seat.value_or(kNoManager), now);
}

}  // namespace auction
