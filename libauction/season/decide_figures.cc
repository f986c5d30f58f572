#include "libauction/season/decide.h"

#include <map>
#include <set>

#include "libauction/season/decide_internal.h"

namespace auction {
namespace {

using Names = std::map<std::string, std::uint32_t, std::less<>>;

class FigureImport {
 public:
  FigureImport(const Season& season, Instant now, bool strangers, SeasonEvents& out)
      : season_(season), now_(now), strangers_(strangers), out_(out) {
    for (std::uint32_t i = 0; i < asset_count(season); ++i) {
      assets_.emplace(external_id(season, AssetSlot{static_cast<std::uint16_t>(i)}), i);
    }
    for (std::uint32_t i = 0; i < season.fixtures.size(); ++i) {
      const std::string& id = season.fixtures[i].meeting.external_id;
      if (!id.empty()) fixtures_.emplace(id, i);
    }
  }

  void take(std::size_t row, const ScoreRow& given) {
    bool good = fits(row, "matchId", given.match) && fits(row, "playerExternalId", given.player);
    good = good && check_values(row, given.values);
    std::uint32_t fixture = 0;
    std::uint32_t asset = 0;
    good = good && find_match(row, given.match, fixture) && find_player(row, given.player, asset);
    if (!good) return;
    if (!seen_.emplace(fixture, asset).second) {
      faults_.fail(row, "playerExternalId", SeasonReason::kTwice);
      return;
    }
    const AssetSlot slot{static_cast<std::uint16_t>(asset)};
    const FigureLine* now =
        fixture < season_.fixtures.size() ? find_figures(season_.fixtures[fixture], slot) : nullptr;
    if (now != nullptr && now->values == given.values) return;
    out_.emplace_back(FiguresSet{FixtureSlot{fixture}, {slot, given.values}});
  }

  SeasonRefusals finish() {
    if (!faults_.list.empty()) out_.clear();
    return std::move(faults_.list);
  }

 private:
  bool fits(std::size_t row, std::string_view column, const std::string& text) {
    if (text.size() > kMaxSeasonText) {
      return faults_.fail(row, column, SeasonReason::kTooLong, kMaxSeasonText);
    }
    return !text.empty() || faults_.fail(row, column, SeasonReason::kOutOfRange);
  }

  bool check_values(std::size_t row, const std::vector<std::int32_t>& values) {
    const std::size_t wanted = season_.setup->figures.size();
    if (values.size() != wanted) {
      return faults_.fail(row, {}, SeasonReason::kOutOfRange, static_cast<std::int64_t>(wanted));
    }
    for (std::size_t i = 0; i < wanted; ++i) {
      if (values[i] < -kMaxFigure || values[i] > kMaxFigure) {
        return faults_.fail(row, season_.setup->figures[i], SeasonReason::kOutOfRange, kMaxFigure);
      }
    }
    return true;
  }

  bool find_match(std::size_t row, const std::string& id, std::uint32_t& fixture) {
    const auto next = static_cast<std::uint32_t>(season_.fixtures.size()) + new_fixtures_;
    const auto found = fixtures_.find(id);
    fixture = found == fixtures_.end() ? next : found->second;
    if (found != fixtures_.end()) return true;
    if (!strangers_) return faults_.fail(row, "matchId", SeasonReason::kUnknownFixture);
    fixtures_.emplace(id, next);
    ++new_fixtures_;
    Meeting meeting;
    meeting.external_id = id;
    meeting.starts_at = now_;
    out_.emplace_back(FixtureAdded{meeting});
    return true;
  }

  bool find_player(std::size_t row, const std::string& id, std::uint32_t& asset) {
    const auto found = assets_.find(id);
    asset = found == assets_.end() ? static_cast<std::uint32_t>(assets_.size()) : found->second;
    if (found != assets_.end()) return true;
    if (!strangers_ || asset >= kMaxAssets) {
      return faults_.fail(row, "playerExternalId", SeasonReason::kUnknownAsset);
    }
    assets_.emplace(id, asset);
    out_.emplace_back(StrangerNoticed{id});
    return true;
  }

  const Season& season_;
  const Instant now_;
  const bool strangers_;
  SeasonEvents& out_;
  Names assets_;
  Names fixtures_;
  std::uint32_t new_fixtures_ = 0;
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen_;
  RowFaults faults_;
};

}  // namespace

SeasonRefusals decide_figures(const Season& season, const ImportFigures& command, Instant now,
                              SeasonEvents& out) {
  FigureImport import(season, now, command.strangers, out);
  for (std::size_t i = 0; i < command.rows.size(); ++i) import.take(i, command.rows[i]);
  return import.finish();
}

ImportCount count_figures(const Season& before, std::size_t rows,
                          std::span<const SeasonEvent> events) {
  ImportCount count;
  for (const SeasonEvent& event : events) {
    const auto* set = std::get_if<FiguresSet>(&event);
    if (set == nullptr) continue;
    const bool there = set->fixture.value < before.fixtures.size() &&
                       find_figures(before.fixtures[set->fixture.value], set->line.asset);
    ++(there ? count.updated : count.created);
  }
  count.unchanged = static_cast<std::uint32_t>(rows) - count.created - count.updated;
  return count;
}

}  // namespace auction
