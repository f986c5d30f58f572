#include "libauction/auction/caches_internal.h"
#include "libauction/auction/invariants.h"

namespace auction {
namespace {

// Reads one part after the other and refuses any index that points nowhere.
struct StateReader {
  ByteReader in;
  State state{};

  template <class Enum>
  Enum enumerator(Enum last) {
    const std::uint8_t value = in.u8();
    require(value <= static_cast<std::uint8_t>(last));
    return static_cast<Enum>(value);
  }

  void require(bool condition) {
    if (!condition) in.fail();
  }

  AssetSlot asset() {
    const AssetSlot slot{in.u16()};
    require(slot.value < state.setup->catalogue->assets.size());
    return slot;
  }

  ManagerSlot manager() {
    const ManagerSlot slot{in.u8()};
    require(slot.value < state.accounts.size());
    return slot;
  }

  void head() {
    state.seq = in.u64();
    state.last_at = in.instant();
    state.begins_at = in.instant();
    state.requests_end_at = in.instant();
    state.paused_at = in.instant();
    state.status = enumerator(Status::kCancelled);
    state.end_reason = enumerator(EndReason::kEndedByCommissioner);
    state.round = in.u16();
    state.setup = Shared<Setup>(read_setup(in));
    state.rules = state.setup->rules;
    require(state.setup->participants.size() <= kMaxManagers);
    require(state.rules->squad.quotas.size() <= kMaxQuotas);
  }

  Account account() {
    Account account;
    account.budget = in.money();
    account.charged = in.money();
    account.spent = in.money();
    account.adjusted = in.money();
    account.squad.resize(in.count(14));
    for (Holding& holding : account.squad) holding = {asset(), LotNumber{in.u32()}, in.money()};
    account.requested.resize(in.count(2));
    for (AssetSlot& named : account.requested) named = asset();
    return account;
  }

  LotRecord lot() {
    LotRecord lot;
    lot.asset = asset();
    lot.outcome = enumerator(Outcome::kVoided);
    lot.how = enumerator(How::kWithdrawn);
    lot.winner = ManagerSlot{in.u8()};
    lot.round = in.u16();
    lot.price = in.money();
    lot.bid_count = in.u32();
    lot.opened_at = in.instant();
    return lot;
  }

  void open_lot() {
    OpenLot lot;
    lot.number = {in.u32()};
    require(lot.number.value >= 1 && lot.number.value <= state.lots.size());
    lot.asset = asset();
    lot.base = in.money();
    lot.ends_at = in.instant();
    lot.hard_stop = in.instant();
    lot.last_bid_seq = in.u64();
    lot.extensions = in.u16();
    lot.format = enumerator(FormatKind::kEnglish);
    std::vector<PlacedBid> bids(in.count(25));
    for (PlacedBid& bid : bids) bid = {in.money(), in.u64(), in.instant(), manager()};
    state.open.push_back(lot);
    state.bids.push_back(std::move(bids));
  }

  void body() {
    state.accounts.resize(in.count(40));
    require(state.accounts.size() == state.setup->participants.size());
    for (std::size_t i = 0; i < state.accounts.size() && in.ok(); ++i)
      state.accounts[i] = account();
    state.assets.resize(in.count(5));
    require(state.assets.size() == state.setup->catalogue->assets.size());
    for (AssetRecord& record : state.assets) {
      record.fate = enumerator(AssetFate::kWithdrawn);
      record.last_lot = {in.u32()};
    }
    state.lots.resize(in.count(27));
    for (LotRecord& record : state.lots) record = lot();
    state.queue.resize(in.count(2));
    for (AssetSlot& queued : state.queue) queued = asset();
    state.openings.resize(in.count(8));
    for (Instant& opening : state.openings) opening = in.instant();
    const std::uint32_t open = in.count(45);
    require(open <= kMaxOpenLots);
    for (std::uint32_t i = 0; i < open && in.ok(); ++i) open_lot();
  }
};

}  // namespace

std::optional<State> read_state(ByteView bytes) {
  StateReader reader{ByteReader(bytes)};
  reader.head();
  if (reader.in.ok()) reader.body();
  if (!reader.in.finished()) return std::nullopt;
  rebuild_caches(reader.state);
  if (!broken_invariant(reader.state).empty()) return std::nullopt;
  return std::move(reader.state);
}

}  // namespace auction
