#include "libauction/standings/season_points.h"

#include <algorithm>
#include <map>

#include "libauction/scoring/football.h"

namespace auction {
namespace {

constexpr std::int32_t kNone = -1;

std::vector<std::int32_t> slots_of(const RuleBook& book, std::span<const std::string> names) {
  std::vector<std::int32_t> slots;
  for (const std::string& name : names) {
    const std::optional<StatSlot> slot = find_stat(book, name);
    slots.push_back(slot ? *slot : kNone);
  }
  return slots;
}

// The book's figures that a season keeps of second innings; nothing where it keeps none.
std::vector<std::int32_t> second_slots_of(const RuleBook& book,
                                          const std::vector<std::string>& figures) {
  std::vector<std::int32_t> slots;
  bool any = false;
  for (const std::string& figure : figures) {
    const bool second = figure.starts_with(kSecondInnings);
    const auto slot = second
                          ? find_stat(book, std::string_view(figure).substr(kSecondInnings.size()))
                          : std::nullopt;
    slots.push_back(slot ? *slot : kNone);
    any = any || slot.has_value();
  }
  return any ? slots : std::vector<std::int32_t>();
}

void fill(std::vector<std::int32_t>& stats, const std::vector<std::int32_t>& slots,
          const std::vector<std::int32_t>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (slots[i] != kNone) stats[static_cast<std::size_t>(slots[i])] = values[i];
  }
}

std::uint8_t position_of(const RuleBook& book, const Asset& asset) {
  for (const std::string& role : asset.roles) {
    if (const std::optional<std::uint8_t> position = find_position(book, role)) return *position;
  }
  return 0;
}

}  // namespace

SeasonScorer::SeasonScorer(const SeasonSetup& setup, const RuleBook& book)
    : book_(&book), stats_(book.stats.size(), 0), second_(book.stats.size(), 0) {
  std::map<std::string_view, std::int32_t> assets;
  const std::vector<Asset>& all = setup.catalogue->assets;
  for (std::size_t i = 0; i < all.size(); ++i) {
    assets.emplace(all[i].external_id, static_cast<std::int32_t>(i));
    position_.push_back(position_of(book, all[i]));
  }
  for (const Team& team : setup.teams) {
    const auto found = assets.find(team.external_id);
    asset_of_team_.push_back(found == assets.end() ? kNone : found->second);
  }
  const std::vector<std::string> clubs(kClubStats.begin(), kClubStats.end());
  stat_of_figure_ = slots_of(book, book.sport == Sport::kClubs ? clubs : setup.figures);
  if (book.sport != Sport::kClubs) second_of_figure_ = second_slots_of(book, setup.figures);
}

std::int64_t SeasonScorer::points_of_line(const FigureLine& line) {
  const bool known = line.asset.value < position_.size();
  const std::uint8_t position = known ? position_[line.asset.value] : std::uint8_t{0};
  std::fill(stats_.begin(), stats_.end(), 0);
  fill(stats_, stat_of_figure_, line.values);
  if (second_of_figure_.empty()) return points(*book_, {stats_, position});
  fill(second_, second_of_figure_, line.values);
  const std::int64_t apart =
      book_->by_innings ? points(*book_, {stats_, position}) + points(*book_, {second_, position})
                        : 0;
  for (std::size_t i = 0; i < stats_.size(); ++i) stats_[i] += second_[i];
  return book_->by_innings ? apart : points(*book_, {stats_, position});
}

Row SeasonScorer::row_of_club(std::int32_t scored, std::int32_t conceded) {
  const auto figures = club_figures(scored, conceded);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (stat_of_figure_[i] != kNone) {
      stats_[static_cast<std::size_t>(stat_of_figure_[i])] = figures[i];
    }
  }
  return {stats_, 0};
}

}  // namespace auction
