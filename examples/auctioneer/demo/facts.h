// The facts of the demo: the IPL 2025 mega auction as its tables tell it.
//
// data/ipl_2025/PROVENANCE.md says where each comes from, and what was filled in.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "examples/auctioneer/script/prologue.h"

namespace auction::demo {

struct Result {
  bool sold = false;
  Money price;
  std::string team;
};

struct Published {
  std::string label;
  Money left;
  std::size_t squad = 0;
};

// A lot that came up elsewhere than the official list says; a reconstruction, and recorded so.
struct Move {
  std::string asset;  // names, for people
  std::string place;  // "before" or "after"
  std::string anchor;
};

struct Facts {
  script::Prologue prologue;                // rules, catalogue in the order of offering, franchises
  std::map<std::uint16_t, Result> results;  // by asset slot
  std::vector<Published> published;
  std::vector<Move> moves;
};

// Reads the tables in `folder`. Every fault is a cli::Stop that names file and line.
Facts read_facts(const std::string& folder);

// Where the tables are, and the results for the second half: below the working directory, the
// program, or one of their parents.
std::string find_facts();
std::string find_results();

}  // namespace auction::demo
