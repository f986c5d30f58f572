// The prologue of a script: the rules, the assets and the managers of its auction.
//
//   preset ipl-2025                  or `plain`: see plain_rules
//   set /clock/lotMs 20000           a field of the rules, by JSON pointer
//   asset Arsenal base 5m country=England
//   assets Chelsea, Everton, Lot1..Lot40
//   manager Reds purse 120m retained Arsenal 9m
//   managers Blues, Greens
//   seed 7
//   start waiting
//
// Rules come before assets and managers, and a retained asset before its manager. What the command
// line gave must not be repeated.
#pragma once

#include "examples/auctioneer/script/reader.h"

namespace auction::script {

// How far the auction has come when the first act is played.
enum class Start : std::uint8_t { kNothing, kSetUp, kWaiting, kRunning };

// Points, a purse of 100, squads up to 10, any higher amount from 1, lots of 30 s without soft
// close or gap, in the order given, unsold ones never again.
RuleSet plain_rules();

struct Prologue {
  Setup setup;
  std::uint64_t seed = 1;
  Start start = Start::kRunning;
  std::size_t lines = 0;  // how many the prologue takes
};

// What the command line gave; an empty part is left to the script.
struct Given {
  std::optional<RuleSet> rules;
  std::optional<Catalogue> catalogue;
  std::vector<Participant> participants;
  std::uint64_t seed = 1;  // where the script names none
};

Prologue read_prologue(std::span<const Line> lines, const Given& given = {});

// An `asset` or `assets` line; ids are made from the names.
void read_asset_line(Reader& in, const Currency& currency, Catalogue& catalogue);

// The rules with one field changed; `value` is JSON, or a bare word. Refusals are BadScript.
RuleSet with_field(const RuleSet& rules, Reader& in);

}  // namespace auction::script
