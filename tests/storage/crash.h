// Power goes: what is on the disk then? One of very many things, drawn by chance.
//
// Of what was not flushed each write is kept, dropped, or torn into sectors of 512 bytes that are
// each kept or dropped; truncations, creations and deletions are kept or dropped. Order counts only
// where the same bytes were written twice.
//
//   Tape tape(disk);
//   tape.wind_to(point);               // forwards only
//   Disk image = tape.power_loss(chance);
#pragma once

#include "libauction/base/random.h"
#include "tests/storage/disk.h"

namespace auction {

class Tape {
 public:
  explicit Tape(const Disk& disk) : disk_(disk), durable_(disk.durable) {}

  void wind_to(std::size_t point);

  // The disk as it is found after power came back: everything on it is durable.
  Disk power_loss(SplitMix64& chance) const;

  // The disk as the next process finds it when the last one was killed: everything is seen, and
  // what was not flushed may still be lost.
  Disk kill() const;

 private:
  void flush(int file);
  void flush_folder();

  const Disk& disk_;
  DiskFiles durable_;
  std::vector<const DiskOp*> pending_;
  std::size_t at_ = 0;
};

// Tells images apart: names and contents.
std::uint64_t digest_of(const DiskFiles& files);

}  // namespace auction
