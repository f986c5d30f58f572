// Verify: is this log whole, unchanged, and one that adds up?
//
// Every record is checked in turn: its place in the chain with every hash recomputed, its time (it
// never runs backwards), its body (exactly the events it counts), the events (they can follow), and
// the invariants of the state after it. The report names the first fault by seq and in a sentence.
//
// What the chain proves: nothing was changed, removed, put in or moved, *given one hash that is
// trusted*. Somebody who can rewrite a whole log can reseal it; so a head is published with every
// sale, and comparing it also shows a tail that was cut off.
//
// A log with withheld bodies verifies as a chain; its state is replayed up to the first of them.
// Logs of auctions, seasons and leagues are told apart by their first record.
//
//   VerifyReport report = verify(records, stream, {.published = PublishedHead{147, hash}});
//   if (report.fault) print(report.fault->seq, report.fault->what);
//
// Thread-compatible; strangers' logs are safe to verify (guard.h).
#pragma once

#include "libauction/replay/fold.h"

namespace auction {

// A head somebody noted earlier: the log must hold a record with this hash, at this seq if given.
struct PublishedHead {
  std::optional<std::uint64_t> seq;
  Digest hash;
};

struct VerifyOptions {
  std::optional<PublishedHead> published;
  bool invariants = true;  // recompute every cached fact after each record: slower, and says more
};

struct VerifyReport {
  StreamKind kind = StreamKind::kAuction;
  std::optional<Fault> fault;  // the first; nothing: the log is sound
  std::uint64_t records = 0;   // sound ones, before the fault
  std::uint64_t events = 0;
  std::uint64_t withheld = 0;
  Head head;                       // the end of what is sound
  std::optional<Digest> digest;    // of the state there; nothing after a withheld body or a fault
  std::uint64_t replayed_seq = 0;  // of the last state that could be replayed
  Status status = Status::kNone;   // and its status, if it is an auction's

  bool ok() const { return !fault; }
};

// Takes the records of one stream in order, as they come from a file or a log.
template <class M>
class VerifierOf {
 public:
  explicit VerifierOf(StreamId stream, VerifyOptions options = {});

  bool take(const Record& record);  // false after the first fault: no more is needed
  VerifyReport finish();

  const typename M::State& state() const { return replay_.state; }

 private:
  std::optional<Fault> fault_of(const Record& record);
  std::optional<Fault> fault_of_events(const Record& record);
  std::optional<Fault> missing_head() const;

  StreamId stream_;
  VerifyOptions options_;
  VerifyReport report_;
  ReplayOf<M> replay_;
  std::vector<typename M::Event> events_;
  Instant last_at_{INT64_MIN};
  bool head_seen_ = false;
};
using Verifier = VerifierOf<AuctionMachine>;

VerifyReport verify(std::span<const Record> records, StreamId stream, VerifyOptions options = {});
std::variant<VerifyReport, StorageFailure> verify(EventLog& log, StreamId stream,
                                                  VerifyOptions options = {});

}  // namespace auction
