#include "tests/support/describe.h"

#include "libauction/base/match.h"

namespace auction {
namespace {

template <class T>
std::string n(T value) {
  return std::to_string(value);
}

std::string lot(LotNumber number) { return " lot " + n(number.value); }
std::string time(Instant at) { return at == kNever ? "never" : n(at.unix_ms); }

std::string what(const Command& command) {
  return match(
      command,
      [](const PlaceBid& c) {
        const std::string guard = c.expected_seq ? " having seen " + n(c.expected_seq) : "";
        return "bid " + n(c.amount.units) + " on" + lot(c.lot) + guard;
      },
      [](const Create&) { return std::string("create"); },
      [](const DrawOrder&) { return std::string("draw the order"); },
      [](const Tick&) { return std::string("tick"); },
      [](const Recover&) { return std::string("recover"); },
      [](const Open& c) { return "open at " + time(c.at); },
      [](const Begin&) { return std::string("begin"); },
      [](const Pause&) { return std::string("pause"); },
      [](const Resume&) { return std::string("resume"); },
      [](const Cancel&) { return std::string("cancel"); },
      [](const Extend& c) { return "extend" + lot(c.lot) + " by " + n(c.by.count) + " ms"; },
      [](const CloseNow& c) { return "close" + lot(c.lot); },
      [](const PassLot& c) { return "pass" + lot(c.lot); },
      [](const Retract& c) { return "retract on" + lot(c.lot); },
      [](const Assign& c) {
        return "assign asset " + n(c.asset.value) + " to manager " + n(c.manager.value) + " for " +
               n(c.price.units);
      },
      [](const AdjustPurse& c) {
        return "adjust manager " + n(c.manager.value) + " by " + n(c.delta.units);
      },
      [](const RequestLots& c) {
        std::string text = "request";
        for (const AssetSlot asset : *c.assets) text += " " + n(asset.value);
        return text;
      },
      [](const VoidSale& c) { return "void" + lot(c.lot) + (c.reoffer ? ", offer it again" : ""); },
      [](const Reset& c) {
        return std::string(c.order_commitment == Digest{} ? "reset" : "reset, promise a draw");
      },
      [](const End&) { return std::string("end"); },
      [](const Appoint& c) { return "appoint " + to_text(c.who); },
      [](const Dismiss& c) { return "dismiss " + to_text(c.who); });
}

std::string who(const Actor& actor) {
  std::string text = actor.seat == kNoManager ? "" : "manager " + n(actor.seat.value);
  if (actor.commissioner) text += text.empty() ? "commissioner" : " and commissioner";
  if (actor.host) text += text.empty() ? "host" : " and host";
  return text.empty() ? "stranger" : text;
}

}  // namespace

std::string describe(const Command& command, const Context& context) {
  return time(context.now) + " " + who(context.actor) + ": " + what(command);
}

std::string describe(const std::optional<Rejection>& answer) {
  if (!answer) return "accepted";
  std::string text(word(answer->reason));
  return answer->limit == 0 ? text : text + " (" + n(answer->limit) + ")";
}

std::string describe(const Setup& setup) {
  const RuleSet& r = *setup.rules;
  const SoftClose& soft = r.clock.soft_close;
  std::string text = "squad " + n(r.squad.min) + "-" + n(r.squad.max) + " reserve " +
                     n(r.squad.reserve_per_slot.units) + "; bidding " +
                     n(static_cast<int>(r.english.bidding)) + " rungs";
  for (const Band& band : r.english.ladder.bands)
    text += (band.below == kNoEnd ? " then " : " <" + n(band.below.units) + " by ") +
            n(band.step.units);
  text += r.english.self_raise ? " self-raise" : "";
  text += "; lot " + n(r.clock.lot_ms.count) + " ms, gap " + n(r.clock.gap_ms.count) + ", window " +
          n(soft.window_ms.count) + ", trigger " + n(static_cast<int>(soft.trigger)) + ", form " +
          n(static_cast<int>(soft.form)) + " " + n(soft.amount_ms.count) + ", cap " +
          n(soft.max_extensions) + ", hard stop " + n(soft.hard_stop_ms.count);
  text += "; open " + n(r.open_lots) + ", order " + n(static_cast<int>(r.order.kind)) +
          ", unsold " + n(static_cast<int>(r.unsold.kind)) + " x" + n(r.unsold.rounds);
  for (const Quota& quota : r.squad.quotas) text += "; " + quota.name + " <= " + n(quota.max);
  for (const Participant& p : setup.participants)
    text += "\nmanager " + p.label + ": " + n(p.purse.units) + ", retained " + n(p.retained.size());
  return text;
}

}  // namespace auction
