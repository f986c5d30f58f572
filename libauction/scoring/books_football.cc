#include "libauction/scoring/books_internal.h"
#include "libauction/scoring/football.h"

namespace auction {

RuleBook clubs_book() {
  RuleBook book;
  book.id = "pilot-football-clubs";
  book.title = "Clubs: 3 for a win, 1 for a draw, 1 for each goal scored";
  book.source = "the pilot's rules";
  book.sport = Sport::kClubs;
  book.positions = {"CLUB"};
  for (const std::string_view stat : kClubStats) book.stats.emplace_back(stat);
  BookWriter rules(book);
  rules.each("win", {"won"}, 3);
  rules.each("draw", {"drawn"}, 1);
  rules.each("goals", {"goals"}, 1);
  return book;
}

// A league's own starting point: the shapes of the well-known books with one number each, halves
// allowed. docs/scoring.md changes it step by step.
RuleBook players_book() {
  RuleBook book;
  book.id = "football-players";
  book.title = "Players: a plain book to change";
  book.source = "ours; no published system";
  book.scale = 20;
  book.positions = {"MID", "GK", "DEF", "FWD"};
  book.captain = {2, 1};
  book.vice_captain = {3, 2};
  for (const std::string_view stat :
       {"minutes", "goals_scored", "assists", "clean_sheets", "goals_conceded", "own_goals",
        "penalties_saved", "penalties_missed", "yellow_cards", "red_cards", "saves", "tackles",
        "key_passes", "shots_on_target"}) {
    book.stats.emplace_back(stat);
  }
  BookWriter rules(book);
  rules.steps("minutes", {"minutes"}, {{1, 20}, {60, 40}});
  rules.each("goals", {"goals_scored"}, {{"GK", 120}, {"DEF", 120}, {"MID", 100}, {"FWD", 80}});
  rules.each("assists", {"assists"}, 60);
  rules.each("clean_sheet", {"clean_sheets"}, {{"GK", 80}, {"DEF", 80}, {"MID", 20}});
  rules.each("conceded", {"goals_conceded"}, {{"GK", -20}, {"DEF", -20}}, {.per = 2});
  rules.each("saves", {"saves"}, {{"GK", 10}});
  rules.each("penalty_saved", {"penalties_saved"}, 100);
  rules.each("penalty_missed", {"penalties_missed"}, -40);
  rules.each("yellow_card", {"yellow_cards"}, -20);
  rules.each("red_card", {"red_cards"}, -60);
  rules.each("own_goal", {"own_goals"}, -40);
  rules.each("tackles", {"tackles"}, 10);
  rules.each("key_passes", {"key_passes"}, 10);
  rules.each("shots_on_target", {"shots_on_target"}, 10);
  return book;
}

}  // namespace auction
