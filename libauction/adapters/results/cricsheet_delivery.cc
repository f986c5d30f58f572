#include <array>

#include "libauction/adapters/results/cricsheet_internal.h"

namespace auction {
namespace {

constexpr std::size_t kMostPlayers = 60;
constexpr std::int32_t kMostRuns = 40;  // of one ball, with overthrows and penalties

constexpr std::array<std::string_view, 14> kDismissals{"bowled",
                                                       "caught",
                                                       "caught and bowled",
                                                       "lbw",
                                                       "stumped",
                                                       "hit wicket",
                                                       "run out",
                                                       "obstructing the field",
                                                       "handled the ball",
                                                       "hit the ball twice",
                                                       "timed out",
                                                       "retired out",
                                                       "retired hurt",
                                                       "retired not out"};

constexpr Side other(Side side) { return side == 0 ? 1 : 0; }

}  // namespace

void CricsheetReader::read_delivery(JsonView delivery, Ball& ball) {
  if (!read_.object(delivery)) return;
  std::optional<JsonView> batter, bowler, non_striker, runs, extras;
  for (const JsonView part : delivery.children()) {
    const std::string_view name = part.key();
    if (name == "batter") {
      batter = part;
    } else if (name == "bowler") {
      bowler = part;
    } else if (name == "non_striker") {
      non_striker = part;
    } else if (name == "runs") {
      runs = part;
    } else if (name == "extras") {
      extras = part;
    } else if (name == "wickets" && read_.list(part)) {
      for (const JsonView wicket : part.children())
        read_wicket(wicket, ball.wickets.emplace_back());
    }
  }
  if (!batter || !bowler || !non_striker || !runs) {
    return read_.fail(delivery, "must have batter, bowler, non_striker and runs");
  }
  ball.batter = player_of(*batter, batting_, last_.batter);
  ball.non_striker = player_of(*non_striker, batting_, last_.non_striker);
  ball.bowler = player_of(*bowler, other(batting_), last_.bowler);
  last_.batter = ball.batter;
  last_.non_striker = ball.non_striker;
  last_.bowler = ball.bowler;
  std::int32_t told = 0;
  read_runs(*runs, ball, told);
  const std::int32_t sum = extras ? read_extras(*extras, ball) : 0;
  if (sum != told) {
    read_.fail(extras.value_or(*runs), "must add up to the extras of the runs, " +
                                           std::to_string(told) + ", not " + std::to_string(sum));
  }
}

void CricsheetReader::read_runs(JsonView runs, Ball& ball, std::int32_t& extras) {
  const auto bat = read_.needed(runs, "batter");
  const auto extra = read_.needed(runs, "extras");
  const auto total = read_.needed(runs, "total");
  if (!bat || !extra || !total) return;
  ball.bat = static_cast<std::uint8_t>(read_.number(*bat, 0, kMostRuns));
  extras = read_.number(*extra, 0, kMostRuns);
  const std::int32_t sum = ball.bat + extras;
  if (read_.number(*total, 0, 2 * kMostRuns) != sum) {
    read_.fail_wanted(*total, std::to_string(sum) + " (" + std::to_string(ball.bat) + " + " +
                                  std::to_string(extras) + ")");
  }
  const auto flag = read_.member(runs, "non_boundary");
  ball.non_boundary = flag && read_.boolean(*flag);
}

std::int32_t CricsheetReader::read_extras(JsonView extras, Ball& ball) {
  if (!read_.object(extras)) return 0;
  std::int32_t sum = 0;
  for (const JsonView part : extras.children()) {
    const auto runs = static_cast<std::uint8_t>(read_.number(part, 0, kMostRuns));
    const std::string_view name = part.key();
    sum += runs;
    if (name == "wides") {
      ball.wides = runs;
    } else if (name == "noballs") {
      ball.no_balls = runs;
    } else if (name == "byes") {
      ball.byes = runs;
    } else if (name == "legbyes") {
      ball.leg_byes = runs;
    } else if (name == "penalty") {
      ball.penalty = runs;
    } else {
      read_.fail(part, "must be wides, noballs, byes, legbyes or penalty");
    }
  }
  return sum;
}

void CricsheetReader::read_wicket(JsonView wicket, Wicket& out) {
  if (!read_.object(wicket)) return;
  const auto kind = read_.needed(wicket, "kind");
  const auto player = read_.needed(wicket, "player_out");
  if (!kind || !player) return;
  std::size_t how = 0;
  while (how < kDismissals.size() && kDismissals[how] != read_.text(*kind)) ++how;
  if (how == kDismissals.size()) return read_.fail_wanted(*kind, "a way of being out");
  out.how = static_cast<Dismissal>(how);
  out.out = player_of(*player, batting_, last_.batter);
  const auto fielders = read_.member(wicket, "fielders");
  if (!fielders || !read_.list(*fielders)) return;
  for (const JsonView fielder : fielders->children()) read_fielder(fielder, out);
}

void CricsheetReader::read_fielder(JsonView fielder, Wicket& out) {
  if (!read_.object(fielder)) return;
  Fielder& added = out.fielders.emplace_back();
  const auto flag = read_.member(fielder, "substitute");
  added.substitute = flag && read_.boolean(*flag);
  const auto name = read_.member(fielder, "name");
  if (!name) return;
  const Side side = added.substitute ? kNoSide : other(batting_);
  if (sheets_ && !added.substitute) {
    added.player = player_of(*name, side, kNobody);
  } else {
    added.player = slot_of(read_.text(*name), side);
  }
  if (match_.players.size() > kMostPlayers) read_.fail(*name, "is one player too many");
}

CricketerSlot CricsheetReader::player_of(JsonView name, Side side, CricketerSlot likely) {
  const std::string_view text = read_.text(name);
  if (likely != kNobody && match_.players[likely.value].name == text) return likely;
  const CricketerSlot slot = slot_of(text, side);
  const Side found = match_.players[slot.value].side;
  if (found != side) read_.fail_wanted(name, "a player of " + match_.teams[side]);
  if (match_.players.size() > kMostPlayers) read_.fail(name, "is one player too many");
  return slot;
}

// A name on no sheet becomes a player of no side; without sheets, of the side he acts for.
CricketerSlot CricsheetReader::slot_of(std::string_view name, Side side) {
  for (std::size_t i = 0; i < match_.players.size(); ++i) {
    Cricketer& player = match_.players[i];
    if (player.name != name) continue;
    if (player.side == kNoSide && !sheets_) player.side = side;
    return {static_cast<std::uint16_t>(i)};
  }
  match_.players.push_back({"", std::string(name), sheets_ ? kNoSide : side});
  return {static_cast<std::uint16_t>(match_.players.size() - 1)};
}

}  // namespace auction
