#include "libauction/adapters/json/rule_book.h"

#include <algorithm>

#include "libauction/adapters/json/parse_internal.h"
#include "libauction/adapters/json/reader_internal.h"
#include "libauction/adapters/json/rule_book_interval_internal.h"
#include "libauction/adapters/json/rule_book_words_internal.h"
#include "libauction/scoring/rule_books.h"

namespace auction {
namespace {

constexpr std::int64_t kMostPoints = 1'000'000;
constexpr std::int64_t kMostFigure = 1'000'000;

using Missing = JsonMembers::Missing;

// Reads rules with the names, positions and scale of a book.
class RuleReader {
 public:
  explicit RuleReader(const RuleBook& book) : book_(book) {}

  PointRule rule(const JsonPlace& place) const {
    PointRule rule;
    JsonMembers members(place, Missing::kRefused);
    members("reason", rule.reason);
    if (const JsonValue* of = members.find("of")) {
      read_stats(JsonPlace(place, "of", *of), rule.of);
    } else {
      place.fail("must have \"of\"");
    }
    read_shape(place, members, rule);
    if (const JsonValue* when = members.find("when")) {
      read_when(JsonPlace(place, "when", *when), rule.when);
    }
    members.finish();
    return rule;
  }

 private:
  void read_shape(const JsonPlace& place, JsonMembers& members, PointRule& rule) const {
    const JsonValue* points = members.find("points");
    const JsonValue* steps = members.find("steps");
    const JsonValue* rate = members.find("rate");
    if ((points != nullptr) + (steps != nullptr) + (rate != nullptr) != 1) {
      return place.fail("must have one of \"points\", \"steps\" and \"rate\"");
    }
    rule.worth.assign(book_.positions.size(), 1);
    if (points != nullptr) {
      read_worth(JsonPlace(place, "points", *points), rule.worth);
      rule.shape = read_each(place, members);
    } else {
      if (const JsonValue* positions = members.find("positions")) {
        read_positions(JsonPlace(place, "positions", *positions), rule.worth);
      }
      rule.shape = steps != nullptr ? read_steps(JsonPlace(place, "steps", *steps))
                                    : read_rate(JsonPlace(place, "rate", *rate));
    }
  }

  static Shape read_each(const JsonPlace& place, JsonMembers& members) {
    Each each;
    if (const JsonValue* per = members.find("per")) {
      each.per = number(JsonPlace(place, "per", *per), 1);
    }
    if (const JsonValue* most = members.find("most")) {
      each.most = number(JsonPlace(place, "most", *most), 0);
    }
    return each;
  }

  Shape read_steps(const JsonPlace& place) const {
    Steps steps;
    for_each_item(place, [&](const JsonPlace& item) {
      PointStep step;
      JsonMembers members(item, Missing::kRefused);
      members("from", step.from);
      step.units = units_of(item, members);
      members.finish();
      steps.steps.push_back(step);
    });
    return steps;
  }

  Shape read_rate(const JsonPlace& place) const {
    Rate rate;
    JsonMembers members(place, Missing::kRefused);
    members("times", rate.times);
    std::string against;
    members("against", against);
    rate.against = stat(place, against);
    const JsonValue* bands = members.find("bands");
    if (bands == nullptr) place.fail("must have \"bands\"");
    members.finish();
    if (bands == nullptr) return rate;
    for_each_item(JsonPlace(place, "bands", *bands), [&](const JsonPlace& item) {
      JsonMembers band_members(item, Missing::kRefused);
      std::string interval;
      band_members("in", interval);
      std::optional<RateBand> band = band_of(interval);
      if (!band) item.fail("must be in an interval like [5,6], (10,11] or (11,), not " + interval);
      RateBand& added = rate.bands.emplace_back(band.value_or(RateBand{}));
      added.units = units_of(item, band_members);
      band_members.finish();
    });
    return rate;
  }

  void read_worth(const JsonPlace& place, std::vector<std::int32_t>& worth) const {
    if (place.value().as<JsonObject>() == nullptr) {
      std::fill(worth.begin(), worth.end(), units(place));
      return;
    }
    std::fill(worth.begin(), worth.end(), 0);
    for (const auto& [name, value] : *place.object()) {
      const JsonPlace at(place, name, value);
      if (const auto slot = find_position(book_, name)) {
        worth[*slot] = units(at);
      } else {
        at.fail("is no position of the book");
      }
    }
  }

  void read_positions(const JsonPlace& place, std::vector<std::int32_t>& worth) const {
    std::fill(worth.begin(), worth.end(), 0);
    for_each_item(place, [&](const JsonPlace& item) {
      if (const auto slot = find_position(book_, item.text())) {
        worth[*slot] = 1;
      } else {
        item.fail_wanted("a position of the book");
      }
    });
  }

  void read_stats(const JsonPlace& place, std::vector<StatSlot>& stats) const {
    for_each_item(place, [&](const JsonPlace& item) { stats.push_back(stat(item, item.text())); });
  }

  void read_when(const JsonPlace& place, std::vector<When>& conditions) const {
    for_each_item(place, [&](const JsonPlace& item) {
      When when;
      JsonMembers members(item, Missing::kKept);
      std::string name;
      members("stat", name);
      when.stat = stat(item, name);
      members("least", when.least);
      members("most", when.most);
      members.finish();
      conditions.push_back(when);
    });
  }

  StatSlot stat(const JsonPlace& place, const std::string& name) const {
    const std::optional<StatSlot> slot = find_stat(book_, name);
    if (!slot) place.fail("must name a figure of the book, not \"" + name.substr(0, 40) + "\"");
    return slot.value_or(0);
  }

