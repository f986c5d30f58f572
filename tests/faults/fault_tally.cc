#include "tests/faults/fault_tally.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <vector>

namespace auction {
namespace {

constexpr const char* kNames[] = {"delivery delayed",
                                  "delivery duplicated",
                                  "delivery reordered",
                                  "same id, other payload",
                                  "answer replayed",
                                  "decided during a commit",
                                  "waited for the store",
                                  "commit refused",
                                  "commit kept, said to fail",
                                  "disk full for a while",
                                  "store unreadable",
                                  "crash before a commit",
                                  "crash between commit and answer",
                                  "crash while idle",
                                  "crash in a pause",
                                  "crash in a gap",
                                  "crash with a lot open",
                                  "crash while people gather",
                                  "crash in a request stage",
                                  "clock an hour back",
                                  "clock an hour forth",
                                  "stall over a deadline",
                                  "another writer",
                                  "bid 1 ms before the end",
                                  "bid at the end",
                                  "purse used up",
                                  "recovered past a deadline"};
static_assert(std::size(kNames) == static_cast<std::size_t>(Happened::kCount));

// The first line of a kept tally: another order of its figures is another name.
constexpr const char* kForm = "fault-tally-1";

std::vector<std::uint64_t*> figures_of(KeptTally& kept) {
  FaultTally& tally = kept.tally;
  std::vector<std::uint64_t*> all{&kept.first_seed, &kept.next_seed, &tally.worlds,
                                  &tally.auctions,  &tally.lots,     &tally.commands,
                                  &tally.records,   &tally.commits,  &tally.took_ms};
  for (std::uint64_t& times : tally.happened) all.push_back(&times);
  return all;
}

}  // namespace

FaultTally& FaultTally::operator+=(const FaultTally& other) {
  for (std::size_t i = 0; i < happened.size(); ++i) happened[i] += other.happened[i];
  worlds += other.worlds, auctions += other.auctions, lots += other.lots;
  commands += other.commands, records += other.records, commits += other.commits;
  took_ms += other.took_ms;
  return *this;
}

bool print(const FaultTally& tally) {
  bool all = true;
  for (std::size_t i = 0; i < tally.happened.size(); ++i) {
    const auto times = static_cast<unsigned long long>(tally.happened[i]);
    std::printf("%10llu  %s%s\n", times, kNames[i], times == 0 ? "  NEVER HAPPENED" : "");
    all = all && times > 0;
  }
  return all;
}

bool keep(const std::string& path, const KeptTally& kept) {
  KeptTally copy = kept;
  const std::string beside = path + ".new";
  std::ofstream out(beside);
  out << kForm << "\n";
  for (const std::uint64_t* figure : figures_of(copy)) out << *figure << "\n";
  out.close();
  return out.good() && std::rename(beside.c_str(), path.c_str()) == 0;
}

bool read_kept(const std::string& path, KeptTally& kept) {
  std::ifstream in(path);
  if (!in.is_open()) return true;
  std::string form;
  KeptTally read;
  in >> form;
  for (std::uint64_t* figure : figures_of(read)) in >> *figure;
  if (!in || form != kForm) return false;
  kept = read;
  return true;
}

}  // namespace auction
