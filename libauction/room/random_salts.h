// Salts that nobody can foretell: SHA-256 over 32 bytes of the system's randomness and a counter.
//
// What a house uses outside of tests and reproducible runs (those have SeededSalts). One a thread.
#pragma once

#include "libauction/log/salt.h"

namespace auction {

class RandomSalts final : public SaltSource {
 public:
  RandomSalts();  // asks the system once
  Salt salt(std::uint64_t seq) override;

 private:
  Digest secret_;
  std::uint64_t drawn_ = 0;
};

}  // namespace auction
