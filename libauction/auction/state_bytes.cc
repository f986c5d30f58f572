#include "libauction/auction/caches_internal.h"

namespace auction {
namespace {

template <class Rep, class T>
Rep size_of(const std::vector<T>& list) {
  return static_cast<Rep>(list.size());
}

void put_open(Bytes& out, const OpenLot& lot, const std::vector<PlacedBid>& bids) {
  put_u32(out, lot.number.value);
  put_u16(out, lot.asset.value);
  put(out, lot.base);
  put(out, lot.ends_at);
  put(out, lot.hard_stop);
  put_u64(out, lot.last_bid_seq);
  put_u16(out, lot.extensions);
  put_u8(out, static_cast<std::uint8_t>(lot.format));
  put_u32(out, size_of<std::uint32_t>(bids));
  for (const PlacedBid& bid : bids) {
    put(out, bid.amount);
    put_u64(out, bid.seq);
    put(out, bid.at);
    put_u8(out, bid.manager.value);
  }
}

void put_account(Bytes& out, const Account& account) {
  put(out, account.budget);
  put(out, account.charged);
  put(out, account.spent);
  put(out, account.adjusted);
  put_u32(out, size_of<std::uint32_t>(account.squad));
  for (const Holding& holding : account.squad) {
    put_u16(out, holding.asset.value);
    put_u32(out, holding.lot.value);
    put(out, holding.price);
  }
  put_u32(out, size_of<std::uint32_t>(account.requested));
  for (const AssetSlot asset : account.requested) put_u16(out, asset.value);
}

void put_lot(Bytes& out, const LotRecord& lot) {
  put_u16(out, lot.asset.value);
  put_u8(out, static_cast<std::uint8_t>(lot.outcome));
  put_u8(out, static_cast<std::uint8_t>(lot.how));
  put_u8(out, lot.winner.value);
  put_u16(out, lot.round);
  put(out, lot.price);
  put_u32(out, lot.bid_count);
  put(out, lot.opened_at);
}

void put_head(Bytes& out, const State& state) {
  put_u64(out, state.seq);
  put(out, state.last_at);
  put(out, state.begins_at);
  put(out, state.requests_end_at);
  put(out, state.paused_at);
  put_u8(out, static_cast<std::uint8_t>(state.status));
  put_u8(out, static_cast<std::uint8_t>(state.end_reason));
  put_u16(out, state.round);
}

}  // namespace

void put(Bytes& out, const State& state) {
  put_head(out, state);
  put(out, *state.setup);
  put_u32(out, size_of<std::uint32_t>(state.accounts));
  for (const Account& account : state.accounts) put_account(out, account);
  put_u32(out, size_of<std::uint32_t>(state.assets));
  for (const AssetRecord& asset : state.assets) {
    put_u8(out, static_cast<std::uint8_t>(asset.fate));
    put_u32(out, asset.last_lot.value);
  }
  put_u32(out, size_of<std::uint32_t>(state.lots));
  for (const LotRecord& lot : state.lots) put_lot(out, lot);
  put_u32(out, size_of<std::uint32_t>(state.queue));
  for (const AssetSlot asset : state.queue) put_u16(out, asset.value);
  put_u32(out, size_of<std::uint32_t>(state.openings));
  for (const Instant opening : state.openings) put(out, opening);
  put_u32(out, size_of<std::uint32_t>(state.open));
  for (std::size_t i = 0; i < state.open.size(); ++i) put_open(out, state.open[i], state.bids[i]);
}

Digest state_digest(const State& state) {
  Bytes bytes;
  put(bytes, state);
  return sha256(bytes);
}

}  // namespace auction
