// wire_load PORT SEATS PLAN: a gallery of clients that does what it is told on standard input and
// says what it measured, one line of JSON each. SEATS has two lines a seat, its auth and its join
// event; PLAN is AUCTION,LOT,FIRST,STEP,BIDDERS.
//
//   fill N            so many clients are in
//   paced BIDS MS     a bid, and the next MS after it has reached everybody
//   flood MS WINDOW   for so long, with WINDOW bids on their way
//   floor FOLDER N    N flushes there, N round trips through loopback
#include <poll.h>
#include <unistd.h>

#include <fstream>
#include <iostream>
#include <sstream>

#include "benchmarks/wire/floor.h"
#include "benchmarks/wire/rounds.h"

namespace wire {
namespace {

std::vector<Seat> read_seats(const std::string& file) {
  std::ifstream in(file);
  std::vector<Seat> seats;
  Seat seat;
  while (std::getline(in, seat.auth) && std::getline(in, seat.join)) seats.push_back(seat);
  return seats;
}

BidPlan read_plan(const std::string& text) {
  std::istringstream in(text);
  BidPlan plan;
  std::string first, step, bidders;
  std::getline(in, plan.auction, ',');
  std::getline(in, plan.lot, ',');
  std::getline(in, first, ',');
  std::getline(in, step, ',');
  std::getline(in, bidders, ',');
  plan.first = std::stoll(first);
  plan.step = std::stoll(step);
  plan.bidders = std::stoul(bidders);
  return plan;
}

void say(const char* name, const std::vector<double>& values) {
  std::printf("\"%sP50\":%.4f,\"%sP99\":%.4f,\"%sMax\":%.4f,", name, percentile(values, 0.5), name,
              percentile(values, 0.99), name, percentile(values, 1));
}

void say(const Heard& heard, std::size_t lines) {
  std::printf("{\"bids\":%zu,\"messages\":%zu,\"seconds\":%.4f,", heard.bids, heard.bids * lines,
              heard.seconds);
  say("toAll", heard.to_all_ms);
  say("toOne", heard.to_one_ms);
  say("ack", heard.ack_ms);
  std::printf("\"clientCpu\":%.3f}\n", heard.processor_seconds / heard.seconds);
}

void measure_floor(Floor& floor, int times) {
  std::vector<double> flushes, trips, sums;
  for (int i = 0; i < times; ++i) {
    flushes.push_back(floor.flush_ms());
    trips.push_back(floor.round_trip_ms());
    sums.push_back(flushes.back() + trips.back());
  }
  std::printf("{");
  say("flush", flushes);
  say("trip", trips);
  say("sum", sums);
  std::printf("\"times\":%d}\n", times);
}

class Orders {
 public:
  Orders(Gallery& gallery, Rounds& rounds) : gallery_(&gallery), rounds_(&rounds) {}

  void follow(const std::string& line) {
    std::istringstream words(line);
    std::string order, folder;
    std::size_t count = 0, more = 0;
    words >> order;
    if (order == "floor") {
      words >> folder >> count;
      if (!floor_) floor_.emplace(folder);
      measure_floor(*floor_, static_cast<int>(count));
    } else if (words >> count && order == "fill") {
      gallery_->fill(count);
      std::printf("{\"filled\":%zu}\n", gallery_->size());
    } else if (words >> more && order == "paced") {
      say(rounds_->paced(count, std::chrono::milliseconds(more)), gallery_->size());
    } else if (words && order == "flood") {
      say(rounds_->flood(std::chrono::milliseconds(count), more), gallery_->size());
    } else {
      fail("no such order: " + line);
    }
    std::fflush(stdout);
  }

 private:
  Gallery* gallery_;
  Rounds* rounds_;
  std::optional<Floor> floor_;
};

// Pings are answered while there is nothing to do.
int follow_orders(Gallery& gallery, Orders& orders) {
  std::string typed;
  while (true) {
    gallery.turn(20);
    pollfd input{STDIN_FILENO, POLLIN, 0};
    if (::poll(&input, 1, 0) <= 0) continue;
    char bytes[1024];
    const ssize_t got = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (got <= 0) return 0;
    typed.append(bytes, static_cast<std::size_t>(got));
    for (std::size_t end; (end = typed.find('\n')) != std::string::npos; typed.erase(0, end + 1)) {
      orders.follow(typed.substr(0, end));
    }
  }
}

}  // namespace
}  // namespace wire

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "wire_load PORT SEATS AUCTION,LOT,FIRST,STEP,BIDDERS\n";
    return 2;
  }
  wire::Gallery gallery(static_cast<std::uint16_t>(std::stoi(argv[1])), wire::read_seats(argv[2]));
  wire::Rounds rounds(gallery, wire::read_plan(argv[3]));
  wire::Orders orders(gallery, rounds);
  return wire::follow_orders(gallery, orders);
}
