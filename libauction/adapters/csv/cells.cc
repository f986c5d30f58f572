#include "libauction/adapters/csv/cells_internal.h"

namespace auction {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

std::vector<std::string_view> items_of(std::string_view cell) {
  std::vector<std::string_view> items;
  if (trimmed(cell).empty()) return items;
  for (;;) {
    const std::size_t end = cell.find(';');
    items.push_back(trimmed(cell.substr(0, end)));
    if (end == std::string_view::npos) return items;
    cell.remove_prefix(end + 1);
  }
}

std::optional<Money> amount_of(const Currency& currency, std::string_view text) {
  const std::optional<Money> amount = parse_money(currency, text);
  if (!amount || *amount < Money{0}) return std::nullopt;
  return amount;
}

std::string amount_wanted(const Currency& currency) {
  const std::string wanted = "must be an amount of money, like 30";
  if (currency.display.empty()) return wanted;
  return wanted + " or " + format_money(currency, Money{currency.display.front().units} * 2);
}

std::string camel_case(std::string_view name) {
  std::string text;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool next = name[i] == '_' && i + 1 < name.size();
    text.push_back(next ? static_cast<char>(name[++i] - 'a' + 'A') : name[i]);
  }
  return text;
}

}  // namespace auction
