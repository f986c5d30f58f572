#include "libauction/adapters/results/fpl.h"

#include <array>
#include <map>
#include <set>

#include "libauction/adapters/results/json_reading_internal.h"

namespace auction {
namespace {

constexpr std::int32_t kMostNumber = 1'000'000;  // of an element, a team, a fixture
constexpr std::array<std::string_view, 5> kPositions{"GK", "DEF", "MID", "FWD", "AM"};

std::string number_of(JsonReadings& read, JsonView value) {
  return std::to_string(read.number(value, 1, kMostNumber));
}

FplPlayer player_of(JsonReadings& read, JsonView element) {
  FplPlayer player;
  if (!read.object(element)) return player;
  if (const auto id = read.needed(element, "id")) player.element = number_of(read, *id);
  if (const auto name = read.needed(element, "web_name")) player.name = read.text(*name);
  if (const auto team = read.needed(element, "team")) player.team = number_of(read, *team);
  if (const auto type = read.needed(element, "element_type")) {
    const std::int32_t number = read.number(*type, 1, kPositions.size());
    player.position = kPositions[static_cast<std::size_t>(number - 1)];
  }
  return player;
}

class FigureReader {
 public:
  FigureReader(const JsonTape& tape, const std::vector<FplPlayer>& players, const RuleBook& book)
      : root_(tape.root()), read_(tape), book_(book) {
    for (const FplPlayer& player : players) players_.emplace(player.element, &player);
  }

  absl::StatusOr<std::vector<FigureRow>> rows() {
    if (!read_.object(root_)) return read_.status();
    const auto live = read_.member(root_, "elements");
    const auto summary = read_.member(root_, "history");
    if (live && read_.list(*live)) {
      for (const JsonView element : live->children()) read_gameweek(element);
    } else if (summary && read_.list(*summary)) {
      for (const JsonView match : summary->children()) read_match(match);
    } else if (!live && !summary) {
      read_.fail(root_, "must have \"elements\" (event live) or \"history\" (element-summary)");
    }
    if (read_.failed()) return read_.status();
    return std::move(rows_);
  }

 private:
  void read_gameweek(JsonView element) {
    if (!read_.object(element)) return;
    const auto id = read_.needed(element, "id");
    const auto stats = read_.needed(element, "stats");
    const auto explain = read_.needed(element, "explain");
    if (!id || !stats || !explain || !read_.object(*stats) || !read_.list(*explain)) return;
    std::size_t fixtures = 0;
    for (const JsonView part : explain->children()) {
      if (!read_.object(part) || ++fixtures > 1) continue;
      if (const auto fixture = read_.needed(part, "fixture")) add(*id, *fixture, *stats);
    }
    if (fixtures < 2) return;
    read_.fail(*explain, "must be one fixture, not " + std::to_string(fixtures) +
                             ": the figures are their sum; element-summary/" +
                             number_of(read_, *id) + " tells them apart");
  }

  void read_match(JsonView match) {
    if (!read_.object(match)) return;
    const auto element = read_.needed(match, "element");
    const auto fixture = read_.needed(match, "fixture");
    if (element && fixture) add(*element, *fixture, match);
  }

  void add(JsonView element, JsonView fixture, JsonView stats) {
    FigureRow row;
    row.player = number_of(read_, element);
    row.match = number_of(read_, fixture);
    row.position = position(element, row.player);
    for (const std::string& stat : book_.stats) {
      const auto figure = read_.needed(stats, stat);
      if (!figure) return;
      row.stats.push_back(read_.number(*figure, kLeastFigure, kMostFigure));
    }
    if (!seen_.emplace(row.match, row.player).second) {
      read_.fail(element, "is in fixture " + row.match + " already");
    }
    rows_.push_back(std::move(row));
  }

  std::uint8_t position(JsonView element, const std::string& number) {
    const auto player = players_.find(number);
    if (player == players_.end()) {
      read_.fail_wanted(element, "a player of bootstrap-static");
      return 0;
    }
    const std::string& name = player->second->position;
    const auto position = find_position(book_, name);
    if (!position) read_.fail(element, "is " + name + ", a position the book does not list");
    return position.value_or(0);
  }

  JsonView root_;
  JsonReadings read_;
  const RuleBook& book_;
  std::map<std::string_view, const FplPlayer*> players_;
  std::set<std::pair<std::string, std::string>> seen_;
  std::vector<FigureRow> rows_;
};

}  // namespace

absl::StatusOr<std::vector<FplPlayer>> players_from_fpl(std::string_view bootstrap_static) {
  const absl::StatusOr<JsonTape> tape = JsonTape::parse(bootstrap_static);
  if (!tape.ok()) return tape.status();
  JsonReadings read(*tape);
  std::vector<FplPlayer> players;
  std::set<std::string> seen;
  if (const JsonView root = tape->root(); read.object(root)) {
    const auto elements = read.needed(root, "elements");
    if (elements && read.list(*elements)) {
      for (const JsonView element : elements->children()) {
        players.push_back(player_of(read, element));
        if (!seen.insert(players.back().element).second) {
          read.fail(element, "has the id " + players.back().element + " of an earlier player");
        }
      }
    }
  }
  if (read.failed()) return read.status();
  return players;
}

absl::StatusOr<std::vector<FigureRow>> figures_from_fpl(std::string_view json,
                                                        const std::vector<FplPlayer>& players,
                                                        const RuleBook& book) {
  const absl::StatusOr<JsonTape> tape = JsonTape::parse(json);
  if (!tape.ok()) return tape.status();
  return FigureReader(*tape, players, book).rows();
}

}  // namespace auction
