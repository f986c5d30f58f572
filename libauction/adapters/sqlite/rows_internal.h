// Values in rows: ids and digests as blobs, records as their stored bytes one after another.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include "libauction/log/store.h"

namespace auction {

// A prepared statement in use: given back, with nothing bound, whatever happens.
class InUse {
 public:
  explicit InUse(SQLite::Statement& statement) : statement_(statement) {}
  ~InUse() { statement_.tryReset(); }
  InUse(const InUse&) = delete;
  InUse& operator=(const InUse&) = delete;

  template <class Tag>
  void bind(int index, Id<Tag> id) {
    Bytes bytes;
    put(bytes, id);
    statement_.bind(index, bytes.data(), static_cast<int>(bytes.size()));
  }
  void bind(int index, const Digest& digest) {
    statement_.bind(index, digest.bytes.data(), static_cast<int>(digest.bytes.size()));
  }
  void bind(int index, std::uint64_t value) {
    statement_.bind(index, static_cast<std::int64_t>(value));
  }
  void bind_bytes(int index, ByteView bytes);  // must live until the statement is given back

  bool step() { return statement_.executeStep(); }
  std::uint64_t number(int column) const;
  ByteView bytes(int column) const;  // until the next step
  bool digest(int column, Digest& out) const;

 private:
  SQLite::Statement& statement_;
};

// What a row of a stream holds: where it ends, and its records.
struct CommitRow {
  std::uint64_t first_seq = 0;
  std::uint64_t last_seq = 0;
  Digest head;
  ByteView bytes;
};

// Columns first_seq, last_seq, head, bytes; false if they are not of these kinds.
bool read_row(const InUse& row, CommitRow& out);

// How far a stream has been read, and the memory of the record that is visited.
struct Reading {
  Head head;
  std::uint64_t from_seq = 1;
  bool go_on = true;            // false when the visitor has enough
  const char* fault = nullptr;  // a sentence, when a row does not hold together
  Record record;
};

// Visits the row's records in turn, each of which must follow the head, which moves along. False
// after a fault.
bool visit_row(const CommitRow& row, Reading& reading, const RecordVisitor& visit);

// The first half of SHA-256(n | stream | command | payload | answer): shows rot and edits.
using Seal = std::array<std::uint8_t, 16>;
Seal seal_of(std::uint64_t n, StreamId stream, const StoredAnswer& answer);

}  // namespace auction
