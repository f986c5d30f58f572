// wire_leagues PORT CAST SECONDS SEED REPORT: managers of many leagues bid for so long, all of them
// from this one thread. CAST is a line a league: its auction, then TOKEN=USER for each manager;
// every manager has kSockets sockets. REPORT gets a line of JSON for each answer and each thing
// told; see bidding.h. Says "ready" when everybody is in, and begins when a line is typed.
#include <fstream>
#include <iostream>
#include <sstream>

#include "benchmarks/wire/bidding.h"

namespace wire {
namespace {

using namespace std::chrono_literals;
constexpr std::size_t kSockets = 5;
constexpr auto kPatience = 10s;  // for the last answers

struct Casting {
  std::vector<Seat> seats;
  std::vector<LeagueCast> leagues;
};

Casting read_cast(const std::string& file) {
  Casting casting;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    LeagueCast league;
    words >> league.auction;
    league.first_line = casting.seats.size();
    std::vector<Seat> seats;
    for (std::string word; words >> word;) {
      const std::size_t mark = word.find('=');
      league.managers.push_back(word.substr(mark + 1));
      seats.push_back({"{\"token\":\"" + word.substr(0, mark) + "\"}",
                       "[\"join_auction\",{\"auctionId\":\"" + league.auction + "\"}]"});
    }
    for (std::size_t i = 0; i < kSockets; ++i) {
      casting.seats.insert(casting.seats.end(), seats.begin(), seats.end());
    }
    league.lines = seats.size() * kSockets;
    casting.leagues.push_back(std::move(league));
  }
  return casting;
}

// Hands what a line hears to its league.
class Usher final : public Listener {
 public:
  Usher(Gallery& gallery, const Casting& casting, std::uint64_t seed, std::FILE* report) {
    for (const LeagueCast& league : casting.leagues) {
      by_line_.insert(by_line_.end(), league.lines, leagues_.size());
      leagues_.emplace_back(gallery, league, ++seed, report);
    }
    gallery.listen(*this);
  }

  void heard(std::size_t line, std::string_view text, Instant at) override {
    leagues_[by_line_[line]].heard(line, text, at);
  }

  std::deque<Bidding>& leagues() { return leagues_; }

 private:
  std::vector<std::size_t> by_line_;
  std::deque<Bidding> leagues_;
};

std::size_t outstanding(const std::deque<Bidding>& leagues) {
  std::size_t sum = 0;
  for (const Bidding& league : leagues) sum += league.outstanding();
  return sum;
}

int run(const std::vector<std::string>& words) {
  const Casting casting = read_cast(words[2]);
  std::FILE* report = std::fopen(words[5].c_str(), "w");
  if (report == nullptr) fail(words[5]);
  Gallery gallery(static_cast<std::uint16_t>(std::stoi(words[1])), casting.seats);
  Usher usher(gallery, casting, std::stoull(words[4]), report);
  gallery.fill(casting.seats.size());
  std::cout << "ready" << std::endl;
  std::string begin;
  std::getline(std::cin, begin);

  const Instant end = Clock::now() + std::chrono::seconds(std::stoi(words[3]));
  while (Clock::now() < end) {
    gallery.turn(2);
    for (Bidding& league : usher.leagues()) league.act(Clock::now());
  }
  const Instant last = Clock::now() + kPatience;
  while (outstanding(usher.leagues()) > 0 && Clock::now() < last) gallery.turn(50);
  for (const Instant rest = Clock::now() + 2s; Clock::now() < rest;) gallery.turn(50);
  for (Bidding& league : usher.leagues()) league.finish(Clock::now());
  std::fclose(report);
  return 0;
}

}  // namespace
}  // namespace wire

int main(int argc, char** argv) {
  if (argc != 6) {
    std::cerr << "wire_leagues PORT CAST SECONDS SEED REPORT\n";
    return 2;
  }
  return wire::run({argv, argv + argc});
}
