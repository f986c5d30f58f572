#include "libauction/replay/verify.h"

#include "libauction/base/hex.h"
#include "libauction/log/league_machine.h"
#include "libauction/log/season_machine.h"
#include "libauction/replay/guard.h"

namespace auction {
namespace {

// A broken invariant, in a sentence; a check that fails on the way to one counts as one.
template <class M>
std::string broken(const typename M::State& state) {
  try {
    const CheckGuard guard;
    return M::broken(state);
  } catch (const CheckFailure& failure) {
    return failure.message;
  }
}

// Calls `work` with the machine of this kind; one that is not known is taken for an auction's,
// whose verifier says that it cannot read it.
template <class Work>
auto with_machine(StreamKind kind, Work&& work) {
  if (kind == StreamKind::kSeason) return work(SeasonMachine{});
  if (kind == StreamKind::kLeague) return work(LeagueMachine{});
  return work(AuctionMachine{});
}

}  // namespace

template <class M>
VerifierOf<M>::VerifierOf(StreamId stream, VerifyOptions options)
    : stream_(stream), options_(options), replay_{typename M::State{}, genesis(stream)} {
  report_.kind = M::kKind;
  report_.head = replay_.head;
}

template <class M>
bool VerifierOf<M>::take(const Record& record) {
  if (report_.fault) return false;
  if ((report_.fault = fault_of(record))) return false;
  report_.head = head_after(record);
  report_.records += 1;
  report_.events += record.count;
  last_at_ = record.at;
  const auto& published = options_.published;
  if (published && published->hash == record.hash) {
    head_seen_ = !published->seq || *published->seq == report_.head.seq;
  }
  return true;
}

template <class M>
std::optional<Fault> VerifierOf<M>::fault_of(const Record& record) {
  const LinkFault link = check_link(report_.head, record);
  if (link != LinkFault::kNone) return Fault{record.seq, std::string(sentence(link))};
  if (record.at < last_at_) return Fault{record.seq, "time runs backwards"};
  if (is_withheld(record)) report_.withheld += 1;
  if (report_.withheld > 0) return std::nullopt;
  return fault_of_events(record);
}

template <class M>
std::optional<Fault> VerifierOf<M>::fault_of_events(const Record& record) {
  if (auto fault = fold_record(replay_, record, events_)) return fault;
  if (record.seq == 1 && M::begins(events_.front()) != stream_) {
    return Fault{record.seq,
                 "the log does not begin with the set-up of its " + std::string(word(M::kKind))};
  }
  report_.replayed_seq = replay_.state.seq;
  if constexpr (std::same_as<M, AuctionMachine>) report_.status = replay_.state.status;
  if (!options_.invariants) return std::nullopt;
  const std::string sentence = broken<M>(replay_.state);
  if (sentence.empty()) return std::nullopt;
  return Fault{record.seq, "the events do not add up: " + sentence};
}

template <class M>
std::optional<Fault> VerifierOf<M>::missing_head() const {
  if (!options_.published || head_seen_) return std::nullopt;
  const PublishedHead& published = *options_.published;
  const std::string end = "the log ends at seq " + std::to_string(report_.head.seq);
  if (published.seq && *published.seq > report_.head.seq) {
    return Fault{report_.head.seq + 1, "the tail is cut off: " + end +
                                           ", a head was published at " +
                                           std::to_string(*published.seq)};
  }
  if (published.seq) return Fault{*published.seq, "the head published at this seq is another one"};
  return Fault{report_.head.seq + 1, "no record has the published head " +
                                         to_hex(published.hash.bytes).substr(0, 16) + ": " + end +
                                         ", so the tail is cut off, or it is another log"};
}

template <class M>
VerifyReport VerifierOf<M>::finish() {
  if (!report_.fault) report_.fault = missing_head();
  if (!report_.fault && report_.withheld == 0) report_.digest = M::digest(replay_.state);
  return report_;
}

template class VerifierOf<AuctionMachine>;
template class VerifierOf<SeasonMachine>;
template class VerifierOf<LeagueMachine>;

VerifyReport verify(std::span<const Record> records, StreamId stream, VerifyOptions options) {
  const StreamKind kind = records.empty() ? StreamKind::kAuction : kind_of(records.front());
  return with_machine(kind, [&]<class M>(M) {
    VerifierOf<M> verifier(stream, options);
    for (const Record& record : records) {
      if (!verifier.take(record)) break;
    }
    return verifier.finish();
  });
}

std::variant<VerifyReport, StorageFailure> verify(EventLog& log, StreamId stream,
                                                  VerifyOptions options) {
  StreamKind kind = StreamKind::kAuction;
  const HeadAnswer looked = log.read(stream, 1, [&](const Record& first) {
    kind = kind_of(first);
    return false;
  });
  if (const auto* failure = std::get_if<StorageFailure>(&looked)) return *failure;
  return with_machine(kind, [&]<class M>(M) -> std::variant<VerifyReport, StorageFailure> {
    VerifierOf<M> verifier(stream, options);
    const HeadAnswer read =
        log.read(stream, 1, [&](const Record& record) { return verifier.take(record); });
    if (const auto* failure = std::get_if<StorageFailure>(&read)) return *failure;
    return verifier.finish();
  });
}

}  // namespace auction
