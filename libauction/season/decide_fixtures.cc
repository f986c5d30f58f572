#include "libauction/season/decide.h"

#include <map>
#include <set>
#include <tuple>

#include "libauction/season/decide_internal.h"

namespace auction {
namespace {

// The years 1 to 9999: what a calendar can write.
constexpr Instant kFirstStart{-62'135'596'800'000};
constexpr Instant kLastStart{253'402'300'799'999};

using Encounter = std::tuple<TeamSlot, TeamSlot, Instant>;

// Where every fixture of the season and of the rows so far can be found.
struct Places {
  std::map<std::string, std::size_t, std::less<>> by_id;
  std::map<Encounter, std::size_t> by_encounter;

  void add(std::size_t slot, const Meeting& meeting) {
    if (!meeting.external_id.empty()) by_id[meeting.external_id] = slot;
    if (meeting.home != kNoTeam) {
      by_encounter[{meeting.home, meeting.away, meeting.starts_at}] = slot;
    }
  }
  void remove(std::size_t slot, const Meeting& meeting) {
    const auto found = by_encounter.find({meeting.home, meeting.away, meeting.starts_at});
    if (found != by_encounter.end() && found->second == slot) by_encounter.erase(found);
  }
};

class FixtureImport {
 public:
  FixtureImport(const Season& season, SeasonEvents& out) : season_(season), out_(out) {
    for (std::size_t i = 0; i < season.setup->teams.size(); ++i) {
      teams_.emplace(season.setup->teams[i].external_id, TeamSlot{static_cast<std::uint16_t>(i)});
    }
    for (std::size_t i = 0; i < season.fixtures.size(); ++i) {
      places_.add(i, season.fixtures[i].meeting);
    }
    next_ = season.fixtures.size();
  }

  void take(std::size_t row, const FixtureRow& given) {
    Meeting meeting;
    FixtureResult result;
    if (!read_meeting(row, given, meeting) || !read_result(row, given, result)) return;
    std::size_t slot = next_;
    if (!find(row, meeting, slot)) return;
    if (!touched_.insert(slot).second) {
      faults_.fail(row, meeting.external_id.empty() ? "startsAt" : "externalMatchId",
                   SeasonReason::kTwice);
      return;
    }
    if (slot == next_) {
      add(meeting);
    } else if (!move(row, slot, meeting)) {
      return;
    }
    set_result(slot, given, result);
  }

  SeasonRefusals finish() {
    if (!faults_.list.empty()) out_.clear();
    return std::move(faults_.list);
  }

 private:
  bool read_meeting(std::size_t row, const FixtureRow& given, Meeting& meeting) {
    bool good = read_team(row, "homeAssetExternalId", given.home, meeting.home);
    good = read_team(row, "awayAssetExternalId", given.away, meeting.away) && good;
    if (good && meeting.home == meeting.away) {
      good = faults_.fail(row, "awayAssetExternalId", SeasonReason::kSameTeam);
    }
    good = read_text(row, "venue", given.venue, meeting.venue) && good;
    good = read_text(row, "round", given.round, meeting.round) && good;
    good = read_text(row, "externalMatchId", given.external_id, meeting.external_id) && good;
    meeting.starts_at = given.starts_at;
    if (given.starts_at < kFirstStart || given.starts_at > kLastStart) {
      good = faults_.fail(row, "startsAt", SeasonReason::kOutOfRange);
    }
    return good;
  }

  bool read_team(std::size_t row, std::string_view column, const std::string& id, TeamSlot& team) {
    const auto found = teams_.find(id);
    if (found == teams_.end()) return faults_.fail(row, column, SeasonReason::kUnknownTeam);
    team = found->second;
    return true;
  }

  bool read_text(std::size_t row, std::string_view column, const std::string& given,
                 std::string& text) {
    if (given.size() > kMaxSeasonText) {
      return faults_.fail(row, column, SeasonReason::kTooLong, kMaxSeasonText);
    }
    text = given;
    return true;
  }

  bool read_result(std::size_t row, const FixtureRow& given, FixtureResult& result) {
    result.goals = given.goals;
    result.status =
        given.status.value_or(given.goals ? FixtureStatus::kFinal : FixtureStatus::kScheduled);
    if (given.goals && !in_range(*given.goals)) {
      return faults_.fail(row, "goalsHome", SeasonReason::kOutOfRange, kMaxGoals);
    }
    const auto broken = broken_result(result);
    return broken ? faults_.fail(row, "goalsHome", *broken) : true;
  }

