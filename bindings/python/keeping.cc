#include "bindings/python/keeping.h"

#include "bindings/python/bind.h"
#include "libauction/log/store_log.h"
#include "libauction/room/random_salts.h"

namespace auction::python {
namespace {

Head head_or_raise(const HeadAnswer& answer) {
  if (const auto* failure = std::get_if<StorageFailure>(&answer)) {
    raise("StorageError", failure->what);
  }
  return std::get<Head>(answer);
}

}  // namespace

SqliteStore& open_store(const OpenStore& store) {
  if (!store.store) raise("ClosedError", store.path + ": the store was closed");
  return *store.store;
}

std::vector<Record> stored_records(const OpenStore& handle, StreamId stream) {
  SqliteStore& store = open_store(handle);
  std::vector<Record> records;
  const HeadAnswer answer = [&] {
    py::gil_scoped_release release;
    return store.read(stream, 1, [&](const Record& record) {
      records.push_back(record);
      return true;
    });
  }();
  head_or_raise(answer);
  return records;
}

template <class M>
KeepingOf<M>::KeepingOf(StreamId stream, std::uint64_t seed, std::shared_ptr<OpenStore> store)
    : stream_(stream), seed_(seed), store_(std::move(store)), head_(genesis(stream)) {
  if (!store_) return;
  salts_ = std::make_shared<RandomSalts>();
  if (head_or_raise(open_store(*store_).head(stream)).seq == 0) return;
  raise("StorageError",
        "the store holds this " + std::string(word(M::kKind)) + " already; resume it");
}

template <class M>
KeepingOf<M>::KeepingOf(StreamId stream, std::shared_ptr<OpenStore> store, Head head)
    : stream_(stream),
      store_(std::move(store)),
      salts_(std::make_shared<RandomSalts>()),
      head_(head) {}

template <class M>
KeepingOf<M> KeepingOf<M>::forgotten(StreamId stream) {
  KeepingOf keeping(stream, 0, nullptr);
  keeping.whole_ = false;
  return keeping;
}

template <class M>
void KeepingOf<M>::keep(std::span<const Event> events, Instant at, ActorId actor) {
  if (events.empty()) return;
  if (store_) return commit(events, at, actor);
  if (!whole_) return;
  entries_.push_back({at, actor, static_cast<std::uint32_t>(events.size())});
  for (const Event& event : events) events_.push_back(event);  // nearly always one
}

template <class M>
void KeepingOf<M>::commit(std::span<const Event> events, Instant at, ActorId actor) {
  const Record record = seal<M>(head_, events, at, actor, salts_->salt(head_.seq + 1));
  StoreLog log(open_store(*store_));
  const AppendAnswer answer = log.append(stream_, head_.seq, {&record, 1});
  if (const auto* failure = std::get_if<StorageFailure>(&answer)) {
    raise("StorageError", failure->what);
  }
  if (const auto* conflict = std::get_if<Conflict>(&answer)) {
    raise("StorageError", "somebody else wrote to this " + std::string(word(M::kKind)) +
                              ": the log ends at " + std::to_string(conflict->head.seq));
  }
  head_ = std::get<Appended>(answer).head;
}

template <class M>
void KeepingOf<M>::seal_pending() {
  if (entries_.empty()) return;
  if (sealed_.use_count() > 1) sealed_ = std::make_shared<std::vector<Record>>(*sealed_);
  SeededSalts salts(seed_);
  std::size_t from = 0;
  for (const Entry& entry : entries_) {
    const std::span<const Event> events(&events_[from], entry.count);
    sealed_->push_back(seal<M>(head_, events, entry.at, entry.actor, salts.salt(head_.seq + 1)));
    head_ = head_after(sealed_->back());
    from += entry.count;
  }
  entries_.clear();
  events_.clear();
}

template <class M>
KeptLog KeepingOf<M>::log() {
  if (!whole_) raise("LogError", "this copy was made without the history of its original");
  if (store_) {
    return {stream_, M::kKind,
            std::make_shared<std::vector<Record>>(stored_records(*store_, stream_))};
  }
  seal_pending();
  return {stream_, M::kKind, sealed_};
}

template <class M>
Head KeepingOf<M>::head() {
  if (!whole_) raise("LogError", "this copy was made without the history of its original");
  seal_pending();
  return head_;
}

template class KeepingOf<AuctionMachine>;
template class KeepingOf<SeasonMachine>;
template class KeepingOf<LeagueMachine>;

}  // namespace auction::python
