#include "examples/auctioneer/fpl_inputs.h"

#include <map>

#include "libauction/adapters/results/fpl.h"

namespace auction::cli {
namespace {

bool is_bootstrap(std::string_view text) {
  return text.find("\"element_types\"") != std::string_view::npos;
}

}  // namespace

bool is_fpl_api(std::string_view text) {
  return text.find("\"elements\"") != std::string_view::npos ||
         text.find("\"history\"") != std::string_view::npos;
}

void FplInputs::take(const std::string& path, std::string text) {
  std::vector<File>& files = is_bootstrap(text) ? players_ : figures_;
  files.push_back({path, std::move(text)});
}

void FplInputs::score_into(const RuleBook& book, ScoredFiles& scored, Screen& screen) const {
  if (players_.size() != 1) {
    stop(kBadInput, "FPL API files need one bootstrap-static, which tells positions; here are {}",
         players_.size());
  }
  const auto players = players_from_fpl(players_.front().text);
  if (!players.ok()) refuse_file(players_.front().path, players.status(), screen);
  std::map<std::pair<std::string, std::string>, const File*> seen;
  for (const File& file : figures_) {
    const auto rows = figures_from_fpl(file.text, *players, book);
    if (!rows.ok()) refuse_file(file.path, rows.status(), screen);
    for (const FigureRow& row : *rows) {
      const auto [place, fresh] = seen.try_emplace({row.match, row.player}, &file);
      if (!fresh) {
        stop(kBadInput, "{}: player {} in fixture {} is in {} already", file.path, row.player,
             row.match, place->second->path);
      }
      scored.players.push_back({row.match, row.player, score(book, row_of(row))});
    }
  }
}

}  // namespace auction::cli
