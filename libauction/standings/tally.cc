#include "libauction/standings/tally.h"

namespace auction {

Tally::Tally(Season season, RuleBook book, TieBreaks tie_breaks)
    : season_(std::move(season)), book_(std::move(book)), tie_breaks_(std::move(tie_breaks)) {
  recompute();
}

void Tally::set_book(RuleBook book, TieBreaks tie_breaks) {
  book_ = Shared<RuleBook>(std::move(book));
  tie_breaks_ = std::move(tie_breaks);
  recompute();
}

void Tally::recompute() {
  slots_ = tie_break_slots(*book_, tie_breaks_);
  sums_.clear();
  scorer_.clear();
  if (!season_.created) return;
  scorer_.emplace_back(*season_.setup, *book_);
  make_room();
  for (const Fixture& fixture : season_.fixtures) add_fixture(fixture, 1);
}

void Tally::make_room() { sums_.resize(season_.members.size()); }

Tally::Sum& Tally::sum_of(ManagerSlot manager, AssetSlot asset) {
  std::vector<Sum>& sums = sums_[manager.value];
  if (asset.value >= sums.size()) sums.resize(asset.value + 1u);
  Sum& sum = sums[asset.value];
  sum.tie_breaks.resize(slots_.size());
  return sum;
}

void Tally::add(const Fixture& fixture, AssetSlot asset, std::int64_t units, Stats stats,
                int sign) {
  const ManagerSlot owner = owner_at(season_, asset, fixture.meeting.starts_at);
  if (owner == kNoManager) return;
  Sum& sum = sum_of(owner, asset);
  sum.units += sign * units;
  sum.matches += static_cast<std::uint32_t>(sign);
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    const auto& slot = slots_[i];
    if (slot) sum.tie_breaks[i] += sign * std::int64_t{stats[*slot]};
  }
}

void Tally::add_fixture(const Fixture& fixture, int sign) {
  scorer_.front().each(fixture, [&](AssetSlot asset, std::int64_t units, Stats stats) {
    add(fixture, asset, units, stats, sign);
  });
}

void Tally::add_asset(AssetSlot wanted, int sign) {
  for (const Fixture& fixture : season_.fixtures) {
    scorer_.front().each(fixture, [&](AssetSlot asset, std::int64_t units, Stats stats) {
      if (asset == wanted) add(fixture, asset, units, stats, sign);
    });
  }
}

namespace {

// What an event touches: a fixture, an asset, or neither.
std::optional<FixtureSlot> touched_fixture(const SeasonEvent& event) {
  if (const auto* e = std::get_if<FixtureMoved>(&event)) return e->fixture;
  if (const auto* e = std::get_if<ResultSet>(&event)) return e->fixture;
  if (const auto* e = std::get_if<FiguresSet>(&event)) return e->fixture;
  return std::nullopt;
}

std::optional<AssetSlot> touched_asset(const SeasonEvent& event) {
  if (const auto* e = std::get_if<OwnerSet>(&event)) return e->stint.asset;
  if (const auto* e = std::get_if<OwnerCleared>(&event)) return e->asset;
  return std::nullopt;
}

}  // namespace

void Tally::apply(const SeasonEvent& event, Instant at) {
  const std::optional<FixtureSlot> fixture = touched_fixture(event);
  const std::optional<AssetSlot> asset = touched_asset(event);
  AUCTION_CHECK(!fixture || fixture->value < season_.fixtures.size(), "the fixture was added");
  if (fixture) add_fixture(season_.fixtures[fixture->value], -1);
  if (asset && !scorer_.empty()) add_asset(*asset, -1);
  auction::apply(season_, event, at);
  if (scorer_.empty()) return recompute();
  make_room();
  if (fixture) add_fixture(season_.fixtures[fixture->value], 1);
  if (asset) add_asset(*asset, 1);
}

Standings Tally::standings() const {
  const std::int64_t scale = hundredths_a_unit(*book_);
  std::vector<ManagerRow> rows(season_.members.size());
  for (std::size_t m = 0; m < rows.size(); ++m) {
    ManagerRow& row = rows[m];
    row.manager = {static_cast<std::uint8_t>(m)};
    row.tie_breaks.resize(slots_.size());
    for (std::size_t a = 0; a < season_.setup->catalogue->assets.size(); ++a) {
      const AssetSlot asset{static_cast<std::uint16_t>(a)};
      const Sum sum = a < sums_[m].size() ? sums_[m][a] : Sum{};
      const bool owned_now = owner_at(season_, asset, kNever) == row.manager;
      if (sum.matches == 0 && !owned_now) continue;
      row.hundredths += sum.units * scale;
      row.earned.push_back({asset, sum.units * scale, sum.matches});
      for (std::size_t i = 0; i < sum.tie_breaks.size(); ++i) {
        row.tie_breaks[i] += sum.tie_breaks[i];
      }
    }
  }
  return ranked(season_.members, season_.deductions, std::move(rows));
}

}  // namespace auction
