#include "libauction/log/record.h"

#include <algorithm>

#include "libauction/base/load.h"
#include "libauction/log/league_machine.h"
#include "libauction/log/season_machine.h"

namespace auction {
namespace {

void put_header(Bytes& out, const Record& record) {
  put_u64(out, record.seq);
  put_u32(out, record.count);
  put(out, record.at);
  put(out, record.actor);
  put_u16(out, record.version);
}

constexpr std::size_t kFixedSize = 8 + 4 + 8 + 16 + 2 + 3 * 32 + 1;

// What every record has. Its length was looked at once and for all, because a restart spends its
// time here.
class FixedPart {
 public:
  explicit FixedPart(ByteView bytes) : at_(bytes.data()) {}

  template <class Number>
  Number number() {
    at_ += sizeof(Number);
    return load_little<Number>(at_ - sizeof(Number));
  }
  std::uint64_t half_id() {
    at_ += 8;
    return load_big_u64(at_ - 8);
  }
  void take(Digest& out) {
    std::memcpy(out.bytes.data(), at_, out.bytes.size());
    at_ += out.bytes.size();
  }

 private:
  const std::uint8_t* at_;
};

void read_content(ByteReader& in, Record& record) {
  const ByteView salt = in.bytes(record.salt.bytes.size());
  std::copy(salt.begin(), salt.end(), record.salt.bytes.begin());
  const ByteView body = in.bytes(in.count(1));
  record.body.assign(body.begin(), body.end());
  if (record.body.empty()) in.fail();  // a body that is there has at least one event
}

}  // namespace

Record withhold(Record record) {
  record.salt = {};
  record.body = {};
  return record;
}

template <class M>
void encode_body(Bytes& out, std::span<const typename M::Event> events) {
  for (const auto& event : events) put(out, event);
}

template <class M>
bool decode_body(const Record& record, std::vector<typename M::Event>& out) {
  out.clear();
  if (is_withheld(record) || record.version != record_version(M::kKind)) return false;
  ByteReader in(record.body);
  while (in.left() > 0) {
    auto event = M::read(in);
    if (!event || out.size() == record.count) return false;
    out.push_back(*std::move(event));
  }
  return in.finished() && out.size() == record.count;
}

template void encode_body<AuctionMachine>(Bytes&, std::span<const Event>);
template void encode_body<SeasonMachine>(Bytes&, std::span<const SeasonEvent>);
template void encode_body<LeagueMachine>(Bytes&, std::span<const LeagueEvent>);
template bool decode_body<AuctionMachine>(const Record&, Events&);
template bool decode_body<SeasonMachine>(const Record&, SeasonEvents&);
template bool decode_body<LeagueMachine>(const Record&, LeagueEvents&);

void put(Bytes& out, const Record& record) {
  put_header(out, record);
  put_bytes(out, record.prev.bytes);
  put_bytes(out, record.body_hash.bytes);
  put_bytes(out, record.hash.bytes);
  put_u8(out, is_withheld(record) ? 0 : 1);
  if (is_withheld(record)) return;
  put_bytes(out, record.salt.bytes);
  put_u32(out, static_cast<std::uint32_t>(record.body.size()));
  put_bytes(out, record.body);
}

Record read_record(ByteReader& in) {
  Record record;
  (void)read_record(in, record);
  return record;
}

bool read_record(ByteReader& in, Record& out) {
  const ByteView bytes = in.bytes(kFixedSize);
  if (!in.ok()) return false;
  FixedPart fixed(bytes);
  out.seq = fixed.number<std::uint64_t>();
  out.count = fixed.number<std::uint32_t>();
  out.at = {fixed.number<std::int64_t>()};
  out.actor.hi = fixed.half_id();
  out.actor.lo = fixed.half_id();
  out.version = fixed.number<std::uint16_t>();
  fixed.take(out.prev);
  fixed.take(out.body_hash);
  fixed.take(out.hash);
  const auto has_content = fixed.number<std::uint8_t>();
  out.salt = {};
  out.body.clear();
  if (has_content > 1) in.fail();
  if (has_content == 1) read_content(in, out);
  return in.ok();
}

}  // namespace auction
