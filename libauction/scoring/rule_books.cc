#include "libauction/scoring/rule_books.h"

#include <array>

#include "libauction/scoring/books_internal.h"

namespace auction {
namespace {

constexpr std::array<std::string_view, 20> kIds{
    "pilot-football-clubs", "football-players", "fpl-2016-17",
    "fpl-2017-18",          "fpl-2018-19",      "fpl-2019-20",
    "fpl-2020-21",          "fpl-2021-22",      "fpl-2022-23",
    "fpl-2023-24",          "fpl-2024-25",      "fpl-2025-26",
    "fpl-2026-27",          "pilot-cricket",    "pilot-cricket-2025-10-25",
    "dream11-t20-2020",     "dream11-t20-2021", "dream11-t20-2026",
    "dream11-odi-2026",     "dream11-test-2020"};

}  // namespace

std::span<const std::string_view> rule_book_ids() { return kIds; }

std::optional<RuleBook> rule_book(std::string_view id) {
  if (id == "pilot-football-clubs") return clubs_book();
  if (id == "football-players") return players_book();
  if (id.starts_with("fpl-")) return fpl_book(id);
  if (id.starts_with("pilot-cricket")) return pilot_cricket_book(id);
  return dream11_book(id);
}

}  // namespace auction
