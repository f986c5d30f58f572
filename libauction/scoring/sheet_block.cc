#include <algorithm>

#include "libauction/scoring/sheet_block_internal.h"

namespace auction {
namespace {

constexpr std::int64_t kMostTotal = INT16_MAX;

constexpr bool fits(std::int64_t value) { return value >= INT16_MIN && value <= INT16_MAX; }

// More passes than this cost more than dividing.
constexpr std::int32_t kMostPasses = 24;

std::int64_t size_of(std::int64_t value) { return value < 0 ? -value : value; }

}  // namespace

SheetBlock::SheetBlock(const RuleBook& book, const Sheet& sheet, std::size_t block)
    : sheet_(sheet),
      block_(block),
      first_(block * Sheet::kBlockRows),
      count_(std::min(Sheet::kBlockRows, sheet.rows() - first_)),
      positions_(book.positions.size()) {
  std::fill_n(total_.begin(), count_, std::int16_t{0});
  for (std::size_t i = 0; i < count_; ++i) place_[i] = sheet.positions()[first_ + i];
}

void SheetBlock::add(const PointRule& rule) {
  const auto* each = std::get_if<Each>(&rule.shape);
  const bool vector =
      rule.when.empty() && !std::holds_alternative<Rate>(rule.shape) && bound_sum(rule);
  if (!vector) return add_by_row(rule);
  if (each != nullptr && range_.least == 0 && range_.most == 0) return;
  sum(rule);
  if (each != nullptr ? !count_awards(*each) : !climb(std::get<Steps>(rule.shape))) {
    return add_by_row(rule);
  }
  add_product(rule);
}

bool SheetBlock::bound_sum(const PointRule& rule) {
  range_ = {0, 0};
  for (const StatSlot stat : rule.of) {
    const auto [least, most] = sheet_.range(block_, stat);
    range_ = {range_.least + least, range_.most + most};
  }
  return fits(range_.least) && fits(range_.most);
}

void SheetBlock::sum(const PointRule& rule) {
  value_ = sheet_.column(block_, rule.of[0], sum_.data());
  for (std::size_t k = 1; k < rule.of.size(); ++k) {
    const std::int16_t* column = sheet_.column(block_, rule.of[k], reached_.data());
    const std::int16_t* before = value_;
    for (std::size_t i = 0; i < count_; ++i) {
      sum_[i] = static_cast<std::int16_t>(before[i] + column[i]);
    }
    value_ = sum_.data();
  }
}

bool SheetBlock::count_awards(const Each& each) {
  if (each.per == 1 && each.most == 0) return true;
  const std::int32_t most = range_.most / each.per;
  const std::int32_t passes = each.most != 0 ? std::min(most, each.most) : most;
  if (range_.least < 0 || passes > kMostPasses) return false;
  std::fill_n(reached_.begin(), count_, std::int16_t{0});
  for (std::int32_t k = 1; k <= passes; ++k) {
    const auto from = static_cast<std::int16_t>(k * each.per);
    for (std::size_t i = 0; i < count_; ++i) {
      reached_[i] = static_cast<std::int16_t>(reached_[i] + (value_[i] >= from ? 1 : 0));
    }
  }
  value_ = reached_.data();
  range_ = {0, passes};
  return true;
}

bool SheetBlock::climb(const Steps& steps) {
  std::fill_n(reached_.begin(), count_, std::int16_t{0});
  std::int32_t size = 0;
  for (const PointStep& step : steps.steps) {
    if (step.from > range_.most) break;
    if (!fits(step.units)) return false;
    const auto from = static_cast<std::int16_t>(std::max<std::int32_t>(step.from, INT16_MIN));
    const auto value = static_cast<std::int16_t>(step.units);
    for (std::size_t i = 0; i < count_; ++i) {
      reached_[i] = value_[i] >= from ? value : reached_[i];
    }
    size = std::max(size, static_cast<std::int32_t>(size_of(step.units)));
  }
  value_ = reached_.data();
  range_ = {-size, size};
  return true;
}

void SheetBlock::weigh(const PointRule& rule) {
  std::fill_n(worth_.begin(), count_, std::int16_t{0});
  for (std::size_t p = 0; p < positions_; ++p) {
    const auto worth = static_cast<std::int16_t>(rule.worth[p]);
    const auto position = static_cast<std::int16_t>(p);
    if (worth == 0) continue;
    for (std::size_t i = 0; i < count_; ++i) {
      worth_[i] = static_cast<std::int16_t>(worth_[i] + (place_[i] == position ? worth : 0));
    }
  }
}

void SheetBlock::add_product(const PointRule& rule) {
  const auto [least, most] = std::minmax_element(rule.worth.begin(), rule.worth.end());
  if (!fits(*least) || !fits(*most)) return add_by_row(rule);
  const std::int64_t worth = std::max(size_of(*least), size_of(*most));
  const std::int64_t size = worth * std::max(size_of(range_.least), size_of(range_.most));
  if (size > kMostTotal) return add_by_row(rule);
  if (bound_ + size > kMostTotal) spill();
  bound_ += size;
  if (*least == *most) {
    const auto same = static_cast<std::int16_t>(*least);
    for (std::size_t i = 0; i < count_; ++i) {
      total_[i] = static_cast<std::int16_t>(total_[i] + value_[i] * same);
    }
    return;
  }
  weigh(rule);
  for (std::size_t i = 0; i < count_; ++i) {
    total_[i] = static_cast<std::int16_t>(total_[i] + value_[i] * worth_[i]);
  }
}

void SheetBlock::add_by_row(const PointRule& rule) {
  spill();
  std::array<std::int32_t, kMaxStats> stats{};
  for (std::size_t i = 0; i < count_; ++i) {
    const std::uint8_t position = sheet_.positions()[first_ + i];
    if (rule.worth[position] == 0) continue;
    const auto copy = [&](StatSlot stat) { stats[stat] = sheet_.figure(block_, stat, i); };
    for (const StatSlot stat : rule.of) copy(stat);
    for (const When& when : rule.when) copy(when.stat);
    if (const auto* rate = std::get_if<Rate>(&rule.shape)) copy(rate->against);
    spilled_[i] += rule_units(rule, {{stats.data(), sheet_.stats()}, position});
  }
}

// Moves what was added so far into 64 bits, so that 16 are enough again.
void SheetBlock::spill() {
  if (!has_spilled_) std::fill_n(spilled_.begin(), count_, 0);
  for (std::size_t i = 0; i < count_; ++i) spilled_[i] += total_[i];
  std::fill_n(total_.begin(), count_, std::int16_t{0});
  has_spilled_ = true;
  bound_ = 0;
}

void SheetBlock::store(std::span<std::int64_t> out) const {
  std::int64_t* units = out.data() + first_;
  const std::size_t count = count_;
  if (has_spilled_) {
    for (std::size_t i = 0; i < count; ++i) units[i] = spilled_[i] + total_[i];
  } else {
    for (std::size_t i = 0; i < count; ++i) units[i] = total_[i];
  }
}

}  // namespace auction
