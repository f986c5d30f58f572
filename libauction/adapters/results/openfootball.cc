#include "libauction/adapters/results/openfootball.h"

#include <set>

#include "libauction/adapters/results/json_reading_internal.h"
#include "libauction/season/calendar.h"

namespace auction {
namespace {

class OpenfootballReader {
 public:
  OpenfootballReader(const JsonTape& tape, Millis zone)
      : root_(tape.root()), read_(tape), zone_(zone) {}

  absl::StatusOr<OpenfootballFile> file() {
    OpenfootballFile file;
    if (read_.object(root_)) {
      if (const auto name = read_.member(root_, "name")) file.name = read_.text(*name);
      if (const auto matches = read_.needed(root_, "matches"); matches && read_.list(*matches)) {
        for (const JsonView match : matches->children()) file.rows.push_back(read_match(match));
      }
    }
    if (read_.failed()) return read_.status();
    return file;
  }

 private:
  FixtureRow read_match(JsonView match) {
    FixtureRow row;
    if (!read_.object(match)) return row;
    if (const auto round = read_.member(match, "round")) row.round = read_.text(*round);
    if (const auto team = read_.needed(match, "team1")) row.home = read_.text(*team);
    if (const auto team = read_.needed(match, "team2")) row.away = read_.text(*team);
    if (!read_.failed() && row.home == row.away) read_.fail(match, "has a team against itself");
    if (!encounters_.emplace(row.round, row.home, row.away).second && !read_.failed()) {
      read_.fail(match, "has the teams of an earlier match of this round");
    }
    row.starts_at = read_start(match);
    if (const auto score = read_.member(match, "score"); score && !score->is(JsonKind::kNull)) {
      row.goals = read_goals(*score);
    }
    return row;
  }

  Instant read_start(JsonView match) {
    const auto date = read_.needed(match, "date");
    if (!date) return {};
    const std::optional<Instant> day = read_day(read_.text(*date));
    if (!day) read_.fail_wanted(*date, "a day, like 2024-09-17");
    const auto time = read_.member(match, "time");
    if (!time || time->is(JsonKind::kNull) || !day) return day.value_or(Instant{});
    const std::optional<Millis> of_day = read_time_of_day(read_.text(*time));
    if (!of_day) read_.fail_wanted(*time, "a time of day, like 18:45");
    return Instant{day->unix_ms + of_day.value_or(Millis{}).count - zone_.count};
  }

  std::optional<Goals> read_goals(JsonView score) {
    if (!read_.object(score)) return std::nullopt;
    const auto full_time = read_.member(score, "ft");
    if (!full_time) return std::nullopt;
    std::vector<std::int32_t> goals;
    if (!read_.list(*full_time)) return std::nullopt;
    for (const JsonView one : full_time->children()) {
      if (goals.size() < 3) goals.push_back(read_.number(one, 0, kMaxGoals));
    }
    if (goals.size() == 2) return Goals{goals[0], goals[1]};
    read_.fail(*full_time, "must be two numbers of goals");
    return std::nullopt;
  }

  JsonView root_;
  JsonReadings read_;
  Millis zone_;
  std::set<std::tuple<std::string, std::string, std::string>> encounters_;
};

}  // namespace

absl::StatusOr<OpenfootballFile> fixtures_from_openfootball(std::string_view json, Millis zone) {
  const absl::StatusOr<JsonTape> tape = JsonTape::parse(json);
  if (!tape.ok()) return tape.status();
  return OpenfootballReader(*tape, zone).file();
}

std::vector<Team> teams_of(const std::vector<FixtureRow>& rows) {
  std::vector<Team> teams;
  std::set<std::string> seen;
  for (const FixtureRow& row : rows) {
    for (const std::string& name : {row.home, row.away}) {
      if (seen.insert(name).second) teams.push_back({name, name});
    }
  }
  return teams;
}

}  // namespace auction
