#include <charconv>

#include "libauction/adapters/results/cricsheet_internal.h"

namespace auction {
namespace {

constexpr std::int32_t kMostOver = 999;
constexpr std::size_t kMostInnings = 40;  // four, or two and super overs
constexpr std::size_t kMostBallsOfAnOver = 60;

// "26.1" -> 26 overs and a ball; a whole number is overs. Nothing for anything else.
std::optional<std::int32_t> balls_of_overs(JsonView overs, std::int32_t balls_per_over) {
  if (overs.is(JsonKind::kInteger) && overs.number() >= 0 && overs.number() <= kMostOver) {
    return static_cast<std::int32_t>(overs.number()) * balls_per_over;
  }
  if (!overs.is(JsonKind::kDecimal)) return std::nullopt;
  const std::string_view text = overs.text();
  std::int32_t whole = 0;
  const auto [point, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
  const std::string_view rest = text.substr(static_cast<std::size_t>(point - text.data()));
  if (error != std::errc() || whole < 0 || whole > kMostOver || rest.size() != 2 ||
      rest[0] != '.') {
    return std::nullopt;
  }
  const std::int32_t balls = rest[1] - '0';
  if (balls < 0 || balls >= balls_per_over) return std::nullopt;
  return whole * balls_per_over + balls;
}

}  // namespace

void CricsheetReader::read_innings(JsonView innings) {
  if (!read_.object(innings) || read_.failed()) return;
  if (match_.innings.size() == kMostInnings) return read_.fail(innings, "is one innings too many");
  CricketInnings& added = match_.innings.emplace_back();
  read_header(innings, added.header);
  std::size_t before = 0;
  for (const CricketInnings& other : match_.innings) {
    if (!other.header.super_over && other.header.side == added.header.side) ++before;
  }
  if (!added.header.super_over && before > 2) {
    return read_.fail(innings, "is the third innings of its team");
  }
  batting_ = added.header.side;
  if (const auto overs = read_.member(innings, "overs")) read_overs(*overs, added);
}

void CricsheetReader::read_header(JsonView innings, InningsHeader& header) {
  if (const auto team = read_.needed(innings, "team")) header.side = side_of(*team);
  for (const JsonView part : innings.children()) {
    const std::string_view name = part.key();
    if (name == "super_over") {
      header.super_over = read_.boolean(part);
    } else if (name == "declared") {
      header.declared = read_.boolean(part);
    } else if (name == "forfeited") {
      header.forfeited = read_.boolean(part);
    } else if (name == "target") {
      read_target(part, header);
    } else if (name == "miscounted_overs") {
      read_miscounted(part, header);
    } else if (name == "absent_hurt" && read_.list(part)) {
      for (const JsonView absent : part.children()) header.absent += read_.text(absent) != "";
    } else if (name == "penalty_runs" && read_.object(part)) {
      for (const JsonView runs : part.children()) header.penalty_runs += read_.number(runs, 0, 100);
    }
  }
}

void CricsheetReader::read_target(JsonView target, InningsHeader& header) {
  if (!read_.object(target)) return;
  Target read;
  if (const auto runs = read_.needed(target, "runs")) read.runs = read_.number(*runs, 1, 2000);
  if (const auto overs = read_.member(target, "overs")) {
    const auto balls = balls_of_overs(*overs, match_.balls_per_over);
    if (!balls) return read_.fail_wanted(*overs, "overs and balls, like 20 or 26.1");
    read.balls = *balls;
  }
  header.target = read;
}

void CricsheetReader::read_miscounted(JsonView miscounted, InningsHeader& header) {
  if (!read_.object(miscounted)) return;
  for (const JsonView over : miscounted.children()) {
    std::uint16_t number = 0;
    const std::string_view key = over.key();
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
    if (error != std::errc() || end != key.data() + key.size() || number > kMostOver) {
      return read_.fail(over, "must be named by an over");
    }
    if (!read_.object(over)) return;
    if (const auto balls = read_.needed(over, "balls")) {
      header.miscounted.push_back({number, read_.number_or_text(*balls, 1, 12)});
    }
  }
}

void CricsheetReader::read_overs(JsonView overs, CricketInnings& innings) {
  if (!read_.list(overs)) return;
  std::int32_t least = 0;
  last_ = {};
  for (const JsonView over : overs.children()) {
    if (!read_.object(over)) return;
    const auto number = read_.needed(over, "over");
    const auto deliveries = read_.needed(over, "deliveries");
    if (!number || !deliveries || !read_.list(*deliveries)) return;
    const std::int32_t place = read_.number(*number, least, kMostOver);
    least = place + 1;
    std::size_t count = 0;
    for (const JsonView delivery : deliveries->children()) {
      if (++count > kMostBallsOfAnOver) return read_.fail(*deliveries, "must be 60 balls at most");
      Ball& ball = innings.balls.emplace_back();
      ball.over = static_cast<std::uint16_t>(place);
      read_delivery(delivery, ball);
      if (read_.failed()) return;
    }
  }
}

}  // namespace auction
