#include "tests/support/compare.h"

#include <algorithm>

#include "libauction/auction/limit.h"
#include "libauction/auction/settle.h"
#include "tests/naive/rungs.h"
#include "tests/support/naive_bridge.h"

namespace auction {
namespace {

using naive::Int;

Int plain(Int value) { return value; }
Int plain(std::uint64_t value) { return static_cast<Int>(value); }
Int plain(Money value) { return value.units; }
Int plain(Instant value) { return value == kNever ? naive::kNone : value.unix_ms; }
Int plain(LotNumber value) { return value.value; }
Int plain(AssetSlot value) { return value.value; }
Int plain(ManagerSlot value) { return value == kNoManager ? -1 : Int{value.value}; }
Int plain(bool value) { return value ? 1 : 0; }

// Collects the first difference; `in` says where in the auction we are.
class Differ {
 public:
  template <class T>
  void same(const char* what, const T& engine, Int he) {
    if (!found_.empty() || plain(engine) == he) return;
    found_ = where() + what + ": engine " + std::to_string(plain(engine)) + ", naive " +
             std::to_string(he);
  }

  template <class Engine>
  void same_list(const char* what, const Engine& engine, const std::vector<int>& he) {
    same(what, std::uint64_t{engine.size()}, static_cast<Int>(he.size()));
    for (std::size_t i = 0; found_.empty() && i < he.size(); ++i) same(what, engine[i], he[i]);
  }

  void in(const char* what, Int number) { where_ = what, number_ = number; }
  void in_auction() { where_ = nullptr; }

  bool found() const { return !found_.empty(); }
  std::string take() && { return std::move(found_); }

 private:
  std::string where() const {
    return where_ == nullptr ? "" : std::string(where_) + " " + std::to_string(number_) + " ";
  }

