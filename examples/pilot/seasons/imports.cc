// CSV files of fixtures and of scores: read, tried, and only then written.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "examples/pilot/seasons/season_desk_internal.h"
#include "examples/pilot/seasons/upload.h"
#include "libauction/adapters/csv/fixtures.h"

namespace pilot {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

// Every bad row with its reason, in the order of the file; of a whole file, without a line.
Answer bad_rows(const std::vector<CsvFault>& faults) {
  std::set<std::uint32_t> lines;
  Json errors = Json::array();
  for (const CsvFault& fault : faults) {
    lines.insert(fault.line);
    errors.push_back({{"line", fault.line == 0 ? Json() : Json(fault.line)},
                      {"column", or_null(fault.column)},
                      {"value", or_null(fault.value)},
                      {"message", fault.message}});
  }
  const std::string rows = counted(lines.size(), "row is", "rows are");
  return json_answer(422, {{"detail", rows + " wrong; nothing was imported"},
                           {"code", "bad_rows"},
                           {"errors", std::move(errors)}});
}

// Where clubs meet, a team that is not there is a club that is not there.
void speak_of_clubs(std::vector<CsvFault>& faults) {
  for (CsvFault& fault : faults) {
    if (fault.message == sentence(SeasonReason::kUnknownTeam)) {
      fault.message = "no club has this id";
    }
  }
}

// What a client is told of a fixture has three states; a match that was abandoned stays scheduled.
void refuse_abandoned(const FixtureFile& file, std::vector<CsvFault>& faults) {
  for (std::size_t i = 0; i < file.rows.size(); ++i) {
    if (file.rows[i].status != FixtureStatus::kAbandoned) continue;
    faults.push_back({file.lines[i], "status", "abandoned", "must be scheduled, live or final"});
  }
}

Answer imported(const ImportCount& count, std::size_t rows, bool dry_run) {
  const std::string fixtures = counted(rows, "fixture", "fixtures");
  return json_answer(200, {{"message", dry_run ? fixtures + " would be imported"
                                               : "Successfully imported " + fixtures},
                           {"fixturesImported", rows},
                           {"created", count.created},
                           {"updated", count.updated},
                           {"unchanged", count.unchanged},
                           {"dryRun", dry_run},
                           {"warnings", Json::array()}});
}

bool has_results(const SeasonEvents& events) {
  return std::any_of(events.begin(), events.end(), [](const SeasonEvent& event) {
    return std::holds_alternative<ResultSet>(event);
  });
}

// Ids in the file that no player of the catalogue has.
Json unknown_players(const Season& season, const std::vector<ScoreRow>& rows) {
  std::set<std::string> ids;
  for (const ScoreRow& row : rows) {
    if (!find_asset(*season.setup->catalogue, row.player)) ids.insert(row.player);
  }
  return ids;
}

Answer ingested(const SeasonTrial& trial, const ScoreFile& file, const ImportCount& count,
                const RuleBook& book, bool dry_run) {
  return json_answer(200, {{"message", counted(file.rows.size(), "row", "rows")},
                           {"processedRows", file.rows.size()},
                           {"updatedRows", count.created + count.updated},
                           {"unknownPlayers", unknown_players(trial.after, file.rows)},
                           {"dryRun", dry_run},
                           {"leaderboard", leaders_json(trial.after, book)}});
}

}  // namespace

Answer import_fixtures(const SeasonDesk& desk) {
  const auto upload = uploaded_file(desk.call);
  if (const auto* no = std::get_if<Answer>(&upload)) return *no;
  std::vector<CsvFault> faults;
  const FixtureFile file = read_fixtures(std::get<std::string>(upload), faults);
  refuse_abandoned(file, faults);
  const ImportFixtures command{file.rows};
  const SeasonTrial trial = desk.try_out(command);
  add_refusals(faults, trial.refusals, file);
  if (desk.league.settings.sport == "football") speak_of_clubs(faults);
  if (!faults.empty()) return bad_rows(faults);
  const ImportCount count = count_fixtures(file.rows.size(), trial.events);
  if (!desk.dry_run() && !trial.events.empty()) {
    const SeasonAct act = desk.act(command);
    if (const auto* failure = std::get_if<StorageFailure>(&act)) return unavailable(*failure);
    desk.tell_fixtures(count.created + count.updated);
    if (has_results(trial.events)) tell_standings(desk.services, desk.league, desk.call.at);
  }
  return imported(count, file.rows.size(), desk.dry_run());
}

Answer ingest_scores(const SeasonDesk& desk) {
  if (desk.league.settings.sport != "cricket") {
    return error(409, "wrong_sport", "Score files are for cricket; clubs score by their fixtures.");
  }
  const auto upload = uploaded_file(desk.call);
  if (const auto* no = std::get_if<Answer>(&upload)) return *no;
  const Season before = desk.shown();
  std::vector<CsvFault> faults;
  const ScoreFile file = read_scores(std::get<std::string>(upload), before.setup->figures, faults);
  const ImportFigures command{file.rows, true};
  const SeasonTrial trial = desk.try_out(command);
  add_refusals(faults, trial.refusals, file);
  if (!faults.empty()) return bad_rows(faults);
  const ImportCount count = count_figures(before, file.rows.size(), trial.events);
  if (!desk.dry_run() && !trial.events.empty()) {
    const SeasonAct act = desk.act(command);
    if (const auto* failure = std::get_if<StorageFailure>(&act)) return unavailable(*failure);
    tell_standings(desk.services, desk.league, desk.call.at);
  }
  return ingested(trial, file, count, scoring_book(desk.league), desk.dry_run());
}

}  // namespace pilot
