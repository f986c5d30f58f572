// What a durable answer costs at least: a flush of 64 bytes over themselves, and a message there
// and back through loopback between two processes.
#pragma once

#include <string>
#include <vector>

namespace wire {

class Floor {
 public:
  explicit Floor(const std::string& folder);  // on the disk in question
  ~Floor();
  Floor(const Floor&) = delete;
  Floor& operator=(const Floor&) = delete;

  double flush_ms();
  double round_trip_ms();

 private:
  int file_;
  int line_;
  int child_;
  int turn_ = 0;
};

}  // namespace wire