  const char* where_ = nullptr;
  Int number_ = 0;
  std::string found_;
};

Status status_of(naive::Status status) {
  switch (status) {
    case naive::Status::set_up:
      return Status::kSetUp;
    case naive::Status::waiting:
      return Status::kWaiting;
    case naive::Status::running:
      return Status::kRunning;
    case naive::Status::paused:
      return Status::kPaused;
    case naive::Status::completed:
      return Status::kCompleted;
    case naive::Status::cancelled:
      return Status::kCancelled;
  }
  return Status::kNone;
}

Phase phase_of(const naive::Picture& p) {
  switch (p.status) {
    case naive::Status::set_up:
      return Phase::kSetUp;
    case naive::Status::waiting:
      return Phase::kWaiting;
    case naive::Status::paused:
      return Phase::kPaused;
    case naive::Status::running:
      if (p.requests_end != naive::kNone) return Phase::kRequests;
      return p.any_open() ? Phase::kLotOpen : Phase::kGap;
    default:
      return Phase::kDone;
  }
}

EndReason reason_of(naive::Ending ending) {
  switch (ending) {
    case naive::Ending::all_lots_done:
      return EndReason::kAllLotsDone;
    case naive::Ending::all_squads_full:
      return EndReason::kAllSquadsFull;
    case naive::Ending::nobody_can_bid:
      return EndReason::kNobodyCanBid;
    case naive::Ending::by_commissioner:
      return EndReason::kEndedByCommissioner;
    case naive::Ending::none:
      break;
  }
  return EndReason::kNone;
}

Outcome outcome_of(naive::Fate fate) { return static_cast<Outcome>(fate); }

How how_of(naive::Why why) {
  switch (why) {
    case naive::Why::closed:
      return How::kClosedByCommissioner;
    case naive::Why::passed:
      return How::kPassed;
    case naive::Why::nobody_can_bid:
      return How::kNobodyCanBid;
    case naive::Why::assigned:
      return How::kAssigned;
    case naive::Why::withdrawn:
      return How::kWithdrawn;
    default:
      return How::kHammer;
  }
}

template <class E>
Int number(E e) {
  return static_cast<Int>(e);
}

void compare_course(Differ& d, const State& s, const naive::Picture& p) {
  d.in_auction();
  d.same("status", number(s.status), number(status_of(p.status)));
  d.same("phase", number(phase(s)), number(phase_of(p)));
  d.same("last instant", s.last_at, p.last);
  d.same("round", std::uint64_t{s.round}, p.rounds + 1);
  d.same("end reason", number(s.end_reason), number(reason_of(p.ending)));
  const Int due = naive::next_deadline(p);
  d.same("next deadline", next_deadline(s), due == naive::kNeverDue ? naive::kNone : due);
  if (p.status == naive::Status::waiting) d.same("begins at", s.begins_at, p.starts);
  if (p.status == naive::Status::paused) d.same("paused at", s.paused_at, p.paused_at);

  std::vector<AssetSlot> queue(s.queue.rbegin(), s.queue.rend());
  d.same_list("queue", queue, p.queue);
  const std::vector<ActorId>& may = s.setup->commissioners;
  d.same("commissioners", std::uint64_t{may.size()}, static_cast<Int>(p.commissioners.size()));
  for (std::size_t i = 0; !d.found() && i < may.size(); ++i)
    d.same("commissioner", person_number(may[i]), p.commissioners[i]);
  const bool live = p.status == naive::Status::running || p.status == naive::Status::paused;
  if (!live) return;
  d.same("requests end", s.requests_end_at, p.requests_end);
  std::vector<Int> openings = p.openings;
  std::sort(openings.begin(), openings.end());
  d.same("openings", std::uint64_t{s.openings.size()}, static_cast<Int>(openings.size()));
  for (std::size_t i = 0; !d.found() && i < openings.size(); ++i)
    d.same("opening", s.openings[i], openings[i]);
}

void compare_bids(Differ& d, const std::vector<PlacedBid>& bids,
                  const std::vector<naive::Bid>& his) {
  d.same("bids", std::uint64_t{bids.size()}, static_cast<Int>(his.size()));
  for (std::size_t i = 0; !d.found() && i < his.size(); ++i) {
    d.same("bid amount", bids[i].amount, his[i].amount);
    d.same("bid seq", bids[i].seq, his[i].seq);
    d.same("bid instant", bids[i].at, his[i].at);
    d.same("bidder", bids[i].manager, his[i].seat);
  }
}

void compare_limits(Differ& d, const State& s, const OpenLot& lot, const naive::Room& room) {
  const naive::Lot& his = room.lot(plain(lot.number));
  const Int base = room.asset(his.asset).base;
  for (int m = 0; !d.found() && m < static_cast<int>(s.seats.size()); ++m) {
    const ManagerSlot slot{static_cast<std::uint8_t>(m)};
    const Standing standing = auction::standing(s, slot, lot);
    const Int limit = naive::limit(room, m, his.asset, plain(lot.number));
    d.same("limit", standing.limit, limit);
    d.same("free for it", standing.free, naive::free_money(room, m, plain(lot.number)));
    const bool full = naive::squad_full(room, m, plain(lot.number));
    d.same("squad room", standing.squad_room, full ? 0 : 1);
    const bool reached = naive::quota_reached(room, m, his.asset, plain(lot.number));
    d.same("quota room", standing.quota_room, reached ? 0 : 1);
    if (his.leader() != m) {
      d.same("cached limit", cached_limit(s.seats[slot.value], lot.quotas), limit);
    }
    const Int most = naive::highest_legal(room.rules(), his, base, limit);
    d.same("highest legal bid", max_bid(s, slot, lot), most);
  }
}

void compare_open_lot(Differ& d, const State& s, std::size_t place, const naive::Room& room) {
  const OpenLot& lot = s.open[place];
  d.in("open lot", plain(lot.number));
  if (!room.picture.is_open(plain(lot.number))) return d.same("open", true, 0);
  const naive::Lot& his = room.lot(plain(lot.number));
  const Int base = room.asset(his.asset).base;
  d.same("asset", lot.asset, his.asset);
  d.same("ends at", lot.ends_at, his.ends);
  d.same("hard stop", lot.hard_stop, his.hard_stop);
  d.same("extensions", std::uint64_t{lot.extensions}, his.extensions);
  d.same("last bid seq", lot.last_bid_seq, his.last_seq);
  d.same("leader", lot.leader, his.leader());
  d.same("price", lot.price, his.bids.empty() ? 0 : his.bids.back().amount);
  d.same("base", lot.base, base);
  d.same("next bid", lot.next_bid, naive::least_bid(room.rules(), his, base));
  d.same("bid count", std::uint64_t{lot.bid_count}, static_cast<Int>(his.bids.size()));
  if (d.found()) return;
  compare_bids(d, s.bids[place], his.bids);
  compare_limits(d, s, lot, room);
}

void compare_lots(Differ& d, const State& s, const naive::Room& room) {
  d.in_auction();
  const std::vector<naive::Lot>& his = room.picture.lots;
  d.same("lots", std::uint64_t{s.lots.size()}, static_cast<Int>(his.size()));
  std::size_t open = 0;
  for (std::size_t i = 0; !d.found() && i < his.size(); ++i) {
    d.in("lot", static_cast<Int>(i) + 1);
    const LotRecord& lot = s.lots[i];
    d.same("asset", lot.asset, his[i].asset);
    d.same("outcome", number(lot.outcome), number(outcome_of(his[i].fate)));
    d.same("how", number(lot.how), number(how_of(his[i].why)));
    d.same("winner", lot.winner, his[i].winner);
    d.same("price", lot.price, his[i].price);
    d.same("round", std::uint64_t{lot.round}, his[i].round + 1);
    d.same("opened at", lot.opened_at, his[i].opened);
    if (!his[i].is_open()) {
      d.same("bid count", std::uint64_t{lot.bid_count}, static_cast<Int>(his[i].bids.size()));
    }
    open += his[i].is_open();
  }
  d.in_auction();
  d.same("open lots", std::uint64_t{s.open.size()}, static_cast<Int>(open));
  for (std::size_t i = 0; !d.found() && i < s.open.size(); ++i) compare_open_lot(d, s, i, room);
}

void compare_seat(Differ& d, const State& s, int m, const naive::Room& room) {
  const auto slot = static_cast<std::size_t>(m);
  const Seat& seat = s.seats[slot];
  const Account& account = s.accounts[slot];
  d.in("manager", m);
  const Int purse = naive::purse(room, m);
  d.same("purse", auction::purse(account), purse);
  d.same("committed", purse - seat.free.units, naive::committed(room, m));

  const std::vector<int> roster = naive::roster(room, m);
  std::vector<AssetSlot> squad;
  for (const Holding& holding : account.squad) squad.push_back(holding.asset);
  d.same_list("squad", squad, roster);
  d.same("roster", std::uint64_t{seat.roster}, static_cast<Int>(roster.size()));
  const std::size_t held = naive::held(room, m).size();
  d.same("led", std::uint64_t{seat.led}, static_cast<Int>(held - roster.size()));

  const std::size_t quotas = room.rules().quota_most.size();
  for (std::size_t q = 0; q < quotas; ++q)
    d.same("quota count", std::uint64_t{s.quota_counts[slot * quotas + q]},
           naive::held_of_kind(room, m, static_cast<int>(q)));
  if (room.picture.requests_end != naive::kNone)
    d.same_list("requested", account.requested, room.picture.named[slot]);
}

AssetFate fate_of(const naive::Room& room, int asset) {
  if (naive::owner(room, asset) >= 0) return AssetFate::kOwned;
  if (naive::open_lot_of(room, asset) != 0) return AssetFate::kOpen;
  if (naive::queued(room, asset)) return AssetFate::kQueued;
  AssetFate fate = AssetFate::kQueued;  // never came up: the order is not drawn yet
  const std::vector<naive::Lot>& lots = room.picture.lots;
  for (std::size_t i = room.picture.old_lots; i < lots.size(); ++i) {
    const naive::Lot& lot = lots[i];
    if (lot.asset != asset) continue;
    fate = lot.fate == naive::Fate::withdrawn ? AssetFate::kWithdrawn : AssetFate::kUnsold;
  }
  return fate;
}

void compare_assets(Differ& d, const State& s, const naive::Room& room) {
  d.in_auction();
  d.same("assets", std::uint64_t{s.assets.size()}, static_cast<Int>(room.setup.assets.size()));
  for (int a = 0; !d.found() && a < static_cast<int>(s.assets.size()); ++a) {
    d.in("asset", a);
    d.same("fate", number(s.assets[static_cast<std::size_t>(a)].fate), number(fate_of(room, a)));
  }
}

}  // namespace

std::string difference(const State& state, const naive::Auctioneer& he) {
  const naive::Picture& p = he.look();
  const naive::Room room{he.setup(), p};
  Differ d;
  compare_course(d, state, p);
  compare_lots(d, state, room);
  compare_assets(d, state, room);
  d.in_auction();
  d.same("managers", std::uint64_t{state.seats.size()}, static_cast<Int>(he.setup().seats.size()));
  for (int m = 0; !d.found() && m < static_cast<int>(state.seats.size()); ++m)
    compare_seat(d, state, m, room);
  return std::move(d).take();
}

std::string difference(const std::optional<Rejection>& engine, const naive::Answer& he) {
  const std::string mine = engine ? std::string(word(engine->reason)) : "accepted";
  const std::string his = he.accepted() ? "accepted" : he.reason;
  if (mine != his) return "engine says " + mine + ", naive " + his;
  if (engine && engine->limit != he.limit) {
    return mine + " with limit " + std::to_string(engine->limit) + ", naive with " +
           std::to_string(he.limit);
  }
  if (engine && engine->left.count != he.left) {
    return mine + " with " + std::to_string(engine->left.count) + " ms left, naive with " +
           std::to_string(he.left);
  }
  return "";
}

std::string difference(std::span<const Event> record, const naive::Auctioneer& he) {
  for (const Event& event : record) {
    const auto* unsold = std::get_if<LotUnsold>(&event);
    const auto* passed = std::get_if<LotPassed>(&event);
    if (unsold == nullptr && passed == nullptr) continue;
    const LotNumber lot = unsold ? unsold->lot : passed->lot;
    const bool again = unsold ? unsold->will_reoffer : passed->will_reoffer;
    const naive::Picture& p = he.look();
    if (again != p.lots.at(lot.value - 1).will_reoffer) {
      return "lot " + std::to_string(lot.value) + " comes again for one, not for the naive one";
    }
  }
  return "";
}

}  // namespace auction
