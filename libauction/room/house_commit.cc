// From the gathered to the told: a commit that stands, and one that does not.
#include <algorithm>

#include "libauction/auction/apply.h"
#include "libauction/room/house_internal.h"

namespace auction {
namespace {

constexpr std::size_t kStatesKept = 1024;

}  // namespace

std::span<const StreamBatch> House::begin_commit() {
  AUCTION_CHECK(!committing_, "one commit at a time");
  committing_parts_.swap(gathered_);
  gathered_.clear();
  batch_.clear();
  for (Part& part : committing_parts_) {
    if (part.dropped) continue;
    rooms_[part.room]->filling.reset();
    if (part.stores_nothing()) continue;
    part.place = batch_.size();
    batch_.push_back(std::move(part.batch));
  }
  if (batch_.empty()) {
    publish(committing_parts_);
    return {};
  }
  ++counters_.commits;
  committing_ = true;
  return batch_;
}

void House::end_commit(const CommitAnswer& answer, Instant now) {
  AUCTION_CHECK(committing_, "a commit was begun");
  committing_ = false;
  if (std::holds_alternative<Committed>(answer)) return publish(committing_parts_);
  const bool conflict = std::holds_alternative<BatchConflict>(answer);
  ++(conflict ? counters_.commit_conflicts : counters_.commit_failures);
  if (!conflict) retry_at_ = now + options_.retry_ms;
  give_up(committing_parts_, conflict, now);
}

void House::publish(std::vector<Part>& parts) {
  for (Part& part : parts) {
    if (part.dropped) continue;
    Room& room = *rooms_[part.room];
    for (const Leaving& leaving : part.leaving) {
      if (leaving.record) {
        show(room, batch_[part.place].records[*leaving.record], leaving.events);
        continue;
      }
      --unanswered_;
      if (!leaving.receipt.replayed) {
        room.answers.committed(leaving.request.id, options_.answers_remembered);
      }
      tell(leaving.request, leaving.receipt);
    }
    if (room.health != Health::kServing || room.filling || !room.ahead) continue;
    AUCTION_CHECK(room.head == room.shown_head, "what was decided is what was stored");
    keep_ahead(room, part.room);
  }
  parts.clear();
}

// A busy room keeps its second state, so that the next decision need not copy one; of more rooms
// than that the ones that were busy longest ago give theirs back.
void House::keep_ahead(Room& room, std::size_t index) {
  if (!room.keeps_ahead) kept_.push_back(index);
  room.keeps_ahead = true;
  while (kept_.size() > kStatesKept) {
    Room& oldest = *rooms_[kept_.front()];
    kept_.pop_front();
    oldest.keeps_ahead = false;
    if (!oldest.ahead || oldest.filling) continue;
    if (spare_.size() < kStatesKept) spare_.push_back(std::move(oldest.ahead));
    oldest.ahead.reset();
  }
}

void House::show(Room& room, const Record& record, const Events& events) {
  if (room.shown.seq + 1 != record.seq) return;  // an earlier record of it could not be applied
  bool applied = false;
  guarded(room, [&] {
    apply(room.shown, events, record.at);
    applied = true;
  });
  if (!applied) return;
  room.shown_head = head_after(record);
  ++counters_.records;
  publisher_.recorded(room.stream, record, events, room.shown);
}

// Nothing is undone: whatever ran ahead in these rooms is thrown away, and the store tells how far
// they really are.
void House::give_up(std::vector<Part>& parts, bool decide_again, Instant now) {
  std::vector<Request> again;
  std::vector<Request>* const to = decide_again ? &again : nullptr;
  for (Part& part : parts) {
    if (part.dropped) continue;
    Room& room = *rooms_[part.room];
    give_up(part, Verdict::kUnavailable, to);
    drop_filling(room, Verdict::kUnavailable, to);
    room.ahead.reset();
    if (room.health != Health::kServing) continue;
    room.health = Health::kUnread;
    room.recover = !decide_again;
    unread_.push_back(&room);
  }
  parts.clear();
  read_unread(now);
  inbox_.insert(inbox_.begin(), std::make_move_iterator(again.begin()),
                std::make_move_iterator(again.end()));
}

void House::give_up(Part& part, Verdict verdict, std::vector<Request>* again) {
  for (Leaving& leaving : part.leaving) {
    if (leaving.record) continue;
    --unanswered_;
    if (again != nullptr) {
      again->push_back(std::move(leaving.request));
    } else {
      tell(leaving.request, verdict);
    }
  }
  part.leaving.clear();
  part.dropped = true;
}

void House::drop_filling(Room& room, Verdict verdict, std::vector<Request>* again) {
  if (!room.filling) return;
  Part& part = gathered_[*room.filling];
  room.filling.reset();
  part.batch = {};
  give_up(part, verdict, again);
  const auto dropped = [](const Part& p) { return p.dropped; };
  if (std::all_of(gathered_.begin(), gathered_.end(), dropped)) gathered_.clear();
}

void House::tell(const Request& request, const Receipt& receipt) {
  counters_.replayed += receipt.replayed;
  counters_.unavailable += receipt.verdict == Verdict::kUnavailable;
  counters_.command_conflicts += receipt.verdict == Verdict::kCommandConflict;
  if (request.ticket != 0) publisher_.answered(request, receipt);
}

void House::tell(const Request& request, Verdict verdict) {
  Receipt receipt;
  receipt.verdict = verdict;
  tell(request, receipt);
}

}  // namespace auction
