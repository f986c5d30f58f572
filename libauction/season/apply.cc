#include "libauction/season/apply.h"

#include <algorithm>

#include "libauction/base/match.h"

namespace auction {
namespace {

Fixture& fixture_of(Season& season, FixtureSlot slot) {
  AUCTION_CHECK(slot.value < season.fixtures.size(), "the fixture was added");
  return season.fixtures[slot.value];
}

void check_meeting(const Season& season, const Meeting& meeting) {
  const std::size_t teams = season.setup->teams.size();
  AUCTION_CHECK((meeting.home == kNoTeam) == (meeting.away == kNoTeam), "two teams meet, or none");
  AUCTION_CHECK(
      meeting.home == kNoTeam || (meeting.home.value < teams && meeting.away.value < teams),
      "the teams are in the list");
}

bool earlier_stint(const Stint& a, const Stint& b) {
  return a.asset != b.asset ? a.asset < b.asset : a.from < b.from;
}

void on(Season& season, const SeasonCreated& e) {
  season.created = true;
  season.setup = e.setup;
  season.members = e.setup->members;
  season.book = e.setup->book;
}

void on(Season& season, const MemberJoined& e) {
  AUCTION_CHECK(season.members.size() < kMaxManagers, "there is room for a member");
  season.members.push_back(e.member);
}

void on(Season& season, const StrangerNoticed& e) {
  AUCTION_CHECK(asset_count(season) < kMaxAssets, "there is room for a stranger");
  season.strangers.push_back(e.external_id);
}

void on(Season& season, const FixtureAdded& e) {
  check_meeting(season, e.meeting);
  season.fixtures.push_back({e.meeting, {}, {}});
}

void on(Season& season, const FixtureMoved& e) {
  check_meeting(season, e.meeting);
  fixture_of(season, e.fixture).meeting = e.meeting;
}

void on(Season& season, const ResultSet& e) { fixture_of(season, e.fixture).result = e.result; }

void on(Season& season, const FiguresSet& e) {
  AUCTION_CHECK(e.line.asset.value < asset_count(season), "the asset is known");
  AUCTION_CHECK(e.line.values.empty() || e.line.values.size() == season.setup->figures.size(),
                "every figure has a value");
  std::vector<FigureLine>& lines = fixture_of(season, e.fixture).figures;
  const auto before = [](const FigureLine& a, const FigureLine& b) { return a.asset < b.asset; };
  const auto place = std::lower_bound(lines.begin(), lines.end(), e.line, before);
  const bool there = place != lines.end() && place->asset == e.line.asset;
  if (e.line.values.empty()) {
    if (there) lines.erase(place);
  } else if (there) {
    *place = e.line;
  } else {
    lines.insert(place, e.line);
  }
}

void on(Season& season, const OwnerSet& e) {
  const Stint& stint = e.stint;
  AUCTION_CHECK(stint.asset.value < season.setup->catalogue->assets.size(), "the asset is known");
  AUCTION_CHECK(stint.manager == kNoManager || stint.manager.value < season.members.size(),
                "the owner is a member");
  const auto place =
      std::lower_bound(season.stints.begin(), season.stints.end(), stint, earlier_stint);
  const bool there = place != season.stints.end() && !earlier_stint(stint, *place);
  if (there) {
    *place = stint;
  } else {
    season.stints.insert(place, stint);
  }
}

void on(Season& season, const OwnerCleared& e) {
  const Stint stint{e.asset, e.from, kNoManager};
  const auto place =
      std::lower_bound(season.stints.begin(), season.stints.end(), stint, earlier_stint);
  const bool there = place != season.stints.end() && !earlier_stint(stint, *place);
  if (there) season.stints.erase(place);
}

void on(Season& season, const PointsDeducted& e) {
  AUCTION_CHECK(e.deduction.number == season.last_deduction + 1, "deductions count up");
  AUCTION_CHECK(e.deduction.manager.value < season.members.size(), "the manager is a member");
  ++season.last_deduction;
  season.deductions.push_back(e.deduction);
}

void on(Season& season, const DeductionLifted& e) {
  std::erase_if(season.deductions, [&](const Deduction& d) { return d.number == e.number; });
}

void on(Season& season, const BookChanged& e) { season.book = e.book; }

}  // namespace

void apply(Season& season, const SeasonEvent& event, Instant at) {
  const bool created = std::holds_alternative<SeasonCreated>(event);
  AUCTION_CHECK(created == !season.created, "a season is created once, and first");
  ++season.seq;
  season.last_at = later(season.last_at, at);
  match(event, [&](const auto& e) { on(season, e); });
}

void apply(Season& season, std::span<const SeasonEvent> events, Instant at) {
  for (const SeasonEvent& event : events) apply(season, event, at);
}

}  // namespace auction