  // By external id, else by who meets whom and when. Two ways that lead to two fixtures are a
  // fault: whichever was taken, one of them would be counted twice.
  bool find(std::size_t row, Meeting& meeting, std::size_t& slot) {
    const auto by_id = places_.by_id.find(meeting.external_id);
    const auto met = places_.by_encounter.find({meeting.home, meeting.away, meeting.starts_at});
    const bool has_id = !meeting.external_id.empty();
    const bool known = has_id && by_id != places_.by_id.end();
    if (met != places_.by_encounter.end()) {
      const std::string& other = id_of(met->second);
      if (has_id && !other.empty() && other != meeting.external_id) {
        return faults_.fail(row, "externalMatchId", SeasonReason::kOtherFixture);
      }
      if (known && by_id->second != met->second) {
        return faults_.fail(row, "externalMatchId", SeasonReason::kOtherFixture);
      }
      if (!has_id) meeting.external_id = other;
      slot = met->second;
    } else if (known) {
      slot = by_id->second;
    }
    return true;
  }

  const std::string& id_of(std::size_t slot) const {
    return slot < season_.fixtures.size() ? season_.fixtures[slot].meeting.external_id
                                          : added_[slot - season_.fixtures.size()];
  }

  void add(const Meeting& meeting) {
    added_.push_back(meeting.external_id);
    places_.add(next_, meeting);
    out_.emplace_back(FixtureAdded{meeting});
    ++next_;
  }

  bool move(std::size_t row, std::size_t slot, const Meeting& meeting) {
    const Fixture& fixture = season_.fixtures[slot];
    if (fixture.meeting == meeting) return true;
    const bool same = fixture.meeting.home == meeting.home && fixture.meeting.away == meeting.away;
    const bool has_teams = fixture.meeting.home != kNoTeam;
    const bool played = fixture.result != FixtureResult{} || !fixture.figures.empty();
    if (!same && has_teams && played) {
      return faults_.fail(row, "homeAssetExternalId", SeasonReason::kTeamsChanged);
    }
    places_.remove(slot, fixture.meeting);
    places_.add(slot, meeting);
    out_.emplace_back(FixtureMoved{FixtureSlot{static_cast<std::uint32_t>(slot)}, meeting});
    return true;
  }

  void set_result(std::size_t slot, const FixtureRow& given, const FixtureResult& result) {
    if (!given.status && !given.goals) return;
    const FixtureResult now =
        slot < season_.fixtures.size() ? season_.fixtures[slot].result : FixtureResult{};
    if (now == result) return;
    out_.emplace_back(ResultSet{FixtureSlot{static_cast<std::uint32_t>(slot)}, result, {}});
  }

  const Season& season_;
  SeasonEvents& out_;
  std::map<std::string, TeamSlot, std::less<>> teams_;
  Places places_;
  std::vector<std::string> added_;  // external ids of the new fixtures
  std::set<std::size_t> touched_;
  std::size_t next_ = 0;
  RowFaults faults_;
};

}  // namespace

SeasonRefusals decide_fixtures(const Season& season, const ImportFixtures& command,
                               SeasonEvents& out) {
  FixtureImport import(season, out);
  for (std::size_t i = 0; i < command.rows.size(); ++i) import.take(i, command.rows[i]);
  return import.finish();
}

ImportCount count_fixtures(std::size_t rows, std::span<const SeasonEvent> events) {
  ImportCount count;
  std::set<std::uint32_t> changed;
  for (const SeasonEvent& event : events) {
    count.created += std::holds_alternative<FixtureAdded>(event) ? 1u : 0u;
    if (const auto* moved = std::get_if<FixtureMoved>(&event)) changed.insert(moved->fixture.value);
    if (const auto* result = std::get_if<ResultSet>(&event)) changed.insert(result->fixture.value);
  }
  // The results of new fixtures came right behind them.
  std::uint32_t of_new = 0;
  for (std::size_t i = 0; i + 1 < events.size(); ++i) {
    of_new += std::holds_alternative<FixtureAdded>(events[i]) &&
                      std::holds_alternative<ResultSet>(events[i + 1])
                  ? 1u
                  : 0u;
  }
  count.updated = static_cast<std::uint32_t>(changed.size()) - of_new;
  count.unchanged = static_cast<std::uint32_t>(rows) - count.created - count.updated;
  return count;
}

}  // namespace auction
