#include "libauction/adapters/results/cricsheet_internal.h"

namespace auction {
namespace {

constexpr std::int32_t kMostOvers = 100;
constexpr std::int32_t kMostMargin = 2000;
constexpr std::size_t kMostOnASheet = 20;

}  // namespace

void CricsheetReader::read_info(JsonView info) {
  if (!read_.object(info)) return;
  read_about(info);
  read_teams(info);
  if (read_.failed()) return;
  read_sheets(info);
  if (const auto outcome = read_.needed(info, "outcome")) read_outcome(*outcome);
}

void CricsheetReader::read_about(JsonView info) {
  if (const auto type = read_.needed(info, "match_type")) match_.type = read_.text(*type);
  if (const auto dates = read_.needed(info, "dates"); dates && read_.list(*dates)) {
    for (const JsonView date : dates->children()) {
      if (match_.date.empty()) match_.date = read_.text(date);
    }
    if (match_.date.empty()) read_.fail(*dates, "must have a date");
  }
  if (const auto season = read_.member(info, "season")) {
    match_.season = season->is(JsonKind::kInteger) ? std::to_string(season->number())
                                                   : std::string(read_.text(*season));
  }
  if (const auto event = read_.member(info, "event"); event && read_.object(*event)) {
    if (const auto name = read_.member(*event, "name")) match_.event = read_.text(*name);
    const auto number = read_.member(*event, "match_number");
    if (number) match_.number = read_.number(*number, 0, 1'000'000);
  }
  if (const auto overs = read_.member(info, "overs")) {
    match_.overs = read_.number(*overs, 1, kMostOvers);
  }
  if (const auto balls = read_.member(info, "balls_per_over")) {
    match_.balls_per_over = read_.number(*balls, 1, 12);
  }
}

void CricsheetReader::read_teams(JsonView info) {
  const auto teams = read_.needed(info, "teams");
  if (!teams || !read_.list(*teams)) return;
  std::size_t count = 0;
  for (const JsonView team : teams->children()) {
    if (count < 2) match_.teams[count] = read_.text(team);
    ++count;
  }
  if (count != 2 || match_.teams[0] == match_.teams[1]) {
    read_.fail(*teams, "must be two different teams");
  }
}

void CricsheetReader::read_sheets(JsonView info) {
  const auto sheets = read_.member(info, "players");
  if (!sheets || !read_.object(*sheets)) return;
  sheets_ = true;
  for (const JsonView sheet : sheets->children()) {
    Side side = kNoSide;
    if (sheet.key() == match_.teams[0]) side = 0;
    if (sheet.key() == match_.teams[1]) side = 1;
    if (side == kNoSide) read_.fail(sheet, "must be the sheet of one of the teams");
    if (!read_.list(sheet)) return;
    std::size_t count = 0;
    for (const JsonView name : sheet.children()) {
      if (++count > kMostOnASheet) return read_.fail(sheet, "must be 20 players at most");
      const std::string_view text = read_.text(name);
      for (const Cricketer& other : match_.players) {
        if (other.name == text) read_.fail_wanted(name, "listed once");
      }
      match_.players.push_back({"", std::string(text), side});
    }
  }
}

void CricsheetReader::read_outcome(JsonView outcome) {
  if (!read_.object(outcome)) return;
  CricketResult result;
  if (const auto winner = read_.member(outcome, "winner")) {
    result.ending = Ending::kWon;
    result.winner = side_of(*winner);
  }
  if (const auto word = read_.member(outcome, "result")) {
    const std::string_view text = read_.text(*word);
    if (text == "tie") {
      result.ending = Ending::kTied;
    } else if (text == "draw") {
      result.ending = Ending::kDrawn;
    } else if (text == "no result") {
      result.ending = Ending::kNoResult;
    } else {
      read_.fail_wanted(*word, "tie, draw or no result");
    }
  }
  for (const std::string_view decider : {"eliminator", "bowl_out"}) {
    if (const auto winner = read_.member(outcome, decider)) result.winner = side_of(*winner);
  }
  if (const auto by = read_.member(outcome, "by")) read_margin(*by, result);
  if (const auto method = read_.member(outcome, "method")) match_.method = read_.text(*method);
  if (result.ending != Ending::kOpen) match_.stated = result;
}

void CricsheetReader::read_margin(JsonView by, CricketResult& result) {
  if (!read_.object(by)) return;
  for (const JsonView part : by.children()) {
    if (part.key() == "runs") {
      result.runs = read_.number(part, 0, kMostMargin);
    } else if (part.key() == "wickets") {
      result.wickets = read_.number(part, 0, 10);
    } else if (part.key() == "innings") {
      result.by_innings = read_.number(part, 0, 1) == 1;
    }
  }
}

void CricsheetReader::read_registry(JsonView info) {
  const auto registry = read_.member(info, "registry");
  if (!registry || !read_.object(*registry)) return;
  const auto people = read_.member(*registry, "people");
  if (!people || !read_.object(*people)) return;
  for (const JsonView person : people->children()) {
    for (Cricketer& player : match_.players) {
      if (player.name == person.key()) player.id = read_.text(person);
    }
  }
}

Side CricsheetReader::side_of(JsonView team) {
  const std::string_view name = read_.text(team);
  if (name == match_.teams[0]) return 0;
  if (name != match_.teams[1]) read_.fail_wanted(team, "one of the two teams");
  return 1;
}

}  // namespace auction
