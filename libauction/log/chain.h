// The chain: each record names the hash of the one before, so none can be changed, left out, put in
// or moved without the chain breaking at that place.
//
// The first record's `prev` is the hash of the stream's name, which binds the whole chain to its
// stream. What a chain cannot show by itself is a tail cut off: for that a `Head` (seq and hash of
// the end) is published with every sale and compared later.
//
//   Head head = genesis(stream);
//   Record r = seal(head, events, now, actor, salts.salt(head.seq + 1));
//   check_link(head, r);  // kNone: it follows
//   head = head_after(r);
//
// Pure functions: any thread.
#pragma once

#include <span>
#include <string_view>

#include "libauction/log/record.h"

namespace auction {

// Where a log ends: the seq of its last event and the hash of its last record.
struct Head {
  std::uint64_t seq = 0;
  Digest hash;

  bool operator==(const Head&) const = default;
};

// Before the first record: seq 0 and SHA-256("libauction stream" | 16 bytes of the stream's id).
Head genesis(StreamId stream);

inline Head head_after(const Record& record) { return {last_seq(record), record.hash}; }

Digest content_hash(const Salt& salt, ByteView body);
Digest link_hash(const Record& record);  // of prev, header and body_hash

// Makes the record that follows `head`. The body is encoded from the events; at least one.
template <class M = AuctionMachine>
Record seal(const Head& head, std::span<const typename M::Event> events, Instant at, ActorId actor,
            const Salt& salt);

enum class LinkFault : std::uint8_t {
  kNone = 0,
  kSeq,       // does not begin where the last record ended, or holds no event
  kPrev,      // follows another record, or belongs to another stream
  kHash,      // header, prev or body_hash were changed
  kBodyHash,  // salt or body were changed
};

// A sentence for people: "the body is not the one that was sealed".
std::string_view sentence(LinkFault fault);

// Whether the record begins where `head` ends and names it: what a log asks of an append. No
// hashing.
inline bool follows(const Head& head, const Record& record) {
  return record.seq == head.seq + 1 && record.count > 0 && record.prev == head.hash;
}

// Whether the record may stand after `head`, every hash recomputed. A withheld record has no
// content to compare.
LinkFault check_link(const Head& head, const Record& record);

}  // namespace auction
