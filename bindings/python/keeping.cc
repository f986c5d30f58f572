#include "bindings/python/keeping.h"

#include "bindings/python/bind.h"
#include "libauction/log/store_log.h"
#include "libauction/room/random_salts.h"

namespace auction::python {

SqliteStore& open_store(const OpenStore& store) {
  if (!store.store) raise("ClosedError", store.path + ": the store was closed");
  return *store.store;
}

Keeping::Keeping(StreamId stream, std::uint64_t seed)
    : stream_(stream), seed_(seed), head_(genesis(stream)) {}

Keeping::Keeping(StreamId stream, std::shared_ptr<OpenStore> store, Head head)
    : stream_(stream),
      store_(std::move(store)),
      salts_(std::make_shared<RandomSalts>()),
      head_(head) {}

void Keeping::keep(std::span<const Event> events, Instant at, ActorId actor) {
  if (events.empty()) return;
  if (store_) return commit(events, at, actor);
  if (!whole_) return;
  entries_.push_back({at, actor, static_cast<std::uint32_t>(events.size())});
  events_.insert(events_.end(), events.begin(), events.end());
}

void Keeping::commit(std::span<const Event> events, Instant at, ActorId actor) {
  const Record record = seal(head_, events, at, actor, salts_->salt(head_.seq + 1));
  StoreLog log(open_store(*store_));
  const AppendAnswer answer = log.append(stream_, head_.seq, {&record, 1});
  if (const auto* failure = std::get_if<StorageFailure>(&answer)) {
    raise("StorageError", failure->what);
  }
  if (const auto* conflict = std::get_if<Conflict>(&answer)) {
    raise("StorageError", "somebody else wrote to this auction: the log ends at " +
                              std::to_string(conflict->head.seq));
  }
  head_ = std::get<Appended>(answer).head;
}

void Keeping::seal_pending() {
  if (entries_.empty()) return;
  if (sealed_.use_count() > 1) sealed_ = std::make_shared<std::vector<Record>>(*sealed_);
  SeededSalts salts(seed_);
  std::size_t from = 0;
  for (const Entry& entry : entries_) {
    const std::span<const Event> events(&events_[from], entry.count);
    sealed_->push_back(seal(head_, events, entry.at, entry.actor, salts.salt(head_.seq + 1)));
    head_ = head_after(sealed_->back());
    from += entry.count;
  }
  entries_.clear();
  events_.clear();
}

KeptLog Keeping::log() {
  if (!whole_) raise("LogError", "this copy was made without the history of its original");
  if (!store_) {
    seal_pending();
    return {stream_, StreamKind::kAuction, sealed_};
  }
  auto records = std::make_shared<std::vector<Record>>();
  const HeadAnswer answer = open_store(*store_).read(stream_, 1, [&](const Record& record) {
    records->push_back(record);
    return true;
  });
  if (const auto* failure = std::get_if<StorageFailure>(&answer)) {
    raise("StorageError", failure->what);
  }
  return {stream_, StreamKind::kAuction, records};
}

Head Keeping::head() {
  if (!whole_) raise("LogError", "this copy was made without the history of its original");
  seal_pending();
  return head_;
}

}  // namespace auction::python
