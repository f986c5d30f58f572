// Where salts come from: sixteen bytes a record that keep a withheld body from being guessed.
//
// A body of few possibilities (a sealed bid, a drawn order of three lots) could be found from its
// hash by trying them all; nobody can try 2^128 salts. So a host passes a source that cannot be
// foretold (getrandom, a library's generator). Tests, simulations and reproducible runs use
// SeededSalts: the same seed gives the same log, byte for byte, and hides nothing.
//
// A source belongs to one thread at a time.
#pragma once

#include "libauction/log/record.h"

namespace auction {

class SaltSource {
 public:
  virtual ~SaltSource() = default;

  // The salt of the record whose first event has this seq.
  virtual Salt salt(std::uint64_t seq) = 0;
};

// The first 16 bytes of SHA-256(seed u64 | seq u64), little-endian.
class SeededSalts final : public SaltSource {
 public:
  explicit SeededSalts(std::uint64_t seed) : seed_(seed) {}
  Salt salt(std::uint64_t seq) override;

 private:
  std::uint64_t seed_;
};

}  // namespace auction
