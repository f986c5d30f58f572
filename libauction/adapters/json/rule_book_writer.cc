#include "libauction/adapters/json/rule_book.h"
#include "libauction/adapters/json/rule_book_interval_internal.h"
#include "libauction/adapters/json/rule_book_words_internal.h"
#include "libauction/adapters/json/writer_internal.h"
#include "libauction/base/match.h"

namespace auction {
namespace {

class BookJson {
 public:
  BookJson(const RuleBook& book, std::string& out) : book_(book), json_(out) {}

  void write() {
    json_.object([&] {
      json_("id", book_.id);
      json_("title", book_.title);
      json_("source", book_.source);
      json_("sport", kSportWords[static_cast<std::size_t>(book_.sport)]);
      json_("scale", book_.scale);
      json_("stats", book_.stats);
      json_("positions", book_.positions);
      multiplier("captain", book_.captain);
      multiplier("viceCaptain", book_.vice_captain);
      json_("byInnings", book_.by_innings);
      json_.key("rules");
      json_.list(book_.rules, [&](const PointRule& rule) { json_.object([&] { write(rule); }); });
    });
  }

 private:
  void multiplier(const char* name, Multiplier by) {
    json_(name, std::vector<std::int32_t>{by.times, by.over});
  }

  void units(std::string_view name, std::int64_t units) {
    if (units % book_.scale == 0) {
      json_(name, units / book_.scale);
    } else {
      json_(name, points_text(units, book_.scale));
    }
  }

  void write(const PointRule& rule) {
    json_("reason", rule.reason);
    json_.key("of");
    json_.list(rule.of, [&](StatSlot stat) { json_.value(book_.stats[stat]); });
    match(
        rule.shape, [&](const Each& each) { write(rule, each); },
        [&](const Steps& steps) {
          json_.key("steps");
          json_.list(steps.steps, [&](PointStep step) {
            json_.object([&] {
              json_("from", step.from);
              units("points", step.units);
            });
          });
          positions(rule);
        },
        [&](const Rate& rate) {
          json_.key("rate");
          json_.object([&] { write(rate); });
          positions(rule);
        });
    if (rule.when.empty()) return;
    json_.key("when");
    json_.list(rule.when, [&](const When& when) { json_.object([&] { write(when); }); });
  }

  void write(const PointRule& rule, const Each& each) {
    const std::int32_t first = rule.worth.front();
    bool same = true;
    for (const std::int32_t worth : rule.worth) same = same && worth == first;
    if (same) {
      units("points", first);
    } else {
      json_.key("points");
      json_.object([&] {
        for (std::size_t i = 0; i < rule.worth.size(); ++i) {
          if (rule.worth[i] != 0) units(book_.positions[i], rule.worth[i]);
        }
      });
    }
    if (each.per != 1) json_("per", each.per);
    if (each.most != 0) json_("most", each.most);
  }

  void write(const Rate& rate) {
    json_("times", rate.times);
    json_("against", book_.stats[rate.against]);
    json_.key("bands");
    json_.list(rate.bands, [&](const RateBand& band) {
      json_.object([&] {
        json_("in", interval_text(band));
        units("points", band.units);
      });
    });
  }

  void write(const When& when) {
    json_("stat", book_.stats[when.stat]);
    if (when.least != -kNoMost) json_("least", when.least);
    if (when.most != kNoMost) json_("most", when.most);
  }

  void positions(const PointRule& rule) {
    bool all = true;
    for (const std::int32_t worth : rule.worth) all = all && worth == 1;
    if (all) return;
    json_.key("positions");
    std::vector<std::string> names;
    for (std::size_t i = 0; i < rule.worth.size(); ++i) {
      if (rule.worth[i] == 1) names.push_back(book_.positions[i]);
    }
    json_.value(names);
  }

  const RuleBook& book_;
  JsonWriter json_;
};

}  // namespace

std::string to_json(const RuleBook& book) {
  std::string text;
  BookJson(book, text).write();
  return text;
}

}  // namespace auction
