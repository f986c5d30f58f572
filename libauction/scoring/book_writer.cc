#include "libauction/base/check.h"
#include "libauction/scoring/books_internal.h"

namespace auction {

void BookWriter::each(std::string_view reason, Names of, std::initializer_list<Worth> worth,
                      Each shape) {
  PointRule& rule = add(reason, of, shape);
  rule.worth.assign(book_.positions.size(), 0);
  for (const Worth& one : worth) rule.worth[position(one.position)] = one.units;
}

void BookWriter::each(std::string_view reason, Names of, std::int32_t units, Each shape) {
  add(reason, of, shape).worth.assign(book_.positions.size(), units);
}

void BookWriter::steps(std::string_view reason, Names of, std::initializer_list<PointStep> steps) {
  add(reason, of, Steps{steps});
}

void BookWriter::rate(std::string_view reason, std::string_view of, std::int32_t times,
                      std::string_view against, std::initializer_list<RateBand> bands) {
  add(reason, {of}, Rate{stat(against), times, bands});
}

BookWriter& BookWriter::when(std::string_view name, std::int32_t least, std::int32_t most) {
  book_.rules.back().when.push_back({stat(name), least, most});
  return *this;
}

BookWriter& BookWriter::not_for(std::string_view name) {
  book_.rules.back().worth[position(name)] = 0;
  return *this;
}

PointRule& BookWriter::add(std::string_view reason, Names of, Shape shape) {
  AUCTION_CHECK(find_rule(book_, reason) == nullptr, "a book names each reason once");
  PointRule rule;
  rule.reason = reason;
  for (const std::string_view name : of) rule.of.push_back(stat(name));
  rule.shape = std::move(shape);
  rule.worth.assign(book_.positions.size(), 1);
  book_.rules.push_back(std::move(rule));
  return book_.rules.back();
}

StatSlot BookWriter::stat(std::string_view name) const {
  const std::optional<StatSlot> slot = find_stat(book_, name);
  AUCTION_CHECK(slot.has_value(), "a rule names the book's figures");
  return *slot;
}

std::size_t BookWriter::position(std::string_view name) const {
  const std::optional<std::uint8_t> slot = find_position(book_, name);
  AUCTION_CHECK(slot.has_value(), "a rule names the book's positions");
  return *slot;
}

}  // namespace auction
