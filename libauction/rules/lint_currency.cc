#include "libauction/rules/lint_internal.h"

namespace auction {
namespace {

constexpr const char* kDisplay = "/currency/display";

std::string_view bare(std::string_view suffix) {
  while (!suffix.empty() && suffix.front() == ' ') suffix.remove_prefix(1);
  return suffix;
}

bool could_be_number(std::string_view text) {
  return text.find_first_of("0123456789.-") != std::string_view::npos;
}

// A suffix that cannot be told from the number, from another unit or from no unit at all.
void lint_suffix(const Currency& currency, std::size_t i, Findings& found) {
  const DisplayUnit& unit = currency.display[i];
  const std::string pointer = item(kDisplay, i, "suffix");
  const std::string_view suffix = bare(unit.suffix);
  if (could_be_number(suffix)) {
    found.error("display_suffix_unreadable", pointer, "must have no digit, point or minus");
  }
  if (unit.units != 1 && (suffix.empty() || suffix == currency.unit)) {
    found.error("display_suffix_ambiguous", pointer,
                "must differ from the name of one unit: \"" + currency.unit + "\"");
  }
  for (std::size_t k = 0; k < i; ++k) {
    if (bare(currency.display[k].suffix) == suffix) {
      found.error("display_suffix_repeated", pointer, "is also the suffix of a larger unit");
    }
  }
}

}  // namespace

void lint_currency(const Currency& currency, Findings& found) {
  if (could_be_number(currency.symbol)) {
    found.error("symbol_unreadable", "/currency/symbol", "must have no digit, point or minus");
  }
  if (could_be_number(currency.unit)) {
    found.error("unit_unreadable", "/currency/unit", "must have no digit, point or minus");
  }
  const std::vector<DisplayUnit>& display = currency.display;
  for (std::size_t i = 0; i < display.size(); ++i) {
    found.range(display[i].units, 1, kMaxMoney.units, "display_units_out_of_range",
                item(kDisplay, i, "units"));
    found.range(display[i].decimals, 0, kMaxDecimals, "display_decimals_out_of_range",
                item(kDisplay, i, "decimals"));
    lint_suffix(currency, i, found);
    if (i > 0 && display[i].units >= display[i - 1].units) {
      found.warning("display_not_falling", item(kDisplay, i, "units"),
                    "is never used: a unit at least as large comes first");
    }
  }
}

}  // namespace auction
