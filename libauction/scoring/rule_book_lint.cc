#include "libauction/scoring/rule_book_lint.h"

#include "libauction/base/match.h"
#include "libauction/scoring/rule_books.h"

namespace auction {
namespace {

// Together with 16 rules' worth of any figure these stay far inside 64 bits.
constexpr std::int64_t kMostUnits = 1'000'000;
constexpr std::int64_t kMostTimes = 10'000;
constexpr std::int64_t kMostEdge = 100'000'000;
constexpr std::size_t kMostText = 200;
constexpr std::size_t kMostSteps = 64;

class BookLint {
 public:
  explicit BookLint(const RuleBook& book) : book_(book) {}

  std::vector<Finding> findings() && {
    lint_head();
    lint_names(book_.stats, kMaxStats, "/stats");
    lint_names(book_.positions, kMaxPositions, "/positions");
    lint_armband(book_.captain, "/captain");
    lint_armband(book_.vice_captain, "/viceCaptain");
    if (book_.rules.empty()) warning("no_rules", "/rules", "is empty: nothing is ever scored");
    if (book_.rules.size() > kMaxRules) error("too_many_rules", "/rules", "must be 128 at most");
    for (std::size_t i = 0; i < book_.rules.size(); ++i) lint_rule(i);
    return std::move(found_);
  }

 private:
  void error(std::string code, std::string pointer, std::string message) {
    found_.push_back({Severity::kError, std::move(code), std::move(pointer), std::move(message)});
  }
  void warning(std::string code, std::string pointer, std::string message) {
    found_.push_back({Severity::kWarning, std::move(code), std::move(pointer), std::move(message)});
  }
  bool range(std::int64_t value, std::int64_t least, std::int64_t most, const std::string& code,
             const std::string& pointer) {
    if (value >= least && value <= most) return true;
    error(code, pointer,
          "must be " + std::to_string(least) + " to " + std::to_string(most) + ", not " +
              std::to_string(value));
    return false;
  }

  void lint_head() {
    if (book_.id.empty() || book_.id.size() > kMostText) {
      error("id_unusable", "/id", "must be 1 to 200 bytes");
    }
    const std::optional<RuleBook> own = rule_book(book_.id);
    if (own && !(*own == book_)) {
      error("id_taken", "/id", "is the library's: a book with other rules needs another id");
    }
    if (!is_point_scale(book_.scale)) {
      error("scale_unusable", "/scale", "must be 1, 2, 4, 5, 10, 20 or 100");
    }
    if (book_.source.empty()) warning("no_source", "/source", "is empty: who published this?");
  }

  void lint_names(const std::vector<std::string>& names, std::size_t most,
                  const std::string& pointer) {
    if (names.empty() || names.size() > most) {
      error("list_size", pointer, "must have 1 to " + std::to_string(most) + " names");
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string at = pointer + "/" + std::to_string(i);
      if (names[i].empty() || names[i].size() > kMostText)
        error("name", at, "must be 1 to 200 bytes");
      for (std::size_t k = 0; k < i; ++k) {
        if (names[k] == names[i]) error("name_twice", at, "stands twice in the list");
      }
    }
  }

  void lint_armband(Multiplier by, const std::string& pointer) {
    range(by.times, 0, 10, "multiplier_out_of_range", pointer + "/0");
    range(by.over, 1, 10, "multiplier_out_of_range", pointer + "/1");
  }

  void lint_rule(std::size_t i) {
    const PointRule& rule = book_.rules[i];
    at_ = "/rules/" + std::to_string(i);
    if (rule.reason.empty() || rule.reason.size() > kMostText) {
      error("reason", at_ + "/reason", "must be 1 to 200 bytes");
    }
    for (std::size_t k = 0; k < i; ++k) {
      if (book_.rules[k].reason == rule.reason) {
        error("reason_twice", at_ + "/reason", "is the reason of another rule too");
      }
    }
    if (rule.of.empty()) error("no_figure", at_ + "/of", "must name a figure");
    for (std::size_t k = 0; k < rule.of.size(); ++k) {
      lint_stat(rule.of[k], "/of/" + std::to_string(k));
    }
    for (std::size_t k = 0; k < rule.when.size(); ++k) {
      lint_stat(rule.when[k].stat, "/when/" + std::to_string(k) + "/stat");
      if (rule.when[k].least > rule.when[k].most) {
        warning("never", at_ + "/when/" + std::to_string(k), "never holds");
      }
    }
    lint_worth(rule);
    match(
        rule.shape, [&](const Each& each) { lint_each(each); },
        [&](const Steps& steps) { lint_steps(steps); }, [&](const Rate& rate) { lint_rate(rate); });
  }

