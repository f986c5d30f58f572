#include "libauction/log/chain.h"

#include "libauction/log/league_machine.h"
#include "libauction/log/season_machine.h"

namespace auction {
namespace {

// Fixed arrays and no Bytes: a link is hashed for every record that is written or verified.
template <std::size_t N>
class Fields {
 public:
  void add(std::uint64_t value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) bytes_[filled_++] = std::uint8_t(value >> (8 * i));
  }
  void add_id(std::uint64_t half) {
    for (int shift = 56; shift >= 0; shift -= 8) bytes_[filled_++] = std::uint8_t(half >> shift);
  }
  void add(const Digest& digest) {
    for (const std::uint8_t byte : digest.bytes) bytes_[filled_++] = byte;
  }
  ByteView view() const { return ByteView(bytes_).first(filled_); }

 private:
  std::array<std::uint8_t, N> bytes_{};
  std::size_t filled_ = 0;
};

}  // namespace

Head genesis(StreamId stream) {
  constexpr std::string_view kPrefix = "libauction stream";
  Bytes name(kPrefix.begin(), kPrefix.end());
  put(name, stream);
  return {0, sha256(name)};
}

Digest content_hash(const Salt& salt, ByteView body) {
  Sha256 hasher;
  hasher.update(salt.bytes);
  hasher.update(body);
  return hasher.finish();
}

Digest link_hash(const Record& record) {
  Fields<32 + 38 + 32> link;
  link.add(record.prev);
  link.add(record.seq, 8);
  link.add(record.count, 4);
  link.add(static_cast<std::uint64_t>(record.at.unix_ms), 8);
  link.add_id(record.actor.hi);
  link.add_id(record.actor.lo);
  link.add(record.version, 2);
  link.add(record.body_hash);
  return sha256(link.view());
}

template <class M>
Record seal(const Head& head, std::span<const typename M::Event> events, Instant at, ActorId actor,
            const Salt& salt) {
  AUCTION_CHECK(!events.empty(), "a record holds at least one event");
  Record record;
  record.seq = head.seq + 1;
  record.count = static_cast<std::uint32_t>(events.size());
  record.at = at;
  record.actor = actor;
  record.version = record_version(M::kKind);
  record.salt = salt;
  encode_body<M>(record.body, events);
  record.body_hash = content_hash(salt, record.body);
  record.prev = head.hash;
  record.hash = link_hash(record);
  return record;
}

template Record seal<AuctionMachine>(const Head&, std::span<const Event>, Instant, ActorId,
                                     const Salt&);
template Record seal<SeasonMachine>(const Head&, std::span<const SeasonEvent>, Instant, ActorId,
                                    const Salt&);
template Record seal<LeagueMachine>(const Head&, std::span<const LeagueEvent>, Instant, ActorId,
                                    const Salt&);

std::string_view sentence(LinkFault fault) {
  switch (fault) {
    case LinkFault::kNone:
      return "the record follows";
    case LinkFault::kSeq:
      return "the record does not begin where the one before ended";
    case LinkFault::kPrev:
      return "the record does not name the one before it";
    case LinkFault::kHash:
      return "the record's head was changed after it was sealed";
    case LinkFault::kBodyHash:
      return "the record's body is not the one that was sealed";
  }
  return "";
}

LinkFault check_link(const Head& head, const Record& record) {
  if (record.seq != head.seq + 1 || record.count == 0 || last_seq(record) < record.seq) {
    return LinkFault::kSeq;
  }
  if (record.prev != head.hash) return LinkFault::kPrev;
  if (record.hash != link_hash(record)) return LinkFault::kHash;
  if (is_withheld(record)) return LinkFault::kNone;
  const bool sealed = record.body_hash == content_hash(record.salt, record.body);
  return sealed ? LinkFault::kNone : LinkFault::kBodyHash;
}

}  // namespace auction
