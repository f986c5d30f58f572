// The answers of the FPL API among the files of `score`: one bootstrap-static, and figures.
#pragma once

#include "examples/auctioneer/scoring_inputs.h"

namespace auction::cli {

// Whether a text that begins like JSON is one of them.
bool is_fpl_api(std::string_view text);

class FplInputs {
 public:
  void take(const std::string& path, std::string text);  // in any order

  // Stops where bootstrap-static is missing, and where two files tell of one player in one fixture.
  void score_into(const RuleBook& book, ScoredFiles& scored, Screen& screen) const;

 private:
  struct File {
    std::string path;
    std::string text;
  };

  std::vector<File> players_;
  std::vector<File> figures_;
};

}  // namespace auction::cli
