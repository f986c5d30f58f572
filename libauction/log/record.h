// A record: what one command did, as it is kept for ever. The unit of the log.
//
// One command makes one record with all its events; each event has its own seq. The body is the
// events' canonical bytes, one after another; `version` tells of which kind of stream they are.
// Salt and body together are the record's *content*: it may be withheld (absent) while it is
// secret, and the chain still verifies, because the links rest on `body_hash` alone.
// docs/record-format.md tells the format to the byte.
//
//   header    = seq u64 | count u32 | at i64 | actor 16 bytes | version u16      little-endian
//   body_hash = SHA-256(salt | body)
//   hash      = SHA-256(prev | header | body_hash)
//
// Plain values; nothing here is shared between threads.
#pragma once

#include <array>
#include <span>

#include "libauction/base/bytes.h"
#include "libauction/base/sha256.h"
#include "libauction/log/auction_machine.h"

namespace auction {

struct Salt {
  std::array<std::uint8_t, 16> bytes{};

  bool operator==(const Salt&) const = default;
};

// Of an auction's events in the body; the other kinds' are record_version(kind).
inline constexpr std::uint16_t kRecordVersion = record_version(StreamKind::kAuction);
inline constexpr ActorId kHostActor{};  // the nil id: the host itself

struct Record {
  std::uint64_t seq = 0;    // of the first event, from 1
  std::uint32_t count = 0;  // events in this record, at least 1
  Instant at;
  ActorId actor;
  std::uint16_t version = kRecordVersion;
  Salt salt;   // all zero when withheld
  Bytes body;  // empty when withheld: an event takes at least six bytes
  Digest body_hash;
  Digest prev;  // hash of the record before; of the stream's name for the first
  Digest hash;

  bool operator==(const Record&) const = default;
};

inline bool is_withheld(const Record& record) { return record.body.empty(); }
constexpr StreamKind kind_of(const Record& record) {
  return static_cast<StreamKind>(record.version >> 8);
}
inline std::uint64_t last_seq(const Record& record) { return record.seq + record.count - 1; }

// The record without its content.
Record withhold(Record record);

// For the machines of this library; the auction's where none is named.
template <class M = AuctionMachine>
void encode_body(Bytes& out, std::span<const typename M::Event> events);

// The events of a body; nothing when it is withheld, of another kind, of an unknown version, or not
// exactly `count` whole events in canonical form. `out` is cleared and filled, so that a replay
// reuses its memory.
template <class M = AuctionMachine>
bool decode_body(const Record& record, std::vector<typename M::Event>& out);

// The stored form: header, prev, body_hash, hash, then 0 (withheld) or 1, salt, u32 length, body.
// Check `in.ok()` after reading; the second form does, and reuses the record's memory.
void put(Bytes& out, const Record& record);
Record read_record(ByteReader& in);
bool read_record(ByteReader& in, Record& out);

}  // namespace auction
