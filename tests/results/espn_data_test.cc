// ESPNcricinfo's cards of six IPL seasons beside ours: batting and bowling, row by row.
#include <algorithm>
#include <iostream>
#include <set>

#include "libauction/scoring/cricket_score.h"
#include "tests/catch.h"
#include "tests/results/data.h"

using namespace auction;

namespace {

struct Line {
  std::string name;
  Figures figures;
};
using Card = std::vector<Line>;  // one match

std::string initial_and_surname(const std::string& name) {
  const std::size_t last = name.rfind(' ');
  return last == std::string::npos ? name : name.substr(0, 1) + name.substr(last);
}
std::string surname(const std::string& name) { return name.substr(name.rfind(' ') + 1); }

// The line of a full name: by surname where only one has it, else by the first letter too.
const Line* line_of(const Card& card, const std::string& full_name) {
  const auto only = [&](auto&& same) -> const Line* {
    const Line* found = nullptr;
    for (const Line& line : card) {
      if (!same(line.name)) continue;
      if (found != nullptr) return nullptr;
      found = &line;
    }
    return found;
  };
  const Line* exact = only([&](const std::string& name) { return name == full_name; });
  if (exact != nullptr) return exact;
  const Line* by_surname =
      only([&](const std::string& name) { return surname(name) == surname(full_name); });
  if (by_surname != nullptr) return by_surname;
  return only([&](const std::string& name) {
    return initial_and_surname(name) == initial_and_surname(full_name);
  });
}

// Cards of a season by what a player must have done to be on them.
std::vector<Card> cards_of(const std::string& season, CricketStat one, CricketStat other) {
  std::vector<Card> cards;
  results_data::cricsheet_matches("ipl_" + season, [&](const results_data::Match& file) {
    const CricketScore score = score_of(file.match);
    Card card;
    for (std::size_t i = 0; i < file.match.players.size(); ++i) {
      const Figures figures = score.figures({static_cast<std::uint16_t>(i)});
      if (figures[one] + figures[other] == 0) continue;
      card.push_back({file.match.players[i].name, figures});
    }
    cards.push_back(std::move(card));
  });
  return cards;
}

bool same_batting(const results_data::Row& row, const Figures& figures) {
  const int runs = figures[CricketStat::kRuns];
  const int balls = figures[CricketStat::kBalls];
  if (runs != std::stoi(row.at("runs"))) return false;
  // The card cuts the strike rate after two decimals.
  const double told = std::stod(row.at("strikeRate"));
  const double rate = balls == 0 ? 0 : 100.0 * runs / balls;
  return told > rate - 0.011 && told < rate + 0.011;
}

bool same_bowling(const results_data::Row& row, const Figures& figures) {
  const std::string& overs = row.at("overs");
  const std::size_t point = overs.find('.');
  const int balls = std::stoi(overs.substr(0, point)) * 6 +
                    (point == std::string::npos ? 0 : std::stoi(overs.substr(point + 1)));
  return balls == figures[CricketStat::kLegalBalls] &&
         std::stoi(row.at("conceded")) == figures[CricketStat::kConceded] &&
         std::stoi(row.at("wickets")) == figures[CricketStat::kWickets];
}

struct Count {
  int rows = 0;
  int joined = 0;
  int agreed = 0;
};

template <class Same>
Count compare(const char* path, CricketStat one, CricketStat other, Same same) {
  const auto rows = results_data::rows(path);
  Count count;
  if (!rows) return count;
  std::map<std::string, std::vector<Card>> seasons;
  std::vector<std::string> missed;
  for (std::size_t from = 0; from < rows->size();) {
    std::size_t to = from;
    const auto match_of = [&](std::size_t i) {
      return (*rows)[i].at("season") + " " + (*rows)[i].at("match_name");
    };
    while (to < rows->size() && match_of(to) == match_of(from)) ++to;
    const std::string season = (*rows)[from].at("season");
    if (!seasons.contains(season)) seasons[season] = cards_of(season, one, other);
    // The match is the one that most rows agree with; teams met more than once.
    const Card* best = nullptr;
    int most = -1;
    for (const Card& card : seasons[season]) {
      int agreed = 0;
      for (std::size_t i = from; i < to; ++i) {
        const Line* line = line_of(card, (*rows)[i].at("fullName"));
        agreed += line != nullptr && same((*rows)[i], line->figures);
      }
      if (agreed > most) {
        most = agreed;
        best = &card;
      }
    }
    // A match that is not among ours agrees by accident at most.
    const bool there = most * 2 > static_cast<int>(to - from);
    for (std::size_t i = from; i < to; ++i) {
      ++count.rows;
      const Line* line = there ? line_of(*best, (*rows)[i].at("fullName")) : nullptr;
      if (line == nullptr) continue;
      ++count.joined;
      const bool agreed = same((*rows)[i], line->figures);
      count.agreed += agreed;
      if (!agreed) missed.push_back(match_of(i) + ": " + (*rows)[i].at("fullName"));
    }
    from = to;
  }
  std::cout << path << ": " << count.agreed << " of " << count.joined << " joined rows agree ("
            << count.rows << " rows)\n";
  for (const std::string& line : missed) std::cout << "  " << line << "\n";
  return count;
}

}  // namespace

TEST_CASE("ESPN batting cards: 99 in 100 joined rows agree in runs and strike rate") {
  const Count count = compare("cricket/espn_ipl_batting_card.csv", CricketStat::kBalls,
                              CricketStat::kDismissed, same_batting);
  if (count.rows == 0) return;
  CHECK(count.agreed * 1000 >= count.joined * 990);
  CHECK(count.joined * 100 >= count.rows * 85);
}

TEST_CASE("ESPN bowling cards: 985 in 1,000 joined rows agree in balls, runs and wickets") {
  const Count count = compare("cricket/espn_ipl_bowling_card.csv", CricketStat::kLegalBalls,
                              CricketStat::kConceded, same_bowling);
  if (count.rows == 0) return;
  CHECK(count.agreed * 1000 >= count.joined * 985);
  CHECK(count.joined * 100 >= count.rows * 85);
}
