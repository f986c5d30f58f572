// Files of assets and managers, and amounts as people write them.
#include "libauction/adapters/csv/assets.h"
#include "libauction/adapters/csv/managers.h"
#include "libauction/adapters/csv/writer.h"
#include "libauction/rules/presets.h"
#include "tests/fuzz/oracle.h"

namespace {

using namespace auction;

const RuleSet& rules() {
  static const RuleSet kRules = *preset("ipl-2025");
  return kRules;
}

const Catalogue& catalogue() {
  static const Catalogue kCatalogue =
      *assets_from_csv("externalId,name\na,Alpha\nb,Beta\n", rules().currency);
  return kCatalogue;
}

// What was read, written again and read again, is the same but for apostrophes before formulas.
void check_assets(std::string_view text) {
  const auto read = assets_from_csv(text, rules().currency);
  if (!read.ok()) return;
  std::string written;
  CsvWriter csv(written);
  csv.cell("externalId").cell("name").cell("basePrice").cell("set").end_row();
  for (const Asset& asset : read->assets) {
    csv.cell(asset.external_id).cell("n" + asset.name).cell(asset.base_price);
    csv.cell("s" + asset.set).end_row();
  }
  const auto again = assets_from_csv(written, rules().currency);
  if (!again.ok()) return;  // an apostrophe can make a text too long, or equal to another
  fuzz::require(again->assets.size() == read->assets.size(), "no asset is lost");
  for (std::size_t i = 0; i < read->assets.size(); ++i) {
    fuzz::require(again->assets[i].name == "n" + read->assets[i].name, "names stay");
    fuzz::require(again->assets[i].set == "s" + read->assets[i].set, "sets stay");
    fuzz::require(again->assets[i].base_price == read->assets[i].base_price, "prices stay");
  }
}

void check_money(std::string_view text) {
  for (const std::string_view name : {"ipl-2025", "pilot-football"}) {
    const Currency currency = preset(name)->currency;
    const std::optional<Money> read = parse_money(currency, text);
    if (!read) continue;
    fuzz::require(parse_money(currency, format_money(currency, *read)) == read, "amounts stay");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  check_assets(text);
  (void)managers_from_csv(text, rules(), catalogue());
  check_money(text);
  return 0;
}
