// Official Dream11 points beside ours: every row exact, but where the source omits a run-out's
// fielders. Such a row is short by a multiple of 6 and its side effected a run-out with nobody
// named; each is listed with its match and ball.
#include <iostream>

#include "libauction/scoring/cricket_points.h"
#include "libauction/scoring/rule_books.h"
#include "tests/catch.h"
#include "tests/results/data.h"

using namespace auction;

namespace {

struct Scored {
  CricketMatch match;
  CricketScore score;
};

std::vector<std::pair<std::string, Scored>> scored(const std::string& set) {
  std::vector<std::pair<std::string, Scored>> all;
  results_data::cricsheet_matches(set, [&](const results_data::Match& file) {
    all.push_back({file.id, {file.match, score_of(file.match)}});
  });
  return all;
}

std::optional<CricketerSlot> player_of(const CricketMatch& match, const std::string& name) {
  for (std::size_t i = 0; i < match.players.size(); ++i) {
    if (match.players[i].name == name) return CricketerSlot{static_cast<std::uint16_t>(i)};
  }
  return std::nullopt;
}

// Run-outs of a side in the field with no fielder named: "19.5 (MK Tiwary)".
std::vector<std::string> unnamed_run_outs(const CricketMatch& match, Side side) {
  std::vector<std::string> found;
  for (const CricketInnings& innings : match.innings) {
    if (innings.header.side == side || innings.header.super_over) continue;
    std::uint16_t over = UINT16_MAX;
    int ball_of_over = 0;
    for (const Ball& ball : innings.balls) {
      if (ball.over != over) ball_of_over = 0;
      over = ball.over;
      ++ball_of_over;
      for (const Wicket& wicket : ball.wickets) {
        if (wicket.how != Dismissal::kRunOut || !wicket.fielders.empty()) continue;
        found.push_back(std::to_string(over) + "." + std::to_string(ball_of_over) + " (" +
                        match.players[wicket.out.value].name + ")");
      }
    }
  }
  return found;
}

// Dream11's word for a role in the book's.
std::uint8_t position_of(const RuleBook& book, const std::string& word) {
  const std::map<std::string, std::string> words{
      {"wckeeper", "WK"}, {"batsman", "BAT"}, {"allRounder", "AR"}, {"bowler", "BOWL"}};
  return find_position(book, words.at(word)).value();
}

// Dream11's own roles, where we have them: it lists some all-rounders as bowlers.
std::map<std::string, std::uint8_t> roles_of_2021(const RuleBook& book) {
  std::map<std::string, std::uint8_t> roles;
  const auto rows = results_data::rows("cricket/dream11_ipl2021_cumulative.csv");
  REQUIRE(rows);
  for (const auto& row : *rows) {
    roles[row.at("player")] = position_of(book, row.at("dream11_role"));
  }
  return roles;
}

std::string text_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "; ") + line;
  return text;
}

}  // namespace

TEST_CASE("Dream11 2020: every published row, but run-outs whose fielders are not told") {
  const auto rows = results_data::rows("cricket/dream11_ipl2020_player_points.csv");
  const auto roles = results_data::rows("reference/ipl_player_roles.csv");
  if (!rows || !roles) return;
  const RuleBook book = *rule_book("dream11-t20-2020");
  const std::map<std::string, std::uint8_t> of_2021 = roles_of_2021(book);
  std::map<std::string, std::uint8_t> position;
  for (const auto& row : *roles) {
    const auto found = find_position(book, row.at("role"));
    if (found) position[row.at("player_id")] = *found;
  }
  const auto matches = scored("ipl_2020");
  int exact = 0, listed = 0, wrong = 0;
  for (const auto& row : *rows) {
    for (const auto& [id, one] : matches) {
      if (id != row.at("cricsheet_id")) continue;
      const auto player = player_of(one.match, row.at("player"));
      REQUIRE(player);
      const Cricketer& who = one.match.players[player->value];
      const auto dream11 = of_2021.find(who.name);
      const std::uint8_t role = dream11 != of_2021.end() ? dream11->second : position[who.id];
      const std::int64_t ours = points(book, one.score, *player, role) / book.scale;
      const std::int64_t official = std::stoi(row.at("dream11_points"));
      const auto run_outs = unnamed_run_outs(one.match, who.side);
      if (ours == official) {
        ++exact;
      } else if (official > ours && (official - ours) % 6 == 0 && !run_outs.empty()) {
        ++listed;
        std::cout << "  short by " << official - ours << ": " << who.name << ", match " << id
                  << ", ball " << text_of(run_outs) << "\n";
      } else {
        ++wrong;
        std::cout << "  WRONG " << id << " " << who.name << ": ours " << ours << ", official "
                  << official << " " << text_of(run_outs) << "\n"
                  << explain(book, score_with_reasons(book, one.score, *player, role));
      }
    }
  }
  std::cout << "dream11 2020: " << exact << " exact, " << listed << " short by a run-out, " << wrong
            << " wrong, of " << rows->size() << "\n";
  CHECK(wrong == 0);
  CHECK(exact + listed == static_cast<int>(rows->size()));
}

TEST_CASE("Dream11 2021: every cumulative row, but run-outs whose fielders are not told") {
  const auto rows = results_data::rows("cricket/dream11_ipl2021_cumulative.csv");
  if (!rows) return;
  const RuleBook book = *rule_book("dream11-t20-2021");
  const auto matches = scored("ipl_2021");
  int exact = 0, listed = 0, wrong = 0;
  for (const auto& row : *rows) {
    const std::uint8_t position = position_of(book, row.at("dream11_role"));
    std::int64_t ours = 0;
    int played = 0;
    std::vector<std::string> run_outs;
    std::string told;
    for (const auto& [id, one] : matches) {
      const auto player = player_of(one.match, row.at("player"));
      if (!player || one.match.players[player->value].side == kNoSide) continue;
      ++played;
      ours += points(book, one.score, *player, position);
      told += id + "\n" + explain(book, score_with_reasons(book, one.score, *player, position));
      for (const auto& ball : unnamed_run_outs(one.match, one.match.players[player->value].side)) {
        run_outs.push_back(id + " " + ball);
      }
    }
    const std::string& text = row.at("dream11_points_cumulative_to_2021_04_23");
    const std::int64_t official = read_points(text, book.scale).value();
    const std::int64_t gap = (official - ours) / book.scale;
    CHECK(played == std::stoi(row.at("matches_in_xi")));
    if (ours == official) {
      ++exact;
    } else if (gap > 0 && gap % 6 == 0 && !run_outs.empty()) {
      ++listed;
      std::cout << "  short by " << gap << ": " << row.at("player") << ", " << text_of(run_outs)
                << "\n";
    } else {
      ++wrong;
      std::cout << "  WRONG " << row.at("player") << ": short by " << gap << " "
                << text_of(run_outs) << "\n"
                << told;
    }
  }
  std::cout << "dream11 2021: " << exact << " exact, " << listed << " short by a run-out, " << wrong
            << " wrong, of " << rows->size() << "\n";
  CHECK(wrong == 0);
  CHECK(exact + listed == static_cast<int>(rows->size()));
}
