#include "libauction/rules/currency.h"

namespace auction {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::int64_t power_of_ten(int n) {
  std::int64_t power = 1;
  for (int i = 0; i < n; ++i) power *= 10;
  return power;
}

// Digits behind the point that write `rest` / `units` exactly; nothing if `decimals` are too few.
std::optional<std::string> decimals_of(std::int64_t rest, const DisplayUnit& unit) {
  std::string digits;
  for (int i = 0; i < unit.decimals && (rest > 0 || unit.pad); ++i) {
    std::int64_t tenfold = 0;
    if (__builtin_mul_overflow(rest, std::int64_t{10}, &tenfold)) return std::nullopt;
    digits.push_back(static_cast<char>('0' + tenfold / unit.units));
    rest = tenfold % unit.units;
  }
  if (rest > 0) return std::nullopt;
  return digits;
}

std::optional<std::string> in_unit(std::int64_t amount, const DisplayUnit& unit) {
  if (unit.units < 1 || amount < unit.units) return std::nullopt;
  const std::optional<std::string> digits = decimals_of(amount % unit.units, unit);
  if (!digits) return std::nullopt;
  const std::string whole = std::to_string(amount / unit.units);
  return (digits->empty() ? whole : whole + '.' + *digits) + unit.suffix;
}

std::string in_any_unit(const Currency& currency, std::int64_t amount) {
  for (const DisplayUnit& unit : currency.display) {
    if (std::optional<std::string> text = in_unit(amount, unit)) return *std::move(text);
  }
  const std::string number = std::to_string(amount);
  const bool named = currency.symbol.empty() && !currency.unit.empty();
  return named ? number + ' ' + currency.unit : number;
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (prefix.empty() || text.substr(0, prefix.size()) != prefix) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::string_view take_digits(std::string_view& text) {
  std::size_t n = 0;
  while (n < text.size() && is_digit(text[n])) ++n;
  const std::string_view digits = text.substr(0, n);
  text.remove_prefix(n);
  return digits;
}

// Digits as a number up to kMaxMoney.
std::optional<std::int64_t> number(std::string_view digits) {
  std::int64_t value = 0;
  for (const char c : digits) {
    value = value * 10 + (c - '0');
    if (value > kMaxMoney.units) return std::nullopt;
  }
  return value;
}

// whole.fraction of a unit, if that is a whole number of Money units.
std::optional<Money> scaled(std::string_view whole, std::string_view fraction,
                            const DisplayUnit& unit) {
  if (unit.units < 1 || unit.decimals > kMaxDecimals || fraction.size() > unit.decimals) {
    return std::nullopt;
  }
  const std::optional<std::int64_t> high = number(whole);
  const std::optional<std::int64_t> low = number(fraction);
  const std::int64_t power = power_of_ten(static_cast<int>(fraction.size()));
  std::int64_t units = 0;
  std::int64_t part = 0;
  if (!high || !low || __builtin_mul_overflow(*high, unit.units, &units) ||
      __builtin_mul_overflow(*low, unit.units, &part) || part % power != 0 ||
      __builtin_add_overflow(units, part / power, &units) || units > kMaxMoney.units) {
    return std::nullopt;
  }
  return Money{units};
}

// A number and what stands behind it, without sign and symbol.
std::optional<Money> parse_amount(const Currency& currency, std::string_view text) {
  const std::string_view whole = take_digits(text);
  if (whole.empty()) return std::nullopt;
  std::string_view fraction;
  if (take(text, ".")) {
    fraction = take_digits(text);
    if (fraction.empty()) return std::nullopt;
  }
  const std::string_view suffix = without_blanks(text);
  for (const DisplayUnit& unit : currency.display) {
    if (suffix == without_blanks(unit.suffix)) return scaled(whole, fraction, unit);
  }
  if (!suffix.empty() && suffix != currency.unit) return std::nullopt;
  return scaled(whole, fraction, DisplayUnit{});
}

}  // namespace

std::string format_money(const Currency& currency, Money amount) {
  AUCTION_CHECK(amount.units != INT64_MIN, "an amount that can be negated");
  const bool negative = amount.units < 0;
  const std::string text = in_any_unit(currency, negative ? -amount.units : amount.units);
  return (negative ? "-" : "") + currency.symbol + text;
}

std::optional<Money> parse_money(const Currency& currency, std::string_view text) {
  text = without_blanks(text);
  const bool negative = take(text, "-");
  take(text, currency.symbol);
  const std::optional<Money> amount = parse_amount(currency, text);
  if (!amount || !negative) return amount;
  return Money{-amount->units};
}

}  // namespace auction
