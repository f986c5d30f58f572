#include "tests/auction/table.h"
#include "tests/catch.h"

using namespace auction;

namespace {

struct Case {
  const char* code;
  const char* pointer;
  void (*spoil)(Setup&);
};

void with_rules(Setup& setup, void (*change)(RuleSet&)) {
  RuleSet rules = *setup.rules;
  change(rules);
  setup.rules = Shared<RuleSet>(rules);
}

void with_assets(Setup& setup, void (*change)(std::vector<Asset>&)) {
  Catalogue catalogue = *setup.catalogue;
  change(catalogue.assets);
  setup.catalogue = Shared<Catalogue>(catalogue);
}

void retain(Setup& setup, std::vector<Retained> retained) {
  with_rules(setup, [](RuleSet& r) {
    r.retention = preset("ipl-2025")->retention;
    r.retention.max_retained = r.retention.max_capped = 3;
    r.squad.min = r.squad.max = 3;
  });
  setup.participants[1].retained = std::move(retained);
}

const Case kCases[] = {
    {"manager_count", "/managers", [](Setup& s) { s.participants.clear(); }},
    {"manager_count", "/managers", [](Setup& s) { s.participants.resize(65); }},
    {"nothing_to_offer", "/assets", [](Setup& s) { with_assets(s, [](auto& a) { a.clear(); }); }},
    {"empty", "/assets/1/externalId",
     [](Setup& s) { with_assets(s, [](auto& a) { a[1].external_id = ""; }); }},
    {"duplicate", "/assets/1/externalId",
     [](Setup& s) { with_assets(s, [](auto& a) { a[1].external_id = "A"; }); }},
    {"duplicate", "/assets/1/id",
     [](Setup& s) { with_assets(s, [](auto& a) { a[1].id = a[0].id; }); }},
    {"out_of_range", "/assets/0/basePrice",
     [](Setup& s) { with_assets(s, [](auto& a) { a[0].base_price = {-1}; }); }},
    {"attribute_order", "/assets/0/attributes",
     [](Setup& s) { with_assets(s, [](auto& a) { a[0].attributes = {{"b", ""}, {"a", ""}}; }); }},
    {"label", "/managers/2/label", [](Setup& s) { s.participants[2].label = ""; }},
    {"label", "/managers/2/label",
     [](Setup& s) { s.participants[2].label = std::string(81, 'x'); }},
    {"duplicate", "/managers/2/label", [](Setup& s) { s.participants[2].label = "Reds"; }},
    {"duplicate", "/managers/2/id", [](Setup& s) { s.participants[2].id = s.participants[0].id; }},
    {"empty", "/managers/2/id", [](Setup& s) { s.participants[2].id = {}; }},
    {"empty", "/commissioners/0", [](Setup& s) { s.commissioners[0] = {}; }},
    {"out_of_range", "/managers/0/purse", [](Setup& s) { s.participants[0].purse = {-1}; }},
    {"out_of_range", "/managers/0/purse",
     [](Setup& s) { s.participants[0].purse = kMaxMoney + Money{1}; }},
    {"commissioner_count", "/commissioners", [](Setup& s) { s.commissioners.clear(); }},
    {"unknown_asset", "/managers/1/retained", [](Setup& s) { retain(s, {{{99}, {1}}}); }},
    {"retained_twice", "/managers/1/retained",
     [](Setup& s) { retain(s, {{{0}, {1}}, {{0}, {1}}}); }},
    {"squad_full", "/managers/1/retained",
     [](Setup& s) {
       with_assets(s, [](auto& assets) {
         assets.push_back(assets[0]), assets.back().id = {2, 9}, assets.back().external_id = "Z";
       });
       retain(s, {{{0}, {1}}, {{1}, {1}}, {{2}, {1}}, {{3}, {1}}});
     }},
    {"uncapped_count", "/managers/1/retained",
     [](Setup& s) { retain(s, {{{0}, {1}}, {{1}, {1}}, {{2}, {1}}}); }},
    {"retained_count", "/managers/1/retained",
     [](Setup& s) { s.participants[1].retained = {{{0}, {1}}}; }},
    {"retention_above_purse", "/managers/1/retained",
     [](Setup& s) { retain(s, {{{0}, kMaxMoney}}); }},
};

bool finds(const std::vector<Finding>& findings, const Case& wanted) {
  for (const Finding& f : findings) {
    if (f.code == wanted.code && f.pointer == wanted.pointer && !f.message.empty()) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a set-up that cannot work is refused, each fault with its place") {
  for (const Case& c : kCases) {
    Setup setup = table_setup(pilot_rules());
    c.spoil(setup);
    CAPTURE(c.code, c.pointer);
    CHECK(finds(check_setup(setup), c));
    State state;
    Events events;
    const auto refused = decide(state, Create{Shared<Setup>(setup)}, {kHost, {1}}, events);
    CHECK((refused && refused->reason == Reason::kOutOfRange));
    CHECK(events.empty());
  }
}

TEST_CASE("a good set-up has no errors, and reads back from its bytes") {
  const Setup setup = table_setup(pilot_rules());
  CHECK_FALSE(has_errors(check_setup(setup)));
  Bytes bytes;
  put(bytes, setup);
  ByteReader in(bytes);
  CHECK(read_setup(in) == setup);
  CHECK(in.finished());
}

TEST_CASE("an auction is created once") {
  AuctionTable table;
  CHECK(table.act(Create{Shared<Setup>(table_setup(pilot_rules()))}, kHost) == "wrong_state");
}