  void lint_stat(StatSlot stat, const std::string& pointer) {
    if (stat >= book_.stats.size()) error("no_such_figure", at_ + pointer, "is not in /stats");
  }

  void lint_units(std::int64_t units, const std::string& pointer) {
    if (!range(units, -kMostUnits, kMostUnits, "points_out_of_range", at_ + pointer)) return;
    for (const Multiplier by : {book_.captain, book_.vice_captain}) {
      if (by.over < 1 || units * by.times % by.over == 0) continue;
      error("points_not_divisible", at_ + pointer,
            "times " + std::to_string(by.times) + "/" + std::to_string(by.over) +
                " is no whole unit: the scale must be larger");
    }
  }

  void lint_worth(const PointRule& rule) {
    const bool each = std::holds_alternative<Each>(rule.shape);
    if (rule.worth.size() != book_.positions.size()) {
      error("worth_size", at_ + "/points", "must be told for each position");
    }
    bool any = false;
    for (const std::int32_t worth : rule.worth) {
      any = any || worth != 0;
      if (each) lint_units(worth, "/points");
      if (!each && worth != 0 && worth != 1) error("worth", at_ + "/positions", "must be 0 or 1");
    }
    if (!any) warning("worth_nothing", at_, "gives nothing to any position");
  }

  void lint_each(const Each& each) {
    range(each.per, 1, kMostUnits, "per_out_of_range", at_ + "/per");
    range(each.most, 0, kMostUnits, "most_out_of_range", at_ + "/most");
  }

  void lint_steps(const Steps& steps) {
    if (steps.steps.empty() || steps.steps.size() > kMostSteps) {
      error("step_count", at_ + "/steps", "must be 1 to 64 steps");
    }
    for (std::size_t i = 0; i < steps.steps.size(); ++i) {
      const std::string place = "/steps/" + std::to_string(i);
      lint_units(steps.steps[i].units, place + "/points");
      if (i > 0 && steps.steps[i].from <= steps.steps[i - 1].from) {
        error("steps_not_rising", at_ + place + "/from", "must be above the step before");
      }
    }
  }

  void lint_rate(const Rate& rate) {
    lint_stat(rate.against, "/rate/against");
    range(rate.times, 1, kMostTimes, "times_out_of_range", at_ + "/rate/times");
    if (rate.bands.empty() || rate.bands.size() > kMostSteps) {
      error("band_count", at_ + "/rate/bands", "must be 1 to 64 bands");
    }
    for (std::size_t i = 0; i < rate.bands.size(); ++i) {
      const RateBand& band = rate.bands[i];
      const std::string place = "/rate/bands/" + std::to_string(i);
      lint_units(band.units, place + "/points");
      for (const std::int32_t edge : {band.from, band.to}) {
        if (edge != kNoEdge) range(edge, -kMostEdge, kMostEdge, "edge_out_of_range", at_ + place);
      }
      lint_band(rate, i, place);
    }
  }

  // A band that holds nothing, or that an earlier one has taken a part of, is a slip of the pen.
  void lint_band(const Rate& rate, std::size_t i, const std::string& place) {
    const RateBand& band = rate.bands[i];
    const bool both = band.from != kNoEdge && band.to != kNoEdge;
    if (both &&
        (band.from > band.to || (band.from == band.to && !(band.from_closed && band.to_closed)))) {
      error("band_empty", at_ + place + "/in", "holds no rate");
    }
    for (std::size_t k = 0; k < i; ++k) {
      if (overlap(rate.bands[k], band)) {
        warning("bands_overlap", at_ + place + "/in",
                "shares rates with band " + std::to_string(k) + ", which counts first");
      }
    }
  }

  // Whether a ends before b begins.
  static bool before(const RateBand& a, const RateBand& b) {
    if (a.to == kNoEdge || b.from == kNoEdge) return false;
    return a.to < b.from || (a.to == b.from && !(a.to_closed && b.from_closed));
  }
  static bool overlap(const RateBand& a, const RateBand& b) {
    return !before(a, b) && !before(b, a);
  }

  const RuleBook& book_;
  std::string at_;
  std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> lint(const RuleBook& book) { return BookLint(book).findings(); }

}  // namespace auction
