#include "libauction/room/request.h"

#include "libauction/base/match.h"

namespace auction {
namespace {

constexpr std::size_t kUsualSize = 64;  // of a bid's payload, and most others'

void put(Bytes& out, LotNumber lot) { put_u32(out, lot.value); }
void put(Bytes& out, AssetSlot asset) { put_u16(out, asset.value); }
void put(Bytes& out, ManagerSlot manager) { put_u8(out, manager.value); }

void put(Bytes& out, const Note& note) {
  put_u8(out, note ? 1 : 0);
  if (note) put_text(out, **note);
}

void put(Bytes& out, const AssetList& assets) {
  put_u32(out, static_cast<std::uint32_t>(assets->size()));
  for (const AssetSlot asset : *assets) put(out, asset);
}

struct Payload {
  Bytes& out;

  void operator()(const PlaceBid& c) const {
    put(out, c.lot);
    auction::put(out, c.amount);
    put_u64(out, c.expected_seq);
  }
  void operator()(const Create& c) const { auction::put(out, *c.setup); }
  void operator()(const DrawOrder& c) const { put_bytes(out, c.seed.bytes); }
  void operator()(const Tick&) const {}
  void operator()(const Recover&) const {}
  void operator()(const Open& c) const {
    auction::put(out, c.at);
    put(out, c.note);
  }
  void operator()(const Extend& c) const {
    put(out, c.lot);
    auction::put(out, c.by);
    put(out, c.note);
  }
  void operator()(const Assign& c) const {
    put(out, c.asset);
    put(out, c.manager);
    auction::put(out, c.price);
    put(out, c.note);
  }
  void operator()(const AdjustPurse& c) const {
    put(out, c.manager);
    auction::put(out, c.delta);
    put(out, c.note);
  }
  void operator()(const RequestLots& c) const { put(out, c.assets); }
  void operator()(const VoidSale& c) const {
    put(out, c.lot);
    put_u8(out, c.reoffer ? 1 : 0);
    put(out, c.note);
  }
  void operator()(const Reset& c) const {
    put_bytes(out, c.order_commitment.bytes);
    put(out, c.note);
  }
  void operator()(const Appoint& c) const { put_actor(c.who, c.note); }
  void operator()(const Dismiss& c) const { put_actor(c.who, c.note); }
  // A lot and a note, or a note alone.
  template <class Rest>
  void operator()(const Rest& c) const {
    if constexpr (requires { c.lot; }) put(out, c.lot);
    put(out, c.note);
  }

  void put_actor(ActorId who, const Note& note) const {
    auction::put(out, who);
    put(out, note);
  }
};

}  // namespace

void put(Bytes& out, const Command& command) {
  put_u8(out, static_cast<std::uint8_t>(command.index()));
  std::visit(Payload{out}, command);
}

Digest payload_digest(const Request& request) {
  Bytes bytes;
  bytes.reserve(kUsualSize);
  put_u8(bytes, request.host ? 1 : 0);
  put(bytes, request.host ? kHostActor : request.actor);
  put(bytes, request.command);
  return sha256(bytes);
}

}  // namespace auction
