#include "libauction/rules/rule_set.h"

#include <concepts>
#include <type_traits>

namespace auction {
namespace {

// The fields of each struct are named once, in the order in which they are declared and encoded;
// Writer and Reader below both follow that one list.
template <class T, class Of>
concept Some = std::same_as<std::remove_const_t<T>, Of>;

void fields(Some<DisplayUnit> auto& unit, auto& each) {
  each(unit.suffix, unit.units, unit.decimals, unit.pad);
}

void fields(Some<Currency> auto& currency, auto& each) {
  each(currency.code, currency.symbol, currency.unit, currency.display);
}

void fields(Some<Quota> auto& quota, auto& each) {
  each(quota.name, quota.test, quota.attribute, quota.value, quota.max);
}

void fields(Some<SquadRules> auto& squad, auto& each) {
  each(squad.min, squad.max, squad.reserve_per_slot, squad.quotas);
}

void fields(Some<Band> auto& band, auto& each) { each(band.below, band.step); }

void fields(Some<EnglishRules> auto& english, auto& each) {
  each(english.bidding, english.minimum, english.ladder.bands, english.self_raise);
}

void fields(Some<SoftClose> auto& rule, auto& each) {
  each(rule.window_ms, rule.trigger, rule.form, rule.amount_ms, rule.max_extensions,
       rule.hard_stop_ms);
}

void fields(Some<ClockRules> auto& clock, auto& each) {
  each(clock.lot_ms, clock.gap_ms, clock.soft_close, clock.recovery_grace_ms);
}

void fields(Some<OrderRules> auto& order, auto& each) { each(order.kind, order.hidden); }

void fields(Some<UnsoldRules> auto& unsold, auto& each) {
  each(unsold.kind, unsold.rounds, unsold.names_per_manager, unsold.request_ms);
}

void fields(Some<RetentionRules> auto& retention, auto& each) {
  each(retention.max_retained, retention.max_capped, retention.max_uncapped, retention.capped_slabs,
       retention.uncapped_slab, retention.capped_attribute, retention.capped_value);
}

void fields(Some<OpeningRules> auto& opening, auto& each) {
  each(opening.waiting_room, opening.start_delay_ms);
}

void fields(Some<RuleSet> auto& rules, auto& each) {
  each(rules.name, rules.notes, rules.currency, rules.budget, rules.squad, rules.english,
       rules.clock, rules.order, rules.unsold, rules.retention, rules.opening, rules.open_lots);
}

class Writer {
 public:
  explicit Writer(Bytes& out) : out_(out) {}

  void operator()(const auto&... values) { (write(values), ...); }

 private:
  void write(bool value) { put_u8(out_, value ? 1 : 0); }
  void write(std::uint8_t value) { put_u8(out_, value); }
  void write(std::uint16_t value) { put_u16(out_, value); }
  void write(std::int64_t value) { put_i64(out_, value); }
  void write(Money value) { put(out_, value); }
  void write(Millis value) { put(out_, value); }
  void write(const std::string& value) { put_text(out_, value); }

  template <class T>
  void write(const std::vector<T>& items) {
    put_u32(out_, static_cast<std::uint32_t>(items.size()));
    for (const T& item : items) write(item);
  }

  template <class T>
  void write(const T& value) {
    if constexpr (std::is_enum_v<T>) {
      put_u8(out_, static_cast<std::uint8_t>(value));
    } else {
      fields(value, *this);
    }
  }

  Bytes& out_;
};

constexpr int last_of(QuotaTest) { return static_cast<int>(QuotaTest::kRole); }
constexpr int last_of(Bidding) { return static_cast<int>(Bidding::kFixedNext); }
constexpr int last_of(Trigger) { return static_cast<int>(Trigger::kLeaderChanged); }
constexpr int last_of(ClockForm) { return static_cast<int>(ClockForm::kReset); }
constexpr int last_of(OrderKind) { return static_cast<int>(OrderKind::kSetsShuffledInside); }
constexpr int last_of(UnsoldKind) { return static_cast<int>(UnsoldKind::kByRequest); }

class Reader {
 public:
  explicit Reader(ByteReader& in) : in_(in) {}

  void operator()(auto&... values) { (read(values), ...); }

 private:
  void read(bool& value) { value = in_.boolean(); }
  void read(std::uint8_t& value) { value = in_.u8(); }
  void read(std::uint16_t& value) { value = in_.u16(); }
  void read(std::int64_t& value) { value = in_.i64(); }
  void read(Money& value) { value = in_.money(); }
  void read(Millis& value) { value = in_.millis(); }
  void read(std::string& value) { value = in_.text(); }

  // Every item takes at least eight bytes, so a false count cannot ask for much memory.
  template <class T>
  void read(std::vector<T>& items) {
    items.clear();
    for (std::uint32_t n = in_.count(8); n > 0 && in_.ok(); --n) read(items.emplace_back());
  }

  template <class T>
  void read(T& value) {
    if constexpr (std::is_enum_v<T>) {
      const std::uint8_t number = in_.u8();
      if (number > last_of(T{})) in_.fail();
      value = in_.ok() ? static_cast<T>(number) : T{};
    } else {
      fields(value, *this);
    }
  }

  ByteReader& in_;
};

}  // namespace

void put(Bytes& out, const RuleSet& rules) { Writer{out}(rules); }

RuleSet read_rule_set(ByteReader& in) {
  RuleSet rules;
  Reader{in}(rules);
  if (!in.ok() || !well_formed(rules)) {
    in.fail();
    return {};
  }
  return rules;
}

}  // namespace auction
