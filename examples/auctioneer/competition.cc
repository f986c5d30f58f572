#include "examples/auctioneer/competition.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "examples/auctioneer/files.h"
#include "libauction/adapters/csv/figures.h"
#include "libauction/adapters/csv/fixtures.h"
#include "libauction/adapters/csv/names.h"
#include "libauction/adapters/json/json_fault.h"
#include "libauction/adapters/results/cricsheet.h"
#include "libauction/adapters/results/openfootball.h"
#include "libauction/standings/cricket_rows.h"

namespace auction::cli {
namespace {

constexpr std::size_t kMostBytes = 64 * 1024 * 1024;

std::vector<std::string> files_of(const std::vector<std::string>& paths) {
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

std::string id_of(const std::string& path) { return std::filesystem::path(path).stem().string(); }

bool is_json(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

template <class T>
T value_or_refuse(absl::StatusOr<T> read, const std::string& path, Screen& screen) {
  if (!read.ok()) refuse(path, read.status(), screen);
  return *std::move(read);
}

template <class T>
void append(std::vector<T>& to, std::vector<T> more) {
  std::move(more.begin(), more.end(), std::back_inserter(to));
}

void add_match(Results& results, const CricketMatch& match, const std::string& id) {
  results.fixtures.push_back(fixture_row(match, id));
  append(results.scores, score_rows(match, score_of(match), id));
}

bool scores_rows(const RuleBook& book) {
  return book.sport == Sport::kFootball || book.sport == Sport::kOther;
}

void add_rows(Results& results, std::vector<FigureRow> rows) {
  for (FigureRow& row : rows) {
    results.scores.push_back({std::move(row.match), std::move(row.player), std::move(row.stats)});
  }
}

void add_csv(Results& results, const std::string& path, const std::string& text,
             const RuleBook* book, Screen& screen) {
  const std::string header = text.substr(0, text.find_first_of("\r\n"));
  const auto holds = [&](const char* column) { return header.find(column) != std::string::npos; };
  if (book != nullptr && scores_rows(*book) && holds("element")) {
    add_rows(results, value_or_refuse(fpl_figures_from_csv(text, *book), path, screen));
  } else if (holds("playerExternalId")) {
    append(results.scores,
           value_or_refuse(scores_from_csv(text, cricket_figure_names()), path, screen).rows);
  } else if (holds("HomeTeam")) {
    append(results.fixtures, value_or_refuse(results_from_football_data(text), path, screen).rows);
  } else {
    append(results.fixtures, value_or_refuse(fixtures_from_csv(text), path, screen).rows);
  }
}

}  // namespace

void refuse(const std::string& path, const std::vector<CsvFault>& faults, Screen& screen) {
  for (const CsvFault& fault : faults) screen.remark(fmt::format("{}: {}", path, to_text(fault)));
  stop(kBadInput, "{}: {} {} wrong; nothing was taken", path, faults.size(),
       faults.size() == 1 ? "thing is" : "things are");
}

void refuse(const std::string& path, const absl::Status& status, Screen& screen) {
  const std::vector<CsvFault> faults = csv_faults(status);
  if (!faults.empty()) refuse(path, faults, screen);
  stop(kBadInput, "{}: {}", path, to_std(status.message()));
}

std::vector<std::string> figures_of(const RuleBook& book) {
  return scores_rows(book) ? book.stats : cricket_figure_names();
}

Results read_results(const std::vector<std::string>& paths, Screen& screen, const RuleBook* book) {
  Results results;
  for (const std::string& path : files_of(paths)) {
    const std::string text = read_file(path, kMostBytes);
    if (!is_json(text)) {
      add_csv(results, path, text, book, screen);
    } else if (text.find("\"innings\"") != std::string::npos) {
      add_match(results, value_or_refuse(match_from_cricsheet(text), path, screen), id_of(path));
    } else {
      append(results.fixtures,
             value_or_refuse(fixtures_from_openfootball(text), path, screen).rows);
    }
  }
  return results;
}

std::vector<NamedMatch> read_matches(const std::vector<std::string>& paths) {
  std::vector<NamedMatch> matches;
  for (const std::string& path : files_of(paths)) {
    absl::StatusOr<CricketMatch> match = match_from_cricsheet(read_file(path, kMostBytes));
    if (!match.ok()) stop(kBadInput, "{}: {}", path, to_std(match.status().message()));
    matches.push_back({id_of(path), *std::move(match)});
  }
  return matches;
}

void rename(Results& results, const std::string& names_file, Screen& screen) {
  if (names_file.empty()) return;
  std::map<std::string, std::string> ids;
  for (NamedId& named :
       value_or_refuse(names_from_csv(read_file(names_file)), names_file, screen)) {
    ids.emplace(std::move(named.name), std::move(named.external_id));
  }
  const auto join = [&](std::string& name) {
    if (const auto found = ids.find(name); found != ids.end()) name = found->second;
  };
  for (FixtureRow& row : results.fixtures) join(row.home), join(row.away);
  for (ScoreRow& row : results.scores) join(row.player);
}

}  // namespace auction::cli
