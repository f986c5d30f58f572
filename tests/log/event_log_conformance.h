// What every event log must do, as the port promises it. Each implementation runs this suite:
//
//   TEST_CASE("the memory log keeps its promises") {
//     MemoryLogUnderTest under_test;
//     check_event_log(under_test);
//   }
#pragma once

#include "libauction/log/event_log.h"

namespace auction {

class EventLogUnderTest {
 public:
  virtual ~EventLogUnderTest() = default;

  virtual EventLog& log() = 0;  // empty at first
  virtual void reopen() = 0;    // as after a restart: what was appended is still there
};

// Holds SECTIONs: call it once in a TEST_CASE.
void check_event_log(EventLogUnderTest& under_test);

}  // namespace auction
