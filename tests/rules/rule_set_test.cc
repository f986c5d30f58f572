#include "libauction/rules/rule_set.h"

#include "libauction/base/hex.h"
#include "libauction/base/sha256.h"
#include "libauction/rules/presets.h"
#include "tests/catch.h"

using namespace auction;

namespace {

Bytes bytes_of(const RuleSet& rules) {
  Bytes out;
  put(out, rules);
  return out;
}

std::string without_blanks(std::span<const std::string_view> fields) {
  std::string all;
  for (const std::string_view field : fields) {
    for (const char c : field) {
      if (c != ' ') all.push_back(c);
    }
  }
  return all;
}

bool readable(const Bytes& bytes) {
  ByteReader in(bytes);
  read_rule_set(in);
  return in.finished();
}

}  // namespace

TEST_CASE("a rule set is read back from its bytes, each preset and the empty one") {
  std::vector<RuleSet> all{RuleSet{}};
  for (const std::string_view name : preset_names()) all.push_back(*preset(name));
  for (const RuleSet& rules : all) {
    const Bytes bytes = bytes_of(rules);
    ByteReader in(bytes);
    CHECK(read_rule_set(in) == rules);
    CHECK(in.finished());
  }
}

TEST_CASE("the bytes of a rule set are the fields in their order, little-endian") {
  RuleSet rules;
  rules.name = "r";
  rules.budget = {258};
  const std::string_view fields[] = {
      "01000000 72",
      "00000000",                                                           // name, notes
      "00000000 00000000 00000000 00000000",                                // currency
      "0201000000000000",                                                   // budget
      "0000 0100 0000000000000000 00000000",                                // squad
      "00 0100000000000000 01000000 ffffffffffffff7f 0100000000000000 00",  // english
      "0000000000000000 0000000000000000",                                  // lot, gap
      "0000000000000000 00 01 0000000000000000 ffff 0000000000000000",      // soft close
      "0000000000000000",                                                   // recovery grace
      "00 00",                                                              // order
      "00 0000 0000 0000000000000000",                                      // unsold
      "00 00 00 00000000 0000000000000000 00000000 00000000",               // retention
      "00 0000000000000000",                                                // opening
      "0100",                                                               // open lots
  };
  CHECK(to_hex(bytes_of(rules)) == without_blanks(fields));
}

TEST_CASE("a rule set that is cut short or has an unknown word is refused") {
  const Bytes bytes = bytes_of(*preset("ipl-2025"));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    REQUIRE_FALSE(readable(Bytes(bytes.begin(), bytes.begin() + static_cast<long>(size))));
  }
  Bytes longer = bytes;
  longer.push_back(0);
  CHECK_FALSE(readable(longer));
}

TEST_CASE("whatever byte of a rule set is changed, what is read says the same bytes again") {
  const Bytes bytes = bytes_of(*preset("ipl-2025"));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const int change : {1, 3, 128, 255}) {
      Bytes other = bytes;
      other[i] = static_cast<std::uint8_t>(other[i] ^ change);
      ByteReader in(other);
      const RuleSet rules = read_rule_set(in);
      if (!in.finished()) continue;
      REQUIRE(well_formed(rules));
      REQUIRE(bytes_of(rules) == other);
    }
  }
}

TEST_CASE("rules the engine could not obey are not well formed, and are not read") {
  using Spoil = void (*)(RuleSet&);
  const Spoil spoilers[] = {
      [](RuleSet& r) { r.budget = {-1}; },
      [](RuleSet& r) { r.budget = kMaxMoney + Money{1}; },
      [](RuleSet& r) { r.squad.max = 65; },
      [](RuleSet& r) { r.squad.reserve_per_slot = {-1}; },
      [](RuleSet& r) { r.squad.quotas.resize(17); },
      [](RuleSet& r) { r.english.minimum = {-1}; },
      [](RuleSet& r) { r.english.ladder.bands.clear(); },
      [](RuleSet& r) { r.english.ladder.bands = {{kNoEnd, {0}}}; },
      [](RuleSet& r) { r.english.ladder.bands = {{{100}, {5}}}; },
      [](RuleSet& r) { r.english.ladder.bands = {{{100}, {5}}, {{100}, {5}}, {kNoEnd, {5}}}; },
      [](RuleSet& r) { r.english.ladder.bands = {{kNoEnd, {5}}, {kNoEnd, {5}}}; },
      [](RuleSet& r) { r.english.ladder.bands = {{{0}, {5}}, {kNoEnd, {5}}}; },
      [](RuleSet& r) { r.currency.display = {{"m", 0, 2, false}}; },
      [](RuleSet& r) { r.currency.display = {{"m", 100, 16, false}}; },
      [](RuleSet& r) { r.retention.capped_slabs = {{-1}}; },
      [](RuleSet& r) { r.clock.lot_ms = {-1}; },
      [](RuleSet& r) { r.clock.soft_close.hard_stop_ms = {INT64_MAX}; },
      [](RuleSet& r) { r.open_lots = 129; },
  };
  for (const Spoil spoil : spoilers) {
    RuleSet rules = *preset("ipl-2025");
    spoil(rules);
    CHECK_FALSE(well_formed(rules));
    CHECK_FALSE(readable(bytes_of(rules)));
  }
}
