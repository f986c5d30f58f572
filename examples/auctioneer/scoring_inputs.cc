#include "examples/auctioneer/scoring_inputs.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "examples/auctioneer/files.h"
#include "examples/auctioneer/fpl_inputs.h"
#include "libauction/adapters/csv/figures.h"
#include "libauction/adapters/json/rule_book.h"
#include "libauction/adapters/results/cricsheet.h"
#include "libauction/scoring/cricket_points.h"
#include "libauction/scoring/rule_book_lint.h"
#include "libauction/scoring/rule_books.h"

namespace auction::cli {
namespace {

ResultKind kind_of(const std::string& path, std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && text[first] == '{') {
    return is_fpl_api(text) ? ResultKind::kFplApi : ResultKind::kCricsheet;
  }
  const std::string_view header = text.substr(0, text.find('\n'));
  if (header.find("element") != std::string_view::npos) return ResultKind::kFplCsv;
  if (header.find("playerExternalId") != std::string_view::npos) return ResultKind::kPilotCsv;
  stop(kBadInput,
       "{}: is neither JSON (a Cricsheet match, an answer of the FPL API) nor a CSV file with a "
       "column element (FPL) or playerExternalId (the pilot)",
       path);
}

void score_rows(const RuleBook& book, const std::string& path, std::string_view text,
                ScoredFiles& scored, Screen& screen) {
  auto rows = scored.kind == ResultKind::kFplCsv ? fpl_figures_from_csv(text, book)
                                                 : cricket_figures_from_csv(text, book);
  if (!rows.ok()) refuse_file(path, rows.status(), screen);
  for (FigureRow& row : *rows) {
    scored.players.push_back(
        {std::move(row.match), std::move(row.player), score(book, row_of(row))});
  }
}

std::uint8_t position_of(const RuleBook& book, const Cricketer& player, const Roles& roles) {
  auto role = roles.find(player.id);
  if (role == roles.end()) role = roles.find(player.name);
  if (role == roles.end()) return 0;
  return find_position(book, role->second).value_or(0);
}

void score_match(const RuleBook& book, const std::string& path, std::string_view text,
                 const Roles& roles, ScoredFiles& scored, Screen& screen) {
  const auto match = match_from_cricsheet(text);
  if (!match.ok()) refuse_file(path, match.status(), screen);
  const CricketScore figures = score_of(*match);
  const std::string id = std::filesystem::path(path).stem().string();
  for (std::size_t i = 0; i < match->players.size(); ++i) {
    const Cricketer& player = match->players[i];
    if (player.side == kNoSide) continue;
    const CricketerSlot slot{static_cast<std::uint16_t>(i)};
    scored.players.push_back(
        {id, player.name,
         score_with_reasons(book, figures, slot, position_of(book, player, roles))});
  }
}

void check_sport(const RuleBook& book, ResultKind kind, const std::string& path) {
  const bool fpl = kind == ResultKind::kFplCsv || kind == ResultKind::kFplApi;
  const Sport sport = fpl ? Sport::kFootball : Sport::kCricket;
  const bool other = book.sport == Sport::kOther && kind == ResultKind::kFplCsv;
  if (book.sport == sport || other) return;
  stop(kBadInput, "{}: holds {}, which the book {} does not score", path,
       sport == Sport::kFootball ? "football" : "cricket", book.id);
}

}  // namespace

void refuse_file(const std::string& path, const absl::Status& status, Screen& screen) {
  const std::vector<CsvFault> faults = csv_faults(status);
  for (const CsvFault& fault : faults) screen.remark(path + ": " + to_text(fault));
  if (!faults.empty()) stop(kBadInput, "{}: nothing was read", path);
  stop(kBadInput, "{}: {}", path, std::string(status.message()));
}

RuleBook book_named(const std::string& name, Screen& screen) {
  if (std::optional<RuleBook> own = rule_book(name)) return *std::move(own);
  if (!std::filesystem::exists(name)) {
    stop(kUsage, "{} is neither a file nor one of the rule books; see auctioneer books", name);
  }
  auto book = rule_book_from_json(read_file(name, kMaxRuleBookBytes));
  if (!book.ok()) refuse_file(name, book.status(), screen);
  const std::vector<Finding> found = lint(*book);
  for (const Finding& finding : found) {
    screen.remark(fmt::format("{}: {}: {}", name, finding.pointer, finding.message));
  }
  if (has_errors(found)) stop(kBadInput, "{}: the book cannot be scored by", name);
  return *std::move(book);
}

std::vector<std::string> files_below(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) {
      files.push_back(path);
      continue;
    }
    std::vector<std::string> inside;
    for (const auto& entry : std::filesystem::directory_iterator(path, error)) {
      const std::string suffix = entry.path().extension().string();
      if (suffix == ".json" || suffix == ".csv") inside.push_back(entry.path().string());
    }
    if (error) stop(kBadInput, "{}: {}", path, error.message());
    std::sort(inside.begin(), inside.end());
    files.insert(files.end(), inside.begin(), inside.end());
  }
  return files;
}

Roles roles_from_file(const std::string& path) {
  Roles roles;
  std::istringstream lines(read_file(path));
  for (std::string line; std::getline(lines, line);) {
    if (line.ends_with('\r')) line.pop_back();
    const std::size_t comma = line.rfind(',');
    if (comma == std::string::npos) stop(kBadInput, "{}: a line must be player,role", path);
    roles[line.substr(0, comma)] = line.substr(comma + 1);
  }
  return roles;
}

ScoredFiles score_files(const RuleBook& book, const std::vector<std::string>& paths,
                        const Roles& roles, Screen& screen) {
  ScoredFiles scored;
  FplInputs fpl;
  bool first = true;
  for (const std::string& path : files_below(paths)) {
    std::string text = read_file(path);
    const ResultKind kind = kind_of(path, text);
    if (!first && kind != scored.kind) stop(kBadInput, "{}: is of another kind of file", path);
    first = false;
    scored.kind = kind;
    check_sport(book, kind, path);
    if (kind == ResultKind::kCricsheet) {
      score_match(book, path, text, roles, scored, screen);
    } else if (kind == ResultKind::kFplApi) {
      fpl.take(path, std::move(text));
    } else {
      score_rows(book, path, text, scored, screen);
    }
  }
  if (first) stop(kBadInput, "there is no .json or .csv file to score");
  if (scored.kind == ResultKind::kFplApi) fpl.score_into(book, scored, screen);
  return scored;
}

}  // namespace auction::cli
