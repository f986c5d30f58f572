// A house of auction rooms over one store: decide, commit, show, tell, in that order.
//
// Requests are decided in the order of their stamps on a state that runs ahead, and gathered; one
// commit keeps what all rooms have gathered, records and answers together; only then are records
// and answers told and views changed, stream by stream in the order of the log. While a commit is
// under way (in another thread, see writer.h) the next requests are decided already. If it fails,
// its rooms are read again from the store and their senders hear `unavailable`; if another writer
// was quicker, the requests are decided again on what that one wrote.
//
//   House house(store, salts, publisher);
//   if (auto failure = house.open(clock.now())) ...          // after a start: Recover comes first
//   house.submit({.stream = s, .id = id, .actor = reds, .command = bid, .at = clock.now(), ...});
//   house.turn(clock.now());                                 // decides what is there and what is
//   due if (house.wants_commit(clock.now())) house.commit(clock.now());     // and tells sleep
//   until house.next_alarm() or the next request
//
// A command id gets one answer for ever: later deliveries get it again, another payload or actor
// under the id is refused. A room whose check fails is quarantined and the others go on.
//
// One thread at a time, and no clock, chance or I/O of its own: with `commit` called by hand the
// house is deterministic. Store, salts and publisher must outlive it. The store is used between
// end_commit and begin_commit only.
#pragma once

#include <unordered_map>

#include "libauction/auction/view.h"
#include "libauction/log/salt.h"
#include "libauction/room/counters.h"
#include "libauction/room/deadlines.h"
#include "libauction/room/publisher.h"
#include "libauction/room/room.h"

namespace auction {

struct HouseOptions {
  std::size_t most_waiting = 65'536;     // requests without an answer; more are `unavailable`
  std::size_t answers_remembered = 512;  // of each room, so that the store is asked less often
  Millis retry_ms{250};                  // a store that failed is left alone for so long
};

class House {
 public:
  House(Store& store, SaltSource& salts, Publisher& publisher, HouseOptions options = {});

  // Reads every auction of the store that has not ended; each recovers before anything else. Rooms
  // that are not open are read when somebody asks for them.
  [[nodiscard]] std::optional<StorageFailure> open(Instant now);

  void submit(Request request) { inbox_.push_back(std::move(request)); }

  // Decides everything submitted, in the order of stamp and arrival, then what is due by `now`.
  void turn(Instant now);

  // The two halves of a commit: between them the batch belongs to whoever stores it, and its
  // memory stays where it is. An empty batch needs no commit and no end.
  bool wants_commit(Instant now) const;
  [[nodiscard]] std::span<const StreamBatch> begin_commit();
  void end_commit(const CommitAnswer& answer, Instant now);
  bool committing() const { return committing_; }

  // Both at once, in this thread.
  void commit(Instant now);

  // When to turn at the latest, at once if something is submitted; kNever: nothing is due by
  // itself.
  Instant next_alarm() const;

  // What is committed. Nothing: no such room here.
  const State* shown(StreamId stream) const;
  std::optional<Head> head(StreamId stream) const;
  std::optional<View> view(StreamId stream, ActorId viewer, Instant now) const;

  // Reads a quarantined room again from the store and lets it serve.
  void release(StreamId stream);

  const Counters& counters() const { return counters_; }
  std::size_t rooms() const { return rooms_.size(); }

 private:
  using Index = std::uint32_t;
  struct Hash {
    std::size_t operator()(StreamId id) const { return id.hi * 0x9e3779b97f4a7c15u ^ id.lo; }
  };

  // house_decide.cc
  void hear(Request request, Instant now);
  bool must_wait(const Room* room, const Request& request) const;
  bool answered_before(Room& room, Request& request, const Digest& payload);
  void judge(Room& room, Request& request, const Digest& payload);
  std::optional<Rejection> decide_in(const Room& room, const Request& request, Instant now);
  void settle(Room& room, Instant now);
  void tick(Index index, Instant now);
  void seal_record(Room& room, std::span<const Event> events, Instant at, ActorId actor);
  void answer(Room& room, Request& request, const Receipt& receipt, const Digest& payload);
  State& ahead(Room& room);
  Part& filling(Room& room);
  void arm(Index index);

  // house_commit.cc
  void publish(std::vector<Part>& parts);
  void keep_ahead(Room& room, std::size_t index);
  void show(Room& room, const Record& record, const Events& events);
  void give_up(std::vector<Part>& parts, bool decide_again, Instant now);
  void give_up(Part& part, Verdict verdict, std::vector<Request>* again);
  void drop_filling(Room& room, Verdict verdict, std::vector<Request>* again);
  void tell(const Request& request, const Receipt& receipt);
  void tell(const Request& request, Verdict verdict);

  // house_read.cc
  Room* find(StreamId stream) const;
  Room* welcome(const Request& request, Instant now);
  Room& add(StreamId stream);
  bool read(Room& room, bool tell_news, Instant now);
  void read_unread(Instant now);
  void quarantine(Room& room, const char* why);
  template <class Work>
  void guarded(Room& room, Work&& work);

  Store& store_;
  SaltSource& salts_;
  Publisher& publisher_;
  HouseOptions options_;
  Counters counters_;

  std::vector<std::unique_ptr<Room>> rooms_;
  std::unordered_map<StreamId, Index, Hash> index_;
  Deadlines deadlines_;
  std::vector<Room*> unread_;
  Instant retry_at_{INT64_MIN};

  std::vector<Request> inbox_;
  std::vector<Request> waiting_;  // until the store is free, in the order of arrival
  std::vector<Part> gathered_;
  std::size_t unanswered_ = 0;  // in gathered and committing parts
  bool committing_ = false;
  std::vector<Part> committing_parts_;
  std::vector<StreamBatch> batch_;
  std::vector<std::unique_ptr<State>> spare_;  // memory of states that ran ahead
  std::deque<std::size_t> kept_;               // rooms that keep theirs, busiest last
  Events events_;
};

}  // namespace auction
