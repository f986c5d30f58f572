// A book's version changes if and only if a rule does; and no book changed under its id.
#include "libauction/scoring/rule_book_version.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "libauction/base/hex.h"
#include "libauction/scoring/rule_books.h"
#include "tests/catch.h"
#include "tests/scoring/economy.h"

using namespace auction;

namespace {

// The same rules under no name.
RuleBook nameless(RuleBook book) {
  book.id = book.title = book.source = "";
  return book;
}

Steps& steps_of(RuleBook& book) { return std::get<Steps>(find_rule(book, "milestone")->shape); }

// One change each, in every member that a rule book has but for its three names.
constexpr void (*kChanges[])(RuleBook&) = {
    [](RuleBook& b) { b.sport = Sport::kFootball; },
    [](RuleBook& b) { b.scale = 10; },
    [](RuleBook& b) { b.stats[2] = "deliveries"; },
    [](RuleBook& b) { b.stats.emplace_back("appeals"); },
    [](RuleBook& b) { std::swap(b.stats[1], b.stats[2]); },
    [](RuleBook& b) { b.positions[0] += "S"; },
    [](RuleBook& b) { b.captain.times += 1; },
    [](RuleBook& b) { b.captain.over += 1; },
    [](RuleBook& b) { std::swap(b.captain, b.vice_captain); },
    [](RuleBook& b) { b.by_innings = true; },
    [](RuleBook& b) { b.rules.pop_back(); },
    [](RuleBook& b) { std::swap(b.rules[0], b.rules[1]); },
    [](RuleBook& b) { b.rules[1].reason = "runs"; },
    [](RuleBook& b) { b.rules[1].of[0] = 2; },
    [](RuleBook& b) { b.rules[1].of.push_back(2); },
    [](RuleBook& b) { b.rules[1].shape = Each{2, 0}; },
    [](RuleBook& b) { b.rules[1].shape = Each{1, 1}; },
    [](RuleBook& b) { b.rules[1].shape = Steps{}; },
    [](RuleBook& b) { b.rules[1].worth[0] += 1; },
    [](RuleBook& b) { b.rules[1].when.push_back({}); },
    [](RuleBook& b) { find_rule(b, "duck")->when[0].stat += 1; },
    [](RuleBook& b) { find_rule(b, "duck")->when[0].least -= 1; },
    [](RuleBook& b) { find_rule(b, "duck")->when[0].most -= 1; },
    [](RuleBook& b) { steps_of(b).steps[0].from += 1; },
    [](RuleBook& b) { steps_of(b).steps[0].units += 1; },
    [](RuleBook& b) { steps_of(b).steps.pop_back(); },
    [](RuleBook& b) { economy_of(b).against += 1; },
    [](RuleBook& b) { economy_of(b).times += 1; },
    [](RuleBook& b) { economy_of(b).bands[1].from += 1; },
    [](RuleBook& b) { economy_of(b).bands[1].to -= 1; },
    [](RuleBook& b) { economy_of(b).bands[1].from_closed ^= true; },
    [](RuleBook& b) { economy_of(b).bands[1].to_closed ^= true; },
    [](RuleBook& b) { economy_of(b).bands[1].units += 1; },
    [](RuleBook& b) { std::swap(economy_of(b).bands[0], economy_of(b).bands[1]); },
};

}  // namespace

TEST_CASE("a rule book's version changes with every rule, and with nothing else") {
  const RuleBook book = *rule_book("dream11-t20-2020");
  std::vector<Digest> seen{rules_digest(book)};
  for (std::size_t i = 0; i < std::size(kChanges); ++i) {
    CAPTURE(i);
    RuleBook changed = book;
    kChanges[i](changed);
    REQUIRE(changed != book);
    const Digest digest = rules_digest(changed);
    CHECK(std::find(seen.begin(), seen.end(), digest) == seen.end());
    seen.push_back(digest);
  }
  RuleBook renamed = book;
  renamed.id = "other";
  renamed.title = "Other";
  renamed.source = "hearsay";
  CHECK(rules_digest(renamed) == seen[0]);
}

TEST_CASE("two books of the library have one version where they have the same rules") {
  int same = 0;
  for (const std::string_view one : rule_book_ids()) {
    for (const std::string_view other : rule_book_ids()) {
      CAPTURE(one, other);
      const RuleBook a = *rule_book(one);
      const RuleBook b = *rule_book(other);
      const bool equal = nameless(a) == nameless(b);
      CHECK((rules_digest(a) == rules_digest(b)) == equal);
      same += equal && one != other;
    }
  }
  CHECK(same > 0);  // eight FPL seasons kept their rules
}

TEST_CASE("no book of the library changed under its id") {
  const char* root = std::getenv("LIBAUCTION_SOURCE_DIR");
  std::ifstream golden(std::string(root != nullptr ? root : ".") + "/tests/golden/rule_books.txt");
  std::ostringstream kept;
  kept << golden.rdbuf();
  std::string now;
  for (const std::string_view id : rule_book_ids()) {
    now += to_hex(rules_digest(*rule_book(id)).bytes) + "  " + std::string(id) + "\n";
  }
  CHECK(kept.str() == now);
}
