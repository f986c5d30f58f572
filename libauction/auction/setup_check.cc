#include <set>

#include "libauction/auction/setup.h"

namespace auction {
namespace {

constexpr std::size_t kMaxLabel = 80;

// Collects findings; every one here is an error, the set-up cannot be used.
struct Findings {
  std::vector<Finding> list;

  void add(const char* code, std::string pointer, std::string message) {
    list.push_back({Severity::kError, code, std::move(pointer), std::move(message)});
  }
};

std::string at(const char* list, std::size_t i, const char* field = "") {
  return std::string("/") + list + "/" + std::to_string(i) + field;
}

void check_counts(const Setup& setup, Findings& out) {
  const std::size_t managers = setup.participants.size();
  if (managers < 1 || managers > kMaxManagers) {
    out.add("manager_count", "/managers",
            "1 to " + std::to_string(kMaxManagers) + " managers, not " + std::to_string(managers));
  }
  const std::size_t assets = setup.catalogue->assets.size();
  if (assets > kMaxAssets) {
    out.add("asset_count", "/assets",
            "at most " + std::to_string(kMaxAssets) + " assets, not " + std::to_string(assets));
  } else if (offered_assets(setup).empty()) {
    out.add("nothing_to_offer", "/assets", "at least one asset that is not retained");
  }
}

void check_asset(const Asset& asset, std::size_t i, Findings& out) {
  if (asset.external_id.empty())
    out.add("empty", at("assets", i, "/externalId"), "must not be empty");
  if (asset.base_price < Money{0} || asset.base_price > kMaxMoney) {
    out.add("out_of_range", at("assets", i, "/basePrice"),
            "must be 0 (the rule set's minimum) to " + std::to_string(kMaxMoney.units));
  }
  for (std::size_t a = 1; a < asset.attributes.size(); ++a) {
    if (asset.attributes[a].name <= asset.attributes[a - 1].name) {
      out.add("attribute_order", at("assets", i, "/attributes"),
              "attributes are sorted by name, each name once");
    }
  }
}

void check_assets(const Setup& setup, Findings& out) {
  std::set<AssetId> ids;
  std::set<std::string_view> keys;
  const auto& assets = setup.catalogue->assets;
  for (std::size_t i = 0; i < assets.size(); ++i) {
    check_asset(assets[i], i, out);
    if (!ids.insert(assets[i].id).second)
      out.add("duplicate", at("assets", i, "/id"), "another asset has this id");
    if (!keys.insert(assets[i].external_id).second) {
      out.add("duplicate", at("assets", i, "/externalId"),
              "another asset has the key '" + assets[i].external_id + "'");
    }
  }
}

void check_participants(const Setup& setup, Findings& out) {
  std::set<ManagerId> ids;
  std::set<std::string_view> labels;
  for (std::size_t i = 0; i < setup.participants.size(); ++i) {
    const Participant& p = setup.participants[i];
    if (p.label.empty() || p.label.size() > kMaxLabel) {
      out.add("label", at("managers", i, "/label"), "1 to " + std::to_string(kMaxLabel) + " bytes");
    }
    if (p.id.is_nil()) {
      out.add("empty", at("managers", i, "/id"), "the nil id is nobody's");
    } else if (!ids.insert(p.id).second) {
      out.add("duplicate", at("managers", i, "/id"), "another manager has this id");
    }
    if (!labels.insert(p.label).second) {
      out.add("duplicate", at("managers", i, "/label"),
              "another manager is called '" + p.label + "'");
    }
    if (p.purse < Money{0} || p.purse > kMaxMoney) {
      out.add("out_of_range", at("managers", i, "/purse"),
              "must be 0 to " + std::to_string(kMaxMoney.units));
    }
  }
}

void check_commissioners(const Setup& setup, Findings& out) {
  if (setup.commissioners.empty()) {
    out.add("commissioner_count", "/commissioners", "at least one");
  }
  for (std::size_t i = 0; i < setup.commissioners.size(); ++i) {
    if (setup.commissioners[i].is_nil())
      out.add("empty", at("commissioners", i), "the nil id is nobody's");
  }
}

// How many of the retained count against each quota, and that each is known and kept once.
void check_retained_assets(const Setup& setup, std::size_t i, std::set<std::uint16_t>& kept,
                           Findings& out) {
  const Catalogue& catalogue = *setup.catalogue;
  const auto& quotas = setup.rules->squad.quotas;
  std::vector<int> counts(quotas.size(), 0);
  for (const Retained& r : setup.participants[i].retained) {
    if (r.asset.value >= catalogue.assets.size()) {
      out.add("unknown_asset", at("managers", i, "/retained"),
              "asset " + std::to_string(r.asset.value) + " is not in the catalogue");
      continue;
    }
    if (!kept.insert(r.asset.value).second) {
      out.add("retained_twice", at("managers", i, "/retained"),
              catalogue[r.asset].external_id + " is retained twice");
    }
    if (r.price < Money{0} || r.price > kMaxMoney) {
      out.add("out_of_range", at("managers", i, "/retained"),
              "a price must be 0 to " + std::to_string(kMaxMoney.units));
    }
    for (std::size_t q = 0; q < quotas.size(); ++q)
      counts[q] += counts_against(quotas[q], catalogue[r.asset]) ? 1 : 0;
  }
  for (std::size_t q = 0; q < quotas.size(); ++q) {
    if (counts[q] > quotas[q].max) {
      out.add("quota", at("managers", i, "/retained"),
              "at most " + std::to_string(quotas[q].max) + " " + quotas[q].name + ", not " +
                  std::to_string(counts[q]));
    }
  }
}

void check_retention_sums(const Setup& setup, std::size_t i, Findings& out) {
  const RetentionRules& rules = setup.rules->retention;
  const Participant& p = setup.participants[i];
  if (p.retained.size() > setup.rules->squad.max) {
    return out.add("squad_full", at("managers", i, "/retained"),
                   "at most " + std::to_string(setup.rules->squad.max) + " in a squad, not " +
                       std::to_string(p.retained.size()));
  }
  const RetentionCharge charge = retention_charge(rules, *setup.catalogue, p.retained);
  const auto limit = [&](const char* code, std::size_t most, std::size_t is, const char* what) {
    if (is > most) {
      out.add(code, at("managers", i, "/retained"),
              "at most " + std::to_string(most) + " " + what + ", not " + std::to_string(is));
    }
  };
  limit("retained_count", rules.max_retained, p.retained.size(), "retained");
  limit("capped_count", rules.max_capped, charge.capped, "capped retained");
  limit("uncapped_count", rules.max_uncapped, charge.uncapped, "uncapped retained");
  if (charge.charged > p.purse) {
    out.add("retention_above_purse", at("managers", i, "/retained"),
            "the charge is " + std::to_string(charge.charged.units) + ", the purse " +
                std::to_string(p.purse.units));
  }
}

}  // namespace

std::vector<Finding> check_setup(const Setup& setup) {
  Findings out{lint(*setup.rules)};
  check_counts(setup, out);
  check_assets(setup, out);
  check_participants(setup, out);
  if (!has_errors(out.list)) {
    std::set<std::uint16_t> kept;
    for (std::size_t i = 0; i < setup.participants.size(); ++i) {
      check_retained_assets(setup, i, kept, out);
      if (!has_errors(out.list)) check_retention_sums(setup, i, out);
    }
  }
  check_commissioners(setup, out);
  return std::move(out.list);
}

}  // namespace auction
