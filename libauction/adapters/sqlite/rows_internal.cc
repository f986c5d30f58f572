#include "libauction/adapters/sqlite/rows_internal.h"

#include <algorithm>

namespace auction {

// An empty blob must have an address, or SQLite takes it for NULL.
void InUse::bind_bytes(int index, ByteView bytes) {
  static constexpr std::uint8_t kNothing = 0;
  const void* address = bytes.empty() ? &kNothing : bytes.data();
  if (bytes.size() > INT32_MAX) throw SQLite::Exception("a row is too large", 18);
  statement_.bindNoCopy(index, address, static_cast<int>(bytes.size()));
}

std::uint64_t InUse::number(int column) const {
  return static_cast<std::uint64_t>(statement_.getColumn(column).getInt64());
}

ByteView InUse::bytes(int column) const {
  const SQLite::Column value = statement_.getColumn(column);
  const void* data = value.getBlob();
  if (data == nullptr) return {};
  return {static_cast<const std::uint8_t*>(data), static_cast<std::size_t>(value.getBytes())};
}

bool InUse::digest(int column, Digest& out) const {
  const ByteView found = bytes(column);
  if (found.size() != out.bytes.size()) return false;
  std::copy(found.begin(), found.end(), out.bytes.begin());
  return true;
}

bool read_row(const InUse& row, CommitRow& out) {
  out.first_seq = row.number(0);
  out.last_seq = row.number(1);
  out.bytes = row.bytes(3);
  return row.digest(2, out.head);
}

bool visit_row(const CommitRow& row, Reading& reading, const RecordVisitor& visit) {
  Head& head = reading.head;
  const Record& record = reading.record;
  reading.fault = "a commit does not begin where the one before ended";
  if (row.first_seq != head.seq + 1 || row.bytes.empty()) return false;
  reading.fault = "a record does not follow the one before";
  for (ByteReader in(row.bytes); in.left() > 0;) {
    if (!read_record(in, reading.record)) return false;
    if (!follows(head, record) || last_seq(record) < record.seq) return false;
    head = head_after(record);
    if (reading.go_on && head.seq >= reading.from_seq) reading.go_on = visit(record);
  }
  reading.fault = "a commit does not end where it says";
  return head.seq == row.last_seq && head.hash == row.head;
}

Seal seal_of(std::uint64_t n, StreamId stream, const StoredAnswer& answer) {
  Bytes name;
  put_u64(name, n);
  put(name, stream);
  put(name, answer.command);
  put_bytes(name, answer.payload.bytes);
  Sha256 hasher;
  hasher.update(name);
  hasher.update(answer.answer);
  const Digest digest = hasher.finish();
  Seal seal;
  std::copy_n(digest.bytes.begin(), seal.size(), seal.begin());
  return seal;
}

}  // namespace auction
