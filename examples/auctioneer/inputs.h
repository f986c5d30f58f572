// What an auction is made of, as the command line names it: rules, assets, managers, a seed.
#pragma once

#include "examples/auctioneer/script/prologue.h"
#include "examples/auctioneer/shell.h"

namespace auction::cli {

struct Inputs {
  std::string preset;
  std::string rules;     // a file
  std::string assets;    // a file
  std::string managers;  // a file, or a number of them
  std::uint64_t seed = 1;
};

// --preset, --rules, --assets, --managers, --seed.
void add_inputs(CLI::App& command, Inputs& inputs);

// Reads the files that are named; what is not named stays empty. Every fault of a file is told.
script::Given load(const Inputs& inputs, Screen& screen);

// The set-up when nothing comes from a script: rules, assets and managers must all be there.
script::Prologue prologue_of(const script::Given& given);

// Stops with bad input, naming the file, if the engine would refuse this set-up; tells warnings.
void check(const Setup& setup, const Inputs& inputs, Screen& screen);

// A preset by its name, or Stop with the names there are.
RuleSet preset_named(const std::string& name, ExitCode code);

// A rule set from a JSON file.
RuleSet rules_from_file(const std::string& path);

}  // namespace auction::cli
