#include "libauction/scoring/books_internal.h"

namespace auction {
namespace {

constexpr int kFirstSeason = 2016;
constexpr int kLastSeason = 2026;

// What a season changed; the base is 2016/17.
struct Season {
  int from;  // the year it starts in

  int keeper_goal() const { return from >= 2024 ? 10 : 6; }
  bool managers() const { return from == 2024; }  // the assistant manager chip
  bool defensive_contribution() const { return from >= 2025; }
  const char* source() const {
    if (from == 2026) return "the official API's settings, as publicly noted on 2026-09-06";
    return "the official rules; equal to the official totals where we hold them";
  }
};

// "fpl-2024-25" -> 2024; nothing for a season before the first or after the last.
std::optional<Season> season_of(std::string_view id) {
  for (int from = kFirstSeason; from <= kLastSeason; ++from) {
    const std::string next = std::to_string(from + 1);
    if (id == "fpl-" + std::to_string(from) + "-" + next.substr(2)) return Season{from};
  }
  return std::nullopt;
}

void list_figures(RuleBook& book, Season season) {
  book.positions = {"GK", "DEF", "MID", "FWD"};
  book.stats = {"minutes",        "goals_scored", "assists",         "clean_sheets",
                "goals_conceded", "own_goals",    "penalties_saved", "penalties_missed",
                "yellow_cards",   "red_cards",    "saves",           "bonus"};
  if (season.managers()) {
    book.positions.emplace_back("AM");
    for (const char* stat : {"mng_win", "mng_draw", "mng_goals_scored", "mng_clean_sheets",
                             "mng_underdog_win", "mng_underdog_draw"}) {
      book.stats.emplace_back(stat);
    }
  }
  if (season.defensive_contribution()) {
    for (const char* stat : {"clearances_blocks_interceptions", "tackles", "recoveries"}) {
      book.stats.emplace_back(stat);
    }
  }
}

// The clean-sheet flag and the bonus are the game's own: neither can be derived from the score.
void write_base(BookWriter& rules, Season season) {
  rules.steps("minutes", {"minutes"}, {{1, 1}, {60, 2}});
  rules.each("goals", {"goals_scored"},
             {{"GK", season.keeper_goal()}, {"DEF", 6}, {"MID", 5}, {"FWD", 4}});
  rules.each("assists", {"assists"}, 3);
  rules.each("clean_sheet", {"clean_sheets"}, {{"GK", 4}, {"DEF", 4}, {"MID", 1}});
  rules.each("conceded", {"goals_conceded"}, {{"GK", -1}, {"DEF", -1}}, {.per = 2});
  rules.each("saves", {"saves"}, {{"GK", 1}}, {.per = 3});
  rules.each("penalty_saved", {"penalties_saved"}, 5);
  rules.each("penalty_missed", {"penalties_missed"}, -2);
  rules.each("yellow_card", {"yellow_cards"}, -1);
  rules.each("red_card", {"red_cards"}, -3);
  rules.each("own_goal", {"own_goals"}, -2);
  rules.each("bonus", {"bonus"}, 1);
}

void write_managers(BookWriter& rules) {
  rules.each("manager_win", {"mng_win"}, {{"AM", 6}});
  rules.each("manager_draw", {"mng_draw"}, {{"AM", 3}});
  rules.each("manager_goals", {"mng_goals_scored"}, {{"AM", 1}});
  rules.each("manager_clean_sheet", {"mng_clean_sheets"}, {{"AM", 2}});
  rules.each("manager_underdog_win", {"mng_underdog_win"}, {{"AM", 10}});
  rules.each("manager_underdog_draw", {"mng_underdog_draw"}, {{"AM", 5}});
}

// Two points once: a defender from ten actions, others from twelve with recoveries counted too.
void write_defence(BookWriter& rules) {
  rules.each("defence", {"clearances_blocks_interceptions", "tackles"}, {{"DEF", 2}},
             {.per = 10, .most = 1});
  rules.each("defence_with_recoveries",
             {"clearances_blocks_interceptions", "tackles", "recoveries"}, {{"MID", 2}, {"FWD", 2}},
             {.per = 12, .most = 1});
}

}  // namespace

std::optional<RuleBook> fpl_book(std::string_view id) {
  const std::optional<Season> season = season_of(id);
  if (!season) return std::nullopt;
  RuleBook book;
  book.id = id;
  book.title = "Fantasy Premier League " + std::string(id.substr(4));
  book.source = season->source();
  book.captain = {2, 1};
  list_figures(book, *season);
  BookWriter rules(book);
  write_base(rules, *season);
  if (season->managers()) write_managers(rules);
  if (season->defensive_contribution()) write_defence(rules);
  return book;
}

}  // namespace auction
