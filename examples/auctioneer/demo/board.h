// The board: what the demo shows, on 80 columns.
#pragma once

#include "examples/auctioneer/demo/checks.h"
#include "examples/auctioneer/demo/league.h"
#include "examples/auctioneer/screen.h"
#include "examples/auctioneer/ticker.h"

namespace auction::demo {

void show_retentions(cli::Screen& screen, const Setup& setup);
void show_moves(cli::Screen& screen, const Facts& facts);
void show_squads(cli::Screen& screen, const State& state);
void show_table(cli::Screen& screen, const State& state, const Facts& facts);
void show_proof(cli::Screen& screen, const Proof& proof);
void show_claims(cli::Screen& screen, const std::vector<Claim>& claims);
void show_league(cli::Screen& screen, const League& league);

// Lots going by, with a heading for each set.
class Board {
 public:
  explicit Board(cli::Screen& screen) : screen_(screen), ticker_(screen) {}
  void operator()(const State& state, const Record& record, std::span<const Event> events);

 private:
  cli::Screen& screen_;
  cli::Ticker ticker_;
  std::string set_;
};

}  // namespace auction::demo
