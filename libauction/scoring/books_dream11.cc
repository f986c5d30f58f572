#include "libauction/scoring/books_internal.h"
#include "libauction/scoring/cricket_figures.h"

namespace auction {
namespace {

// Halves come in by the vice-captain's 1.5 only.
constexpr std::int32_t kDream11Point = 2;

constexpr PointStep step(std::int32_t from, std::int32_t points) {
  return {from, points * kDream11Point};
}

// Bands as the tables print them; edges in hundredths of a run.
constexpr RateBand below(std::int32_t to, std::int32_t points) {
  return {kNoEdge, to, true, false, points * kDream11Point};
}
constexpr RateBand above(std::int32_t from, std::int32_t points) {
  return {from, kNoEdge, false, true, points * kDream11Point};
}
constexpr RateBand closed(std::int32_t from, std::int32_t to, std::int32_t points) {
  return {from, to, true, true, points * kDream11Point};
}
// "5-5.99": up to the next edge, which is outside.
constexpr RateBand up_to(std::int32_t from, std::int32_t to, std::int32_t points) {
  return {from, to, true, false, points * kDream11Point};
}
// "10.01-11": from above the edge before.
constexpr RateBand over(std::int32_t from, std::int32_t to, std::int32_t points) {
  return {from, to, false, true, points * kDream11Point};
}

constexpr const char* kHelpPage = "Dream11's own help page 360021110932, about 2020";
constexpr const char* kSecondHand = "second-hand: tables of fantasy sites and public scorers, ";

RuleBook blank(std::string_view id, std::string title, std::string source) {
  RuleBook book;
  book.id = id;
  book.title = std::move(title);
  book.source = std::move(source);
  book.sport = Sport::kCricket;
  book.scale = kDream11Point;
  book.positions = {"BAT", "AR", "WK", "BOWL"};
  for (const std::string_view stat : kCricketStats) book.stats.emplace_back(stat);
  book.captain = {2, 1};
  book.vice_captain = {3, 2};
  return book;
}

struct Batting {
  std::int32_t four, six, duck;
};

void write_batting(BookWriter& rules, Batting batting,
                   std::initializer_list<PointStep> milestones) {
  rules.each("in_xi", {"in_xi"}, 4 * kDream11Point);
  rules.each("run", {"runs"}, 1 * kDream11Point);
  rules.each("four", {"fours"}, batting.four * kDream11Point);
  rules.each("six", {"sixes"}, batting.six * kDream11Point);
  rules.steps("milestone", {"runs"}, milestones);
  rules.each("duck", {"dismissed"}, batting.duck * kDream11Point);
  rules.when("runs", 0, 0).not_for("BOWL");
}

struct Bowling {
  std::int32_t wicket, bowled_lbw, maiden;
};

void write_bowling(BookWriter& rules, Bowling bowling, std::initializer_list<PointStep> hauls) {
  rules.each("wicket", {"wickets"}, bowling.wicket * kDream11Point);
  if (bowling.bowled_lbw != 0) {
    rules.each("bowled_lbw", {"bowled_lbw"}, bowling.bowled_lbw * kDream11Point);
  }
  rules.steps("haul", {"wickets"}, hauls);
  if (bowling.maiden != 0) rules.each("maiden", {"maidens"}, bowling.maiden * kDream11Point);
}

void write_fielding(BookWriter& rules, bool three_catches) {
  rules.each("catch", {"catches"}, 8 * kDream11Point);
  if (three_catches) rules.steps("three_catches", {"catches"}, {step(3, 4)});
  rules.each("stumping", {"stumpings"}, 12 * kDream11Point);
  // A shared run-out is 6, a direct hit 12: six for the hand in it and six more for the only hand.
  rules.each("run_out", {"run_outs"}, 6 * kDream11Point);
  rules.each("direct_run_out", {"direct_run_outs"}, 6 * kDream11Point);
}

void write_economy(BookWriter& rules, std::int32_t balls, std::initializer_list<RateBand> bands) {
  rules.rate("economy", "conceded", 6, "legal_balls", bands);
  rules.when("legal_balls", balls);
}

void write_strike_rate(BookWriter& rules, std::int32_t balls,
                       std::initializer_list<RateBand> bands) {
  rules.rate("strike_rate", "runs", 100, "balls", bands);
  rules.when("balls", balls).not_for("BOWL");
}

RuleBook t20_2020() {
  RuleBook book = blank("dream11-t20-2020", "Dream11 T20, 2020", kHelpPage);
  BookWriter rules(book);
  write_batting(rules, {1, 2, -2}, {step(50, 8), step(100, 16)});
  write_bowling(rules, {25, 0, 8}, {step(4, 8), step(5, 16)});
  write_fielding(rules, false);
  write_economy(rules, 12,
                {below(400, 6), up_to(400, 500, 4), closed(500, 600, 2), closed(900, 1000, -2),
                 over(1000, 1100, -4), above(1100, -6)});
  write_strike_rate(rules, 10, {closed(6000, 7000, -2), up_to(5000, 6000, -4), below(5000, -6)});
  return book;
}

// What the two later T20 books have in common.
void write_t20_rates(BookWriter& rules) {
  write_economy(rules, 12,
                {below(500, 6), up_to(500, 600, 4), closed(600, 700, 2), closed(1000, 1100, -2),
                 over(1100, 1200, -4), above(1200, -6)});
  write_strike_rate(rules, 10,
                    {above(17000, 6), over(15000, 17000, 4), closed(13000, 15000, 2),
                     closed(6000, 7000, -2), up_to(5000, 6000, -4), below(5000, -6)});
}

RuleBook t20_2021() {
  RuleBook book =
      blank("dream11-t20-2021", "Dream11 T20, 2021 to 2024", std::string(kSecondHand) + "2021-24");
  BookWriter rules(book);
  write_batting(rules, {1, 2, -2}, {step(30, 4), step(50, 8), step(100, 16)});
  write_bowling(rules, {25, 8, 12}, {step(3, 4), step(4, 8), step(5, 16)});
  write_fielding(rules, true);
  write_t20_rates(rules);
  return book;
}

RuleBook t20_2026() {
  RuleBook book =
      blank("dream11-t20-2026", "Dream11 T20, 2025-26", std::string(kSecondHand) + "2025-26");
  BookWriter rules(book);
  write_batting(rules, {4, 6, -2}, {step(25, 4), step(50, 8), step(75, 12), step(100, 16)});
  write_bowling(rules, {30, 8, 12}, {step(3, 4), step(4, 8), step(5, 12)});
  rules.each("dot", {"dots"}, 1 * kDream11Point);
  write_fielding(rules, true);
  write_t20_rates(rules);
  return book;
}

RuleBook odi_2026() {
  RuleBook book =
      blank("dream11-odi-2026", "Dream11 ODI, 2025-26", std::string(kSecondHand) + "2025-26");
  BookWriter rules(book);
  write_batting(
      rules, {4, 6, -3},
      {step(25, 4), step(50, 8), step(75, 12), step(100, 16), step(125, 20), step(150, 24)});
  write_bowling(rules, {30, 8, 4}, {step(4, 4), step(5, 8), step(6, 12)});
  rules.each("dots", {"dots"}, 1 * kDream11Point, {.per = 3});
  write_fielding(rules, true);
  write_economy(rules, 30,
                {below(250, 6), up_to(250, 350, 4), closed(350, 450, 2), closed(700, 800, -2),
                 over(800, 900, -4), above(900, -6)});
  write_strike_rate(rules, 20,
                    {above(14000, 6), over(12000, 14000, 4), closed(10000, 12000, 2),
                     closed(4000, 5000, -2), up_to(3000, 4000, -4), below(3000, -6)});
  return book;
}

RuleBook test_2020() {
  RuleBook book = blank("dream11-test-2020", "Dream11 Tests, 2020", kHelpPage);
  book.by_innings = true;
  BookWriter rules(book);
  write_batting(rules, {1, 2, -4}, {step(50, 4), step(100, 8)});
  write_bowling(rules, {16, 0, 0}, {step(4, 4), step(5, 8)});
  write_fielding(rules, false);
  return book;
}

}  // namespace

std::optional<RuleBook> dream11_book(std::string_view id) {
  for (RuleBook (*book)() : {t20_2020, t20_2021, t20_2026, odi_2026, test_2020}) {
    if (RuleBook found = book(); found.id == id) return found;
  }
  return std::nullopt;
}

}  // namespace auction
