// What can be said of a lot and of a manager: `clock 35s`, `purse 455m`.
#include <fmt/format.h>

#include "examples/auctioneer/script/duration.h"
#include "examples/auctioneer/script/steps.h"

namespace auction::script {
namespace {

using LotLook = std::function<std::string(const Scene&, LotNumber)>;

const LotRecord* record_of(const State& state, LotNumber lot) {
  const bool known = lot.value >= 1 && lot.value <= state.lots.size();
  return known ? &state.lots[lot.value - 1] : nullptr;
}

std::string money_text(const State& state, Money amount) {
  return format_money(state.rules->currency, amount);
}

std::string label(const State& state, ManagerSlot manager) {
  return manager == kNoManager ? "nobody" : state.setup->participants[manager.value].label;
}

// A look at an open lot; any other one says what became of it.
LotLook at_open(std::function<std::string(const Scene&, const OpenLot&)> look) {
  return [look](const Scene& scene, LotNumber number) {
    const OpenLot* lot = find_open(scene.state, number);
    return lot != nullptr ? look(scene, *lot) : "lot " + lot_fate(scene.state, number);
  };
}

LotLook at_record(std::function<std::string(const Scene&, const LotRecord&)> look) {
  return [look](const Scene& scene, LotNumber number) {
    const LotRecord* record = record_of(scene.state, number);
    return record != nullptr ? look(scene, *record) : "no such lot";
  };
}

std::string fate(const Scene& scene, LotNumber lot) { return lot_fate(scene.state, lot); }

std::string frozen_left(const Scene& scene, const OpenLot& lot) {
  const bool paused = scene.state.status == Status::kPaused;
  return duration_text(lot.ends_at - (paused ? scene.state.paused_at : scene.now));
}

struct Wanted {
  std::string what;
  std::string text;
  LotLook look;
};

std::string wanted_money(Reader& in, const Setup& setup) {
  return format_money(setup.rules->currency, in.money(setup.rules->currency));
}

std::string wanted_count(Reader& in) { return std::to_string(in.integer("a number", 0, 65'535)); }

Wanted wanted_sale(Reader& in, const Setup& setup) {
  in.expect("to");
  const std::string& buyer = setup.participants[in.manager(setup).value].label;
  return {"", fmt::format("sold to {} {}", buyer, wanted_money(in, setup)), fate};
}

std::optional<Wanted> wanted_of_open(Reader& in, const Setup& setup) {
  if (in.take("clock")) {
    return Wanted{
        "clock", duration_text(in.duration("a time")),
        at_open([](const Scene& s, const OpenLot& lot) { return since(s.start, lot.ends_at); })};
  }
  if (in.take("left"))
    return Wanted{"left", duration_text(in.duration("a time")), at_open(frozen_left)};
  if (in.take("next")) {
    return Wanted{"next", wanted_money(in, setup), at_open([](const Scene& s, const OpenLot& lot) {
                    return money_text(s.state, lot.next_bid);
                  })};
  }
  if (in.take("extensions")) {
    return Wanted{"extensions", wanted_count(in), at_open([](const Scene&, const OpenLot& lot) {
                    return std::to_string(lot.extensions);
                  })};
  }
  if (in.take("price")) {
    return Wanted{"price", wanted_money(in, setup), at_open([](const Scene& s, const OpenLot& lot) {
                    return money_text(s.state, lot.price);
                  })};
  }
  if (in.take("leader")) {
    std::string wanted = "nobody";
    if (!in.take("nobody")) wanted = setup.participants[in.manager(setup).value].label;
    return Wanted{"leader", wanted, at_open([](const Scene& s, const OpenLot& lot) {
                    return label(s.state, lot.leader);
                  })};
  }
  return std::nullopt;
}

std::optional<Wanted> wanted_of_any(Reader& in, const Setup& setup) {
  if (in.take("sold")) return wanted_sale(in, setup);
  for (const std::string_view plain : {"open", "unsold", "withdrawn", "voided"}) {
    if (in.take(plain)) return Wanted{"", std::string(plain), fate};
  }
  if (in.take("how")) {
    return Wanted{"how", in.word("how").text, at_record([](const Scene&, const LotRecord& record) {
                    return std::string(word(record.how));
                  })};
  }
  if (in.take("of")) {
    return Wanted{"of", (*setup.catalogue)[in.asset(setup)].name,
                  at_record([](const Scene& s, const LotRecord& record) {
                    return (*s.state.setup->catalogue)[record.asset].name;
                  })};
  }
  if (in.take("bids")) {
    return Wanted{"bids", wanted_count(in), [](const Scene& s, LotNumber number) {
                    if (const OpenLot* lot = find_open(s.state, number)) {
                      return std::to_string(lot->bid_count);
                    }
                    const LotRecord* record = record_of(s.state, number);
                    return record != nullptr ? std::to_string(record->bid_count) : "no such lot";
                  }};
  }
  if (in.take("round")) {
    return Wanted{"round", wanted_count(in), at_record([](const Scene&, const LotRecord& record) {
                    return std::to_string(record.round);
                  })};
  }
  return std::nullopt;
}

}  // namespace

std::string lot_fate(const State& state, LotNumber lot) {
  const LotRecord* record = record_of(state, lot);
  if (record == nullptr) return "not there";
  const std::string outcome(word(record->outcome));
  if (record->outcome != Outcome::kSold) return outcome;
  return fmt::format("sold to {} {}", label(state, record->winner),
                     money_text(state, record->price));
}

// `lot` 0: the lot the act was about.
bool read_lot_property(Reader& in, const Setup& setup, LotNumber lot, std::vector<Check>& checks) {
  std::optional<Wanted> wanted = wanted_of_open(in, setup);
  if (!wanted) wanted = wanted_of_any(in, setup);
  if (!wanted) return false;
  checks.push_back({wanted->what, wanted->text, [lot, look = wanted->look](const Scene& scene) {
                      return look(scene, lot.value == 0 ? scene.lot : lot);
                    }});
  return true;
}

}  // namespace auction::script
