// The bench: two ways of doing the same thing, measured by turns in one run, told as a ratio.
//
// Machines are shared and noisy, so no figure stands alone: each question has a floor or a peer
// that the same program measures. Warm-up, then kRepetitions turns; median [min..max] in
// nanoseconds an operation.
//
//   Table table("core", argc, argv);
//   table.compare("bid, 1 open lot", {"floor", floor_run}, {"decide+apply", engine_run}, ops,
//   {0.25}); return table.finish();
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

namespace bench {

inline constexpr int kRepetitions = 9;

// Keeps a value from being optimised away.
template <class T>
inline void keep(const T& value) {
  asm volatile("" : : "g"(&value) : "memory");
}

struct Figure {
  double median = 0;
  double min = 0;
  double max = 0;
};

inline Figure figure_of(std::array<double, kRepetitions> ns) {
  std::sort(ns.begin(), ns.end());
  return {ns[kRepetitions / 2], ns.front(), ns.back()};
}

// One side of a comparison. `run` does all operations once and returns the nanoseconds that count,
// so that it can leave its preparations out.
struct Side {
  std::string name;
  std::function<double()> run;
};

// Times `work` alone.
template <class Work>
double timed(Work&& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - start).count();
}

struct Row {
  std::string question;
  std::string peer_name;
  std::string ours_name;
  Figure peer;
  Figure ours;
  double ratio = 0;  // how many times as fast as the peer
  double goal = 0;
};

class Table {
 public:
  Table(std::string name, int argc, char** argv) : name_(std::move(name)) {
    for (int i = 1; i < argc; ++i) json_ = json_ || std::strcmp(argv[i], "--json") == 0;
    if (!json_) {
      std::printf("%-34s %28s %28s %8s %8s\n", name_.c_str(), "peer, ns [min..max]",
                  "ours, ns [min..max]", "ratio", "goal");
    }
  }

  // Each side does `operations` a run; the goal is the least ratio of their speeds (0: none was
  // set).
  const Row& compare(const std::string& question, const Side& peer, const Side& ours,
                     double operations, double goal) {
    peer.run();
    ours.run();
    std::array<double, kRepetitions> peer_ns{};
    std::array<double, kRepetitions> ours_ns{};
    for (std::size_t i = 0; i < kRepetitions; ++i) {
      peer_ns[i] = peer.run() / operations;
      ours_ns[i] = ours.run() / operations;
    }
    Row row{question, peer.name, ours.name, figure_of(peer_ns), figure_of(ours_ns), 0, goal};
    row.ratio = row.peer.median / row.ours.median;
    rows_.push_back(row);
    if (!json_) print(row);
    return rows_.back();
  }

  // A line of its own under the table: a count, a size, a remark.
  void note(const std::string& text) {
    notes_.push_back(text);
    if (!json_) std::printf("  %s\n", text.c_str());
  }

  int finish() const {
    if (json_) print_json();
    return 0;
  }

 private:
  static void print(const Row& r) {
    std::printf("%-34s %10.1f [%.1f..%.1f] %10.1f [%.1f..%.1f] %7.2fx", r.question.c_str(),
                r.peer.median, r.peer.min, r.peer.max, r.ours.median, r.ours.min, r.ours.max,
                r.ratio);
    if (r.goal > 0) std::printf(" >=%.2fx %s", r.goal, r.ratio >= r.goal ? "met" : "MISSED");
    std::printf("\n  peer: %s; ours: %s\n", r.peer_name.c_str(), r.ours_name.c_str());
    std::fflush(stdout);
  }

  void print_json() const {
    std::printf("{\"bench\":\"%s\",\"rows\":[", name_.c_str());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const Row& r = rows_[i];
      std::printf(
          "%s{\"question\":\"%s\",\"peer\":\"%s\",\"ours\":\"%s\",\"peerNs\":%.3f,\"oursNs\":%.3f,"
          "\"ratio\":%.4f,\"goal\":%.3f}",
          i == 0 ? "" : ",", r.question.c_str(), r.peer_name.c_str(), r.ours_name.c_str(),
          r.peer.median, r.ours.median, r.ratio, r.goal);
    }
    std::printf("],\"notes\":[");
    for (std::size_t i = 0; i < notes_.size(); ++i)
      std::printf("%s\"%s\"", i == 0 ? "" : ",", notes_[i].c_str());
    std::printf("]}\n");
  }

  std::string name_;
  bool json_ = false;
  std::vector<Row> rows_;
  std::vector<std::string> notes_;
};

}  // namespace bench
