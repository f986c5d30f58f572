#include "tests/support/replayed.h"

#include "libauction/log/chain.h"
#include "libauction/replay/fold.h"
#include "libauction/replay/verify.h"

namespace auction {
namespace {

std::span<const Event> events_of(const Log& log, const Mark& mark) {
  return std::span<const Event>(log.events).subspan(mark.first, mark.count);
}

Bytes bytes_of(const State& state) {
  Bytes bytes;
  put(bytes, state);
  return bytes;
}

// Every event reads back as it was written, and is written as it was read.
std::string round_trip(const Log& log) {
  Bytes first, second;
  for (const Event& event : log.events) {
    first.clear();
    second.clear();
    put(first, event);
    ByteReader in(first);
    const std::optional<Event> back = read_event(in);
    if (!back || !in.finished()) return "an event does not read back";
    if (*back != event) return "an event reads back as another";
    put(second, *back);
    if (first != second) return "an event has two encodings";
  }
  return "";
}

std::vector<Record> sealed_records(const Log& log, StreamId stream) {
  std::vector<Record> records;
  Head head = genesis(stream);
  for (const Mark& mark : log.marks) {
    Salt salt;
    salt.bytes[0] = static_cast<std::uint8_t>(records.size());
    records.push_back(seal(head, events_of(log, mark), mark.at, kHostActor, salt));
    head = head_after(records.back());
  }
  return records;
}

std::string chained(const Log& log, const State& live) {
  const StreamId stream = stream_of(live.setup->auction);
  const std::vector<Record> records = sealed_records(log, stream);
  Head head = genesis(stream);
  Events events;
  std::size_t place = 0;
  for (const Record& record : records) {
    if (check_link(head, record) != LinkFault::kNone) return "a sealed record does not follow";
    head = head_after(record);
    Bytes bytes;
    put(bytes, record);
    ByteReader in(bytes);
    if (read_record(in) != record || !in.finished()) return "a record does not read back";
    if (!decode_body(record, events)) return "a record's body does not decode";
    for (const Event& event : events)
      if (event != log.events[place++]) return "a record's body holds other events";
  }
  const FoldAnswer answer = fold(records, stream);
  const auto* replay = std::get_if<Replay>(&answer);
  if (replay == nullptr) return "the chained log does not fold";
  if (replay->head != head || replay->head.seq != live.seq) return "the chain ends elsewhere";
  return bytes_of(replay->state) == bytes_of(live) ? "" : "the chained log tells another end";
}

}  // namespace

void Replayed::keep(const State& state) { snapshots_.push_back({state.seq, bytes_of(state)}); }

std::string Replayed::from_snapshot(const Log& log, const State& live,
                                    const Snapshot& snapshot) const {
  std::optional<State> state = read_state(snapshot.bytes);
  if (!state) return "a snapshot does not read back";
  if (bytes_of(*state) != snapshot.bytes) return "a snapshot has two encodings";
  for (const Mark& mark : log.marks)
    if (mark.first >= snapshot.seq) apply(*state, events_of(log, mark), mark.at);
  if (bytes_of(*state) != bytes_of(live)) return "a snapshot and its tail tell another end";
  return "";
}

std::string Replayed::check(const Log& log, const State& live, bool sealed) {
  State state;
  std::uint64_t seq = 0;
  for (const Mark& mark : log.marks) {
    for (const Snapshot& snapshot : snapshots_)
      if (snapshot.seq == seq && bytes_of(state) != snapshot.bytes) {
        return "the fold at a snapshot's seq is another state";
      }
    if (mark.first != seq || mark.count == 0) return "the log has a gap";
    apply(state, events_of(log, mark), mark.at);
    seq += mark.count;
  }
  if (bytes_of(state) != bytes_of(live)) return "fold(log) is not the live state";
  if (state != live) return "fold(log) differs where no byte tells";
  for (const Snapshot& snapshot : snapshots_) {
    if (std::string wrong = from_snapshot(log, live, snapshot); !wrong.empty()) return wrong;
  }
  if (std::string wrong = round_trip(log); !wrong.empty()) return wrong;
  return sealed ? chained(log, live) : "";
}

}  // namespace auction