  std::int32_t units_of(const JsonPlace& place, JsonMembers& members) const {
    const JsonValue* points = members.find("points");
    if (points == nullptr) place.fail("must have \"points\"");
    return points == nullptr ? 0 : units(JsonPlace(place, "points", *points));
  }

  std::int32_t units(const JsonPlace& place) const {
    const auto* whole = place.value().as<std::int64_t>();
    const auto* text = place.value().as<std::string>();
    std::optional<std::int64_t> units;
    if (whole != nullptr && *whole >= -kMostPoints && *whole <= kMostPoints) {
      units = *whole * book_.scale;
    } else if (text != nullptr) {
      units = read_points(*text, book_.scale);
    }
    if (units && *units >= -kMostPoints && *units <= kMostPoints) {
      return static_cast<std::int32_t>(*units);
    }
    place.fail_wanted("points in steps of 1/" + std::to_string(book_.scale));
    return 0;
  }

  static std::int32_t number(const JsonPlace& place, std::int64_t least) {
    return static_cast<std::int32_t>(place.integer(least, kMostFigure));
  }

  template <class Read>
  static void for_each_item(const JsonPlace& place, Read&& read) {
    const JsonArray* array = place.array();
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
      read(JsonPlace(place, i, (*array)[i]));
    }
  }

  const RuleBook& book_;
};

void read_sport(const JsonPlace& place, Sport& sport) {
  for (std::size_t i = 0; i < kSportWords.size(); ++i) {
    if (kSportWords[i] == place.text()) return void(sport = static_cast<Sport>(i));
  }
  place.fail_wanted(one_of(kSportWords));
}

void read_multiplier(const JsonPlace& place, Multiplier& by) {
  const JsonArray* pair = place.array();
  if (pair == nullptr) return;
  if (pair->size() != 2) return place.fail("must be two numbers: [3,2] is 1.5");
  by.times = static_cast<std::int32_t>(JsonPlace(place, std::size_t{0}, (*pair)[0]).integer(0, 10));
  by.over = static_cast<std::int32_t>(JsonPlace(place, std::size_t{1}, (*pair)[1]).integer(1, 10));
}

class BookReader {
 public:
  BookReader(const JsonPlace& place, bool based)
      : place_(place), members_(place, based ? Missing::kKept : Missing::kRefused) {}

  void read(RuleBook& book) {
    members_.find("base");
    members_("id", book.id);
    members_("title", book.title);
    members_("source", book.source);
    with("sport", [&](const JsonPlace& at) { read_sport(at, book.sport); });
    members_("scale", book.scale);
    if (!is_point_scale(book.scale)) {
      place_.fail("must have a scale of 1, 2, 4, 5, 10, 20 or 100");
      book.scale = 1;
    }
    members_("stats", book.stats);
    members_("positions", book.positions);
    with("captain", [&](const JsonPlace& at) { read_multiplier(at, book.captain); });
    with("viceCaptain", [&](const JsonPlace& at) { read_multiplier(at, book.vice_captain); });
    if (const JsonValue* flag = members_.find("byInnings")) {
      book.by_innings = JsonPlace(place_, "byInnings", *flag).boolean();
    }
    with("rules", [&](const JsonPlace& at) { read_rules(at, book); });
    with("change", [&](const JsonPlace& at) { change(at, book); });
    with("remove", [&](const JsonPlace& at) { remove(at, book); });
    members_.finish();
  }

 private:
  template <class Read>
  void with(std::string_view name, Read&& read) {
    if (const JsonValue* value = members_.find(name)) read(JsonPlace(place_, name, *value));
  }

  void read_rules(const JsonPlace& place, RuleBook& book) {
    book.rules.clear();
    const JsonArray* array = place.array();
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
      book.rules.push_back(RuleReader(book).rule(JsonPlace(place, i, (*array)[i])));
    }
  }

  void change(const JsonPlace& place, RuleBook& book) {
    const JsonArray* array = place.array();
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
      PointRule rule = RuleReader(book).rule(JsonPlace(place, i, (*array)[i]));
      if (PointRule* old = find_rule(book, rule.reason)) {
        *old = std::move(rule);
      } else {
        book.rules.push_back(std::move(rule));
      }
    }
  }

  void remove(const JsonPlace& place, RuleBook& book) {
    const JsonArray* array = place.array();
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
      const JsonPlace at(place, i, (*array)[i]);
      const std::string& reason = at.text();
      if (std::erase_if(book.rules, [&](const PointRule& r) { return r.reason == reason; }) == 0) {
        at.fail_wanted("the reason of a rule");
      }
    }
  }

  const JsonPlace& place_;
  JsonMembers members_;
};

// A scale, a list of figures or of positions cannot be changed under a base's rules.
void read_base(const JsonPlace& place, const JsonObject& object, RuleBook& book) {
  if (std::optional<RuleBook> found = rule_book(place.text())) {
    book = *std::move(found);
  } else {
    place.fail_wanted("the id of a book");
  }
  for (const std::string_view name : {"scale", "stats", "positions"}) {
    if (member(object, name) != nullptr && member(object, "rules") == nullptr) {
      place.fail("cannot be used with other " + std::string(name) + " without all \"rules\"");
    }
  }
}

}  // namespace

absl::StatusOr<RuleBook> rule_book_from_json(std::string_view text) {
  const absl::StatusOr<JsonValue> value = parse_json(text, {.bytes = kMaxRuleBookBytes});
  if (!value.ok()) return value.status();
  JsonReading reading;
  const JsonPlace place(*value, reading);
  RuleBook book;
  const JsonObject* object = place.object();
  const JsonValue* base = object == nullptr ? nullptr : member(*object, "base");
  if (base != nullptr) read_base(JsonPlace(place, "base", *base), *object, book);
  BookReader(place, base != nullptr).read(book);
  if (reading.fault) return to_status(*reading.fault);
  return book;
}

}  // namespace auction
