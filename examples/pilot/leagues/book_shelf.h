// A shelf of books: every stream of one kind, folded and kept in memory, and the one way to write
// one. Auctions are not kept so (they live in the house); leagues and seasons are.
//
// What is done to a stream at once is one commit: all steps or none. A step that is refused, or a
// store that fails, leaves the book as it was; if another writer was quicker, the stream is read
// again and the steps are decided anew.
//
//   BookShelf<LeagueMachine> shelf(records);
//   shelf.open(now, on_events);
//   auto answer = shelf.act(stream, {{{command, context, actor}}}, now);
#pragma once

#include <absl/status/status.h>

#include <map>

#include "examples/pilot/leagues/held_log.h"
#include "examples/pilot/records/records.h"
#include "libauction/log/book.h"
#include "libauction/log/store_log.h"
#include "libauction/replay/fold.h"

namespace pilot {

template <class M>
class BookShelf {
 public:
  using State = typename M::State;
  using Done = std::vector<typename M::Event>;  // none: it was so already
  using Answer = std::variant<Done, typename M::Refusal, StorageFailure>;
  using OnEvents = std::function<void(StreamId, const Done&, Instant at)>;

  struct Step {
    typename M::Command command;
    typename M::Context context;
    ActorId by;
  };

  explicit BookShelf(Records& records) : records_(records) {}

  // Folds every stream of this kind; `on_events` hears each record, by stream and in order.
  absl::Status open(Instant now, const OnEvents& on_events);

  const State* find(StreamId stream) const {
    const auto found = books_.find(stream);
    return found == books_.end() ? nullptr : &found->second.state;
  }
  const std::map<StreamId, ReplayOf<M>>& books() const { return books_; }

  Answer act(StreamId stream, const std::vector<Step>& steps, Instant now) {
    for (int attempt = 0; attempt < 2; ++attempt) {
      std::optional<Answer> answer = try_to_act(stream, steps, now);
      if (answer) return *std::move(answer);
      if (absl::Status read = reload(stream, now, nullptr); !read.ok()) break;
    }
    return StorageFailure{"the stream cannot be read again"};
  }

 private:
  std::optional<Answer> try_to_act(StreamId stream, const std::vector<Step>& steps, Instant now);
  absl::Status reload(StreamId stream, Instant now, const OnEvents& on_events);

  Records& records_;
  std::map<StreamId, ReplayOf<M>> books_;
};

// Nothing: another writer was quicker.
template <class M>
auto BookShelf<M>::try_to_act(StreamId stream, const std::vector<Step>& steps, Instant now)
    -> std::optional<Answer> {
  const auto found = books_.find(stream);
  const ReplayOf<M> before =
      found == books_.end() ? ReplayOf<M>{State{}, genesis(stream)} : found->second;
  HeldLog held;
  BookOf<M> book(held, records_.salts(), stream, before.state, before.head);
  Done done;
  for (const Step& step : steps) {
    const BookAnswerOf<M> answer = book.act_with(step.command, step.context, step.by);
    if (const auto* no = std::get_if<typename M::Refusal>(&answer)) return *no;
    done.insert(done.end(), book.events().begin(), book.events().end());
  }
  if (held.records().empty()) return done;
  const StreamBatch batch{stream, before.head.seq, held.records(), {}};
  const CommitAnswer committed = records_.quiet_store(now).commit({&batch, 1});
  if (std::holds_alternative<BatchConflict>(committed)) return std::nullopt;
  if (const auto* failure = std::get_if<StorageFailure>(&committed)) return *failure;
  books_[stream] = {book.state(), book.head()};
  return done;
}

template <class M>
absl::Status BookShelf<M>::reload(StreamId stream, Instant now, const OnEvents& on_events) {
  ReplayOf<M> replay{State{}, genesis(stream)};
  Done events;
  std::optional<auction::Fault> fault;
  const auto visit = [&](const Record& record) {
    if (kind_of(record) != M::kKind) return false;
    fault = fold_record<M>(replay, record, events);
    if (!fault && on_events) on_events(stream, events, record.at);
    return !fault;
  };
  const HeadAnswer read = records_.quiet_store(now).read(stream, 1, visit);
  if (const auto* failure = std::get_if<StorageFailure>(&read)) {
    return absl::UnavailableError(failure->what);
  }
  if (fault) return absl::DataLossError(to_text(stream) + ": " + fault->what);
  if (replay.head.seq > 0) books_[stream] = std::move(replay);
  return absl::OkStatus();
}

template <class M>
absl::Status BookShelf<M>::open(Instant now, const OnEvents& on_events) {
  const StreamsAnswer streams = records_.quiet_store(now).streams();
  if (const auto* failure = std::get_if<StorageFailure>(&streams)) {
    return absl::UnavailableError(failure->what);
  }
  for (const StreamId stream : std::get<std::vector<StreamId>>(streams)) {
    if (absl::Status read = reload(stream, now, on_events); !read.ok()) return read;
  }
  return absl::OkStatus();
}

}  // namespace pilot
