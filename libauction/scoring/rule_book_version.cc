#include "libauction/scoring/rule_book_version.h"

namespace auction {
namespace {

constexpr std::uint8_t kForm = 1;  // of these bytes; another form is another number

void put_i32(Bytes& out, std::int32_t value) { put_u32(out, static_cast<std::uint32_t>(value)); }
void put_count(Bytes& out, std::size_t count) { put_u32(out, static_cast<std::uint32_t>(count)); }

void put(Bytes& out, const std::vector<std::string>& names) {
  put_count(out, names.size());
  for (const std::string& name : names) put_text(out, name);
}

void put(Bytes& out, const Multiplier& multiplier) {
  put_i32(out, multiplier.times);
  put_i32(out, multiplier.over);
}

void put(Bytes& out, const Each& each) {
  put_i32(out, each.per);
  put_i32(out, each.most);
}

void put(Bytes& out, const Steps& steps) {
  put_count(out, steps.steps.size());
  for (const PointStep& step : steps.steps) {
    put_i32(out, step.from);
    put_i32(out, step.units);
  }
}

void put(Bytes& out, const Rate& rate) {
  put_u8(out, rate.against);
  put_i32(out, rate.times);
  put_count(out, rate.bands.size());
  for (const RateBand& band : rate.bands) {
    put_i32(out, band.from);
    put_i32(out, band.to);
    put_u8(out, band.from_closed ? 1 : 0);
    put_u8(out, band.to_closed ? 1 : 0);
    put_i32(out, band.units);
  }
}

void put(Bytes& out, const PointRule& rule) {
  put_text(out, rule.reason);
  put_count(out, rule.of.size());
  put_bytes(out, rule.of);
  put_u8(out, static_cast<std::uint8_t>(rule.shape.index()));
  std::visit([&](const auto& shape) { put(out, shape); }, rule.shape);
  put_count(out, rule.worth.size());
  for (const std::int32_t worth : rule.worth) put_i32(out, worth);
  put_count(out, rule.when.size());
  for (const When& when : rule.when) {
    put_u8(out, when.stat);
    put_i32(out, when.least);
    put_i32(out, when.most);
  }
}

}  // namespace

void put_rules(Bytes& out, const RuleBook& book) {
  put_u8(out, kForm);
  put_u8(out, static_cast<std::uint8_t>(book.sport));
  put_i32(out, book.scale);
  put(out, book.stats);
  put(out, book.positions);
  put(out, book.captain);
  put(out, book.vice_captain);
  put_u8(out, book.by_innings ? 1 : 0);
  put_count(out, book.rules.size());
  for (const PointRule& rule : book.rules) put(out, rule);
}

Digest rules_digest(const RuleBook& book) {
  Bytes bytes;
  put_rules(bytes, book);
  return sha256(bytes);
}

}  // namespace auction
