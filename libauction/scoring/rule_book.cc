#include "libauction/scoring/rule_book.h"

namespace auction {
namespace {

std::optional<std::uint8_t> place_of(const std::vector<std::string>& names, std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<std::uint8_t>(i);
  }
  return std::nullopt;
}

}  // namespace

std::optional<StatSlot> find_stat(const RuleBook& book, std::string_view name) {
  return place_of(book.stats, name);
}

std::optional<std::uint8_t> find_position(const RuleBook& book, std::string_view name) {
  return place_of(book.positions, name);
}

PointRule* find_rule(RuleBook& book, std::string_view reason) {
  for (PointRule& rule : book.rules) {
    if (rule.reason == reason) return &rule;
  }
  return nullptr;
}

const PointRule* find_rule(const RuleBook& book, std::string_view reason) {
  return find_rule(const_cast<RuleBook&>(book), reason);
}

}  // namespace auction
