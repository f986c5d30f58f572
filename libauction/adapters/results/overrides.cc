#include "libauction/adapters/results/overrides.h"

#include "libauction/adapters/results/json_reading_internal.h"

namespace auction {
namespace {

constexpr std::int32_t kMostPoints = 1000;
constexpr std::int32_t kMostThreshold = 1000;

class OverridesReader {
 public:
  explicit OverridesReader(const JsonTape& tape) : read_(tape), root_(tape.root()) {}

  absl::StatusOr<std::optional<CricketOverrides>> overrides() {
    if (root_.is(JsonKind::kNull)) return std::optional<CricketOverrides>();
    CricketOverrides overrides;
    if (read_.object(root_)) {
      if (const auto rules = read_.needed(root_, "rules")) read_rules(*rules, overrides);
      if (const auto milestones = read_.member(root_, "milestones")) {
        read_milestones(*milestones, overrides);
      }
      known(root_, {"rules", "milestones"});
    }
    if (read_.failed()) return read_.status();
    return std::optional<CricketOverrides>(overrides);
  }

 private:
  void read_rules(JsonView rules, CricketOverrides& overrides) {
    if (!read_.object(rules)) return;
    const auto value = [&](std::string_view name, std::int32_t& tenths) {
      if (const auto found = read_.needed(rules, name)) tenths = points(*found);
    };
    value("run", overrides.run);
    value("wicket", overrides.wicket);
    value("catch", overrides.caught);
    value("stumping", overrides.stumping);
    value("runOut", overrides.run_out);
    known(rules, {"run", "wicket", "catch", "stumping", "runOut"});
  }

  void read_milestones(JsonView all, CricketOverrides& overrides) {
    if (all.is(JsonKind::kNull) || !read_.object(all)) return;
    const auto milestone = [&](std::string_view name, std::int32_t threshold,
                               std::optional<MilestoneOverride>& out) {
      const auto found = read_.member(all, name);
      if (found && !found->is(JsonKind::kNull)) out = read_milestone(*found, threshold);
    };
    milestone("halfCentury", kHalfCentury, overrides.half_century);
    milestone("century", kCentury, overrides.century);
    milestone("fiveWicketHaul", kFiveWickets, overrides.five_wickets);
    known(all, {"halfCentury", "century", "fiveWicketHaul"});
  }

  MilestoneOverride read_milestone(JsonView place, std::int32_t threshold) {
    MilestoneOverride milestone{false, threshold, 0};
    if (!read_.object(place)) return milestone;
    if (const auto flag = read_.needed(place, "enabled")) milestone.enabled = read_.boolean(*flag);
    const auto from = read_.member(place, "threshold");
    if (from && !from->is(JsonKind::kNull)) {
      milestone.threshold = read_.number(*from, 1, kMostThreshold);
    }
    const auto worth = read_.member(place, "points");
    if (worth && !worth->is(JsonKind::kNull)) {
      milestone.tenths = points(*worth);
    } else if (milestone.enabled) {
      read_.fail(place, "must have \"points\"");
    }
    known(place, {"enabled", "threshold", "points"});
    return milestone;
  }

  std::int32_t points(JsonView value) {
    std::optional<std::int64_t> tenths;
    if (value.is(JsonKind::kInteger)) {
      const std::int64_t whole = value.number();
      if (whole >= -kMostPoints && whole <= kMostPoints) tenths = whole * 10;
    } else if (value.is(JsonKind::kDecimal)) {
      tenths = read_points(value.text(), 10);
    }
    if (tenths && *tenths >= -10 * kMostPoints && *tenths <= 10 * kMostPoints) {
      return static_cast<std::int32_t>(*tenths);
    }
    read_.fail_wanted(value, "-1000 to 1000 with one decimal at most");
    return 0;
  }

  void known(JsonView object, std::initializer_list<std::string_view> names) {
    for (const JsonView child : object.children()) {
      bool found = false;
      for (const std::string_view name : names) found = found || name == child.key();
      if (!found) read_.fail(child, "is not known");
    }
  }

  JsonReadings read_;
  JsonView root_;
};

}  // namespace

absl::StatusOr<std::optional<CricketOverrides>> overrides_from_json(std::string_view json) {
  const absl::StatusOr<JsonTape> tape = JsonTape::parse(json);
  if (!tape.ok()) return tape.status();
  return OverridesReader(*tape).overrides();
}

}  // namespace auction
