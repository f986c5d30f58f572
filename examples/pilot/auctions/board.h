// The board of one auction: what its room was shown, the newest last, ready to be shown again.
//
// It is a fold of the log like the state, and is written from there when nobody has it. The last
// 500 events' worth is kept as text; whoever is further behind is shown the whole picture.
#pragma once

#include <deque>

#include "examples/pilot/auctions/auctions.h"
#include "examples/pilot/auctions/showing.h"

namespace pilot {

inline constexpr std::uint64_t kMostBehind = 500;

class Board {
 public:
  // What this record shows, in order, now last on the board; valid until the next call.
  // Records whose events all end at `from_seq` or before are only counted. `position` goes on.
  std::span<const ShownEvent> take(const Scene& scene, const Record& record,
                                   std::span<const Event> events, const State& after, Instant now,
                                   std::uint64_t& position, std::uint64_t from_seq = 0);

  std::uint64_t shown_seq() const { return shown_seq_; }
  const Json& last_sale() const { return last_sale_; }  // or null
  ActorId paused_by() const { return paused_by_; }
  const Before& before() const { return before_; }  // the lot on the block, as it stands
  Digest head() const { return head_; }

  std::optional<std::vector<ShownEvent>> after(std::uint64_t seq, Instant now) const;
  std::optional<std::vector<ShownEvent>> after_position(std::uint64_t position, Instant now) const;

 private:
  void follow(const Event& event, const Record& record);

  std::deque<ShownEvent> shown_;
  std::vector<ShownEvent> fresh_;
  std::uint64_t shown_seq_ = 0;
  std::uint64_t lost_seq_ = 0;  // the newest that is no longer here
  std::uint64_t lost_position_ = 0;
  Before before_;
  Json last_sale_;
  ActorId paused_by_;
  Digest head_;
};

}  // namespace pilot
