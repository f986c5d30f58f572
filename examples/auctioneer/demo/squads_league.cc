#include <array>
#include <map>

#include "examples/auctioneer/demo/competition.h"
#include "examples/auctioneer/files.h"
#include "examples/auctioneer/stop.h"
#include "libauction/adapters/csv/names.h"
#include "libauction/adapters/results/cricsheet.h"
#include "libauction/scoring/cricket_points.h"
#include "libauction/scoring/rule_books.h"
#include "libauction/standings/cricket_rows.h"

namespace auction::demo {
namespace {

using cli::kBadInput;
using cli::stop;

constexpr std::array<const char*, 3> kMatches{"1473438", "1473443", "1473444"};

const std::map<std::string, std::string> kLabels{{"Kolkata Knight Riders", "KKR"},
                                                 {"Royal Challengers Bengaluru", "RCB"},
                                                 {"Rajasthan Royals", "RR"},
                                                 {"Sunrisers Hyderabad", "SRH"},
                                                 {"Lucknow Super Giants", "LSG"}};

std::vector<Stint> stints_in(std::span<const Record> log) {
  Sales sales;
  Events events;
  for (const Record& record : log) {
    if (!decode_body(record, events)) stop(kBadInput, "event {}: its body is withheld", record.seq);
    for (const Event& event : events) sales.take(event, record.at);
  }
  return sales.stints();
}

std::map<std::string, std::string> names_in(const std::string& path) {
  const auto names = names_from_csv(cli::read_file(path));
  if (!names.ok()) stop(kBadInput, "{}: {}", path, std::string(names.status().message()));
  std::map<std::string, std::string> ids;
  for (const NamedId& name : *names) ids[name.name] = name.external_id;
  return ids;
}

// A match whose players bear the ids of the auction's list.
CricketMatch match_in(const std::string& path, const std::map<std::string, std::string>& ids) {
  auto match = match_from_cricsheet(cli::read_file(path));
  if (!match.ok()) stop(kBadInput, "{}: {}", path, std::string(match.status().message()));
  for (Cricketer& player : match->players) {
    if (player.side == kNoSide) continue;  // a substitute fielder
    const auto id = ids.find(player.name);
    if (id == ids.end()) stop(kBadInput, "{}: {} is in no list of names", path, player.name);
    player.id = id->second;
  }
  return *std::move(match);
}

struct Sheets {
  std::map<std::string, std::string> team;  // of each player who took part, by id
  std::int64_t hundredths = 0;              // of all players, from the balls alone
};

void read_sheets(const CricketMatch& match, const RuleBook& book, Sheets& sheets) {
  const CricketScore score = score_of(match);
  for (std::size_t i = 0; i < match.players.size(); ++i) {
    const Cricketer& player = match.players[i];
    if (player.side == kNoSide) continue;
    sheets.team[player.id] = kLabels.at(match.teams[player.side]);
    sheets.hundredths +=
        points(book, score, CricketerSlot{static_cast<std::uint16_t>(i)}) * hundredths_a_unit(book);
  }
}

// Who played for a franchise was bought by it, or by nobody: a substitute signed after the auction.
Claim bought(const Season& season, const Sheets& sheets) {
  std::size_t good = 0;
  Claim claim{true, "", {}};
  for (const auto& [id, team] : sheets.team) {
    const std::optional<AssetSlot> asset = find_asset(*season.setup->catalogue, id);
    if (!asset) stop(kBadInput, "{} was on no list of the auction", id);
    const ManagerSlot owner = owner_at(season, *asset, season.fixtures.front().meeting.starts_at);
    if (owner != kNoManager && season.members[owner.value].label == team) {
      ++good;
      continue;
    }
    claim.exceptions.push_back(fmt::format("{}, {}: unsold, signed after the auction",
                                           (*season.setup->catalogue)[*asset].name, team));
    claim.holds = claim.holds && owner == kNoManager;
  }
  claim.what = fmt::format("{} of {} players on the team sheets are in the squad that paid", good,
                           sheets.team.size());
  return claim;
}

}  // namespace

League squads_league(const Setup& auction, std::span<const Record> log, const std::string& folder) {
  const RuleBook book = *rule_book("pilot-cricket");
  const std::map<std::string, std::string> ids = names_in(folder + "/ipl_2025_names.csv");
  SeasonSetup setup = setup_after(auction, "Three matches of the IPL 2025, for the squads");
  for (const auto& [name, label] : kLabels) setup.teams.push_back({name, label});
  setup.figures = cricket_figure_names();
  Competition competition(std::move(setup), book);
  competition.own(stints_in(log));
  Sheets sheets;
  for (const char* id : kMatches) {
    const CricketMatch match = match_in(folder + "/" + id + ".json", ids);
    competition.act(ImportFixtures{{fixture_row(match, id)}});
    competition.act(ImportFigures{score_rows(match, score_of(match), id)});
    read_sheets(match, book, sheets);
  }
  const std::int64_t owned = competition.owned();
  const std::int64_t free = competition.free();
  return competition.end(
      {bought(competition.season(), sheets),
       {owned + free == sheets.hundredths,
        fmt::format("{} points from the balls: {} to the squads, {} to nobody",
                    points_of(sheets.hundredths), points_of(owned), points_of(free)),
        {}}});
}

}  // namespace auction::demo
