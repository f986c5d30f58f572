#include "libauction/log/record.h"

namespace auction {
namespace {

Digest read_digest(ByteReader& in) {
  Digest digest;
  const ByteView taken = in.bytes(digest.bytes.size());
  for (std::size_t i = 0; i < taken.size(); ++i) digest.bytes[i] = taken[i];
  return digest;
}

void put_header(Bytes& out, const Record& record) {
  put_u64(out, record.seq);
  put_u32(out, record.count);
  put(out, record.at);
  put(out, record.actor);
  put_u16(out, record.version);
}

void read_header(ByteReader& in, Record& record) {
  record.seq = in.u64();
  record.count = in.u32();
  record.at = in.instant();
  record.actor = in.id<ActorTag>();
  record.version = in.u16();
}

void read_content(ByteReader& in, Record& record) {
  const ByteView salt = in.bytes(record.salt.bytes.size());
  for (std::size_t i = 0; i < salt.size(); ++i) record.salt.bytes[i] = salt[i];
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

void encode_body(Bytes& out, std::span<const Event> events) {
  for (const Event& event : events) put(out, event);
}

bool decode_body(const Record& record, Events& out) {
  out.clear();
  if (is_withheld(record) || record.version != kRecordVersion) return false;
  ByteReader in(record.body);
  while (in.left() > 0) {
    std::optional<Event> event = read_event(in);
    if (!event || out.size() == record.count) return false;
    out.push_back(*event);
  }
  return in.finished() && out.size() == record.count;
}

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
  read_header(in, record);
  record.prev = read_digest(in);
  record.body_hash = read_digest(in);
  record.hash = read_digest(in);
  if (in.boolean()) read_content(in, record);
  return record;
}

}  // namespace auction
