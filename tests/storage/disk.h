// A disk in memory that remembers everything that was done to it, and SQLite's way down to it.
//
// What was written is seen at once by whoever reads, as with a real system; what of it outlives a
// power loss is decided later, from the tape (crash.h). A file's name is durable once its folder
// was flushed, which the system's own layer does at the first flush of a new journal or log and at
// a deletion that asks for it.
//
//   Disk disk;
//   Mounted mounted(disk);                        // stores with kDiskVfs now use it
//   SqliteStore::open("a.db", {.vfs = kDiskVfs});
//
// One disk is mounted at a time; one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace auction {

inline constexpr const char* kDiskVfs = "disk in memory";

struct DiskOp {
  enum Kind { kWrite, kTruncate, kSync, kCreate, kDelete, kSyncFolder };
  Kind kind;
  int file = 0;
  std::int64_t offset = 0;  // of a write; the new size of a truncation
  std::string data;         // what is written; the name of what is created or deleted
};

struct DiskFiles {
  std::map<std::string, int> names;
  std::map<int, std::string> contents;
};

// What a call below SQLite is, for those who let one fail.
enum class DiskCall { kOpen, kRead, kWrite, kTruncate, kSync, kSize, kDelete, kAccess };

struct Disk {
  DiskFiles durable;         // at the beginning of the tape
  DiskFiles live;            // as programs see it
  std::vector<DiskOp> tape;  // what was done since
  int next_file = 1;
  bool lies = false;  // flushes are answered and not done

  // Answers an SQLite result code for a call: 0 lets it happen.
  std::function<int(DiskCall)> fault;

  void apply(DiskOp op);  // to `live`, and onto the tape
};

// Of a write, a truncation, a creation or a deletion; a flush changes nothing that is seen.
void apply(DiskFiles& files, const DiskOp& op);

class Mounted {
 public:
  explicit Mounted(Disk& disk);
  ~Mounted();
  Mounted(const Mounted&) = delete;
  Mounted& operator=(const Mounted&) = delete;

 private:
  Disk* before_;
};

}  // namespace auction
