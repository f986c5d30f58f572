#include "libauction/adapters/csv/assets.h"

#include <algorithm>
#include <map>

#include "libauction/adapters/csv/cells_internal.h"
#include "libauction/adapters/csv/ids.h"

namespace auction {
namespace {

const std::vector<std::string_view> kAssetNeeds{"externalId", "name"};
const std::vector<std::string_view> kAssetKnows{"externalId", "name", "roles", "set", "basePrice"};

class AssetReader {
 public:
  AssetReader(const CsvTable& table, const Currency& currency)
      : table_(table), currency_(currency) {
    for (std::size_t i = 0; i < table.header().size(); ++i) {
      const std::string& name = table.header()[i];
      if (std::find(kAssetKnows.begin(), kAssetKnows.end(), name) == kAssetKnows.end())
        attributes_.push_back(i);
    }
    std::sort(attributes_.begin(), attributes_.end(),
              [&](std::size_t a, std::size_t b) { return table.header()[a] < table.header()[b]; });
  }

  Asset asset(const CsvRow& row) {
    Asset asset;
    asset.external_id = word(row, "externalId");
    asset.name = word(row, "name");
    asset.set = table_.cell(row, "set");
    asset.id = asset_id(asset.external_id);
    check_unique(row, asset.external_id);
    read_roles(row, asset);
    read_base_price(row, asset);
    read_attributes(row, asset);
    return asset;
  }

 private:
  const std::string& word(const CsvRow& row, std::string_view column) {
    const std::string& text = table_.cell(row, column);
    if (text.empty()) table_.fail(row, column, "must not be empty");
    check_length(row, column, text);
    return text;
  }

  void check_length(const CsvRow& row, std::string_view column, std::string_view text) {
    if (text.size() > kMaxWord) {
      table_.fail(row, column, "must be " + std::to_string(kMaxWord) + " bytes at most");
    }
  }

  void check_unique(const CsvRow& row, const std::string& id) {
    const auto [first, is_new] = lines_.emplace(id, row.line);
    if (is_new || id.empty()) return;
    table_.fail(row, "externalId", "stands in line " + std::to_string(first->second) + " already");
  }

  void read_roles(const CsvRow& row, Asset& asset) {
    for (const std::string_view role : items_of(table_.cell(row, "roles"))) {
      if (role.empty()) return table_.fail(row, "roles", "must have a word on each side of ;");
      if (has_role(asset, role)) return table_.fail(row, "roles", "must name each role once");
      check_length(row, "roles", role);
      asset.roles.emplace_back(role);
    }
  }

  void read_base_price(const CsvRow& row, Asset& asset) {
    const std::string& text = table_.cell(row, "basePrice");
    if (text.empty()) return;
    const std::optional<Money> price = amount_of(currency_, text);
    if (price) asset.base_price = *price;
    if (!price) table_.fail(row, "basePrice", amount_wanted(currency_));
  }

  void read_attributes(const CsvRow& row, Asset& asset) {
    for (const std::size_t i : attributes_) {
      const std::string& name = table_.header()[i];
      check_length(row, name, row.cells[i]);
      if (!row.cells[i].empty()) asset.attributes.push_back({name, row.cells[i]});
    }
  }

  const CsvTable& table_;
  const Currency& currency_;
  std::vector<std::size_t> attributes_;         // columns, by name
  std::map<std::string, std::uint32_t> lines_;  // where an external id stood first
};

}  // namespace

absl::StatusOr<Catalogue> assets_from_csv(std::string_view text, const Currency& currency) {
  std::vector<CsvFault> faults;
  const CsvTable table(text, faults);
  if (faults.empty()) table.check_names(kAssetNeeds, kAssetKnows);
  if (!faults.empty()) return to_status(faults);
  if (table.rows().size() > kMaxAssets) {
    return to_status({{0, "", std::to_string(table.rows().size()),
                       "must have " + std::to_string(kMaxAssets) + " assets at most"}});
  }
  Catalogue catalogue;
  AssetReader reader(table, currency);
  for (const CsvRow& row : table.rows()) catalogue.assets.push_back(reader.asset(row));
  if (!faults.empty()) return to_status(faults);
  return catalogue;
}

}  // namespace auction
