// What cells hold: lists parted by semicolons, and money; and how columns are spelt.
#pragma once

#include <string_view>
#include <vector>

#include "libauction/adapters/csv/table_internal.h"
#include "libauction/rules/currency.h"

namespace auction {

// "a; b" -> {"a", "b"}; an empty cell has no items.
std::vector<std::string_view> items_of(std::string_view cell);

// 0..2^53-1 in whole units or the currency's way of writing it; nothing for anything else.
std::optional<Money> amount_of(const Currency& currency, std::string_view text);

// "must be an amount of money, like 30 or 2.30 cr"
std::string amount_wanted(const Currency& currency);

// "run_outs" -> "runOuts"
std::string camel_case(std::string_view name);

inline constexpr std::size_t kMaxWord = 100;  // bytes of an id, a name, a role, an attribute

}  // namespace auction
