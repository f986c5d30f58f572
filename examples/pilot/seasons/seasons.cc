#include "examples/pilot/seasons/seasons.h"

#include "examples/pilot/seasons/catch_up.h"
#include "examples/pilot/seasons/scoring_book.h"
#include "libauction/adapters/csv/ids.h"
#include "libauction/scoring/cricket_figures.h"

namespace pilot {
namespace {

// An id that follows from a name, as those of assets do.
template <class AnId>
AnId id_of_name(const std::string& name) {
  const AssetId id = auction::asset_id(name);
  return {id.hi, id.lo};
}

}  // namespace

SeasonId season_id(LeagueId league) { return id_of_name<SeasonId>("season:" + to_text(league)); }

FixtureId fixture_id(const Season& season, FixtureSlot slot) {
  return id_of_name<FixtureId>("fixture:" + to_text(season.setup->season) + ':' +
                               std::to_string(slot.value));
}

absl::StatusOr<std::unique_ptr<Seasons>> Seasons::open(Records& records, Leagues& leagues,
                                                       const Assets& assets, Instant now) {
  std::unique_ptr<Seasons> seasons(new Seasons(records, leagues, assets));
  if (absl::Status status = seasons->shelf_.open(now, nullptr); !status.ok()) return status;
  for (const LeagueId id : leagues.all()) {
    seasons->league_of_[season_id(id)] = id;
    if (const Season* season = seasons->find(*leagues.find(id))) seasons->index(*season);
  }
  return seasons;
}

const Season* Seasons::find(const League& league) const {
  return shelf_.find(stream_of(season_id(league.id)));
}

void Seasons::index(const Season& season) {
  const LeagueId league = league_of_.at(season.setup->season);
  for (std::uint32_t i = 0; i < season.fixtures.size(); ++i) {
    fixtures_[fixture_id(season, {i})] = {league, {i}};
  }
}

std::optional<FixturePlace> Seasons::place_of(FixtureId id) const {
  const auto found = fixtures_.find(id);
  return found == fixtures_.end() ? std::nullopt : std::optional(found->second);
}

Shared<SeasonSetup> Seasons::setup_of(const League& league) const {
  const std::string& sport = league.settings.sport;
  SeasonSetup setup;
  setup.season = season_id(league.id);
  setup.name = league.settings.name;
  setup.catalogue = Shared(Catalogue{assets_.of(sport)});
  setup.teams = assets_.teams(sport);
  setup.book = book_text(league);
  if (sport == "cricket") setup.figures.assign(kCricketStats.begin(), kCricketStats.end());
  return Shared(std::move(setup));
}

std::vector<SeasonCommand> Seasons::catch_up(const League& league, const State* auction,
                                             Season& season) const {
  CatchUp behind(season);
  if (!season.created) behind.take(CreateSeason{setup_of(league)});
  behind.members(league);
  behind.book(book_text(league));
  const bool readable = auction != nullptr || league.auctions.empty() ||
                        league.auctions.back().fate == AuctionFate::kCancelled;
  if (readable) behind.owners(auction);
  return std::move(behind).commands();
}

Season Seasons::shown(const League& league, const State* auction) const {
  const Season* stored = find(league);
  Season season = stored == nullptr ? Season{} : *stored;
  catch_up(league, auction, season);
  return season;
}

SeasonTrial Seasons::try_out(const League& league, const State* auction,
                             const SeasonCommand& command, Instant now) const {
  SeasonTrial trial;
  trial.after = shown(league, auction);
  trial.refusals = decide(trial.after, command, as_commissioner(now), trial.events);
  apply(trial.after, trial.events, now);
  return trial;
}

SeasonAct Seasons::act(const League& league, const State* auction, const SeasonCommand& command,
                       ActorId by, Instant now) {
  Season season = find(league) == nullptr ? Season{} : *find(league);
  std::vector<Shelf::Step> steps;
  for (SeasonCommand& behind : catch_up(league, auction, season)) {
    steps.push_back({std::move(behind), SeasonMachine::host(now), kHostActor});
  }
  steps.push_back({command, as_commissioner(now), by});
  return write(league, steps, now);
}

SeasonAct Seasons::settle(const League& league, const State* auction, Instant now) {
  Season season = find(league) == nullptr ? Season{} : *find(league);
  std::vector<Shelf::Step> steps;
  for (SeasonCommand& behind : catch_up(league, auction, season)) {
    steps.push_back({std::move(behind), SeasonMachine::host(now), kHostActor});
  }
  return write(league, steps, now);
}

SeasonAct Seasons::write(const League& league, const std::vector<Shelf::Step>& steps, Instant now) {
  const SeasonId id = season_id(league.id);
  Shelf::Answer answer = shelf_.act(stream_of(id), steps, now);
  if (auto* no = std::get_if<SeasonRefusals>(&answer)) return std::move(*no);
  if (auto* failure = std::get_if<StorageFailure>(&answer)) return std::move(*failure);
  league_of_[id] = league.id;
  if (const Season* season = find(league)) index(*season);
  const LeagueAct linked = leagues_.act_as_host(league.id, LinkSeason{id}, now);
  if (const auto* failure = std::get_if<StorageFailure>(&linked)) return *failure;
  return SeasonDone{std::get<SeasonEvents>(std::move(answer))};
}

}  // namespace pilot
