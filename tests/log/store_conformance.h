// What every store must do, as the port promises it. Each implementation runs this suite:
//
//   TEST_CASE("the memory store keeps the promises of the port") {
//     MemoryStoreUnderTest under_test;
//     check_store(under_test);
//   }
#pragma once

#include "libauction/log/store.h"

namespace auction {

class StoreUnderTest {
 public:
  virtual ~StoreUnderTest() = default;

  virtual Store& store() = 0;  // empty at first
  virtual void reopen() = 0;   // as after a restart: what was committed is still there
};

// Holds SECTIONs: call it once in a TEST_CASE.
void check_store(StoreUnderTest& under_test);

}  // namespace auction
