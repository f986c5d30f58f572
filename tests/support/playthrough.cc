#include "tests/support/playthrough.h"

#include "libauction/auction/apply.h"
#include "libauction/base/hex.h"
#include "libauction/base/match.h"

namespace auction {
namespace {

std::string n(std::int64_t value) { return std::to_string(value); }
std::string n(Money value) { return n(value.units); }
std::string n(LotNumber lot) { return "lot " + n(static_cast<std::int64_t>(lot.value)); }

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

class Teller {
 public:
  std::string tell(std::span<const Record> records) {
    begin_ = records.front().at;
    for (const Record& record : records) {
      AUCTION_CHECK(decode_body(record, events_), "a record of ours decodes");
      for (std::size_t i = 0; i < events_.size(); ++i) line(record, events_[i], i == 0);
      if (is_milestone(events_.front())) digest();
    }
    return text_ + "\n" + squads();
  }

 private:
  void line(const Record& record, const Event& event, bool first) {
    apply(state_, event, record.at);
    const std::string left = first ? time(record.at) + " " + padded(actor(record), 12) : "";
    text_ += padded(left, 23) + what(event) + "\n";
  }

  static bool is_milestone(const Event& event) {
    return std::holds_alternative<LotSold>(event) || std::holds_alternative<LotUnsold>(event) ||
           std::holds_alternative<AuctionBegan>(event) ||
           std::holds_alternative<RoundStarted>(event) ||
           std::holds_alternative<AuctionCompleted>(event);
  }

  void digest() {
    text_ += padded("", 23) + "= " + std::to_string(state_.seq) + " " +
             to_hex(state_digest(state_).bytes).substr(0, 16) + "\n";
  }

  // "+12.034", right-aligned.
  std::string time(Instant at) const {
    const std::int64_t ms = (at - begin_).count;
    const std::string thousandths = n(1000 + ms % 1000).substr(1);
    const std::string text = "+" + n(ms / 1000) + "." + thousandths;
    return std::string(text.size() < 9 ? 9 - text.size() : 0, ' ') + text;
  }
  std::string when(Instant at) const {
    if (at == kNever) return "when begun";
    const std::string text = time(at);
    return text.substr(text.find('+'));
  }

  std::string actor(const Record& record) const {
    if (record.actor == kHostActor) return "host";
    const auto slot = find_manager(state_, {record.actor.hi, record.actor.lo});
    return slot ? name(*slot) : "commissioner";
  }
  std::string person(ActorId id) const {
    const auto slot = find_manager(state_, {id.hi, id.lo});
    return slot ? name(*slot) : to_text(id);
  }
  std::string name(ManagerSlot m) const { return state_.setup->participants[m.value].label; }
  std::string name(AssetSlot a) const { return (*state_.setup->catalogue)[a].name; }
  std::string names(const AssetList& assets) const {
    std::string text;
    for (const AssetSlot asset : *assets) text += (text.empty() ? "" : ", ") + name(asset);
    return text;
  }

  static std::string by(How how) {
    return how == How::kHammer ? "" : " (" + std::string(word(how)) + ")";
  }

  std::string created(const AuctionCreated& e) const {
    return "created: " + e.setup->rules->name + ", " +
           std::to_string(e.setup->participants.size()) + " managers, " +
           std::to_string(e.setup->catalogue->assets.size()) + " assets";
  }

  std::string what(const Event& event) const {
    return match(
        event, [&](const AuctionCreated& e) { return created(e); },
        [&](const RetentionCharged& e) { return name(e.manager) + " is charged " + n(e.charged); },
        [&](const LotsOrdered& e) { return "order: " + names(e.order); },
        [&](const AuctionOpened& e) { return "opens, begins " + when(e.begins_at); },
        [&](const AuctionBegan&) { return std::string("begins"); },
        [&](const LotOpened& e) {
          return n(e.lot) + " opens: " + name(e.asset) + ", base " + n(e.base_price) + ", ends " +
                 when(e.ends_at);
        },
        [&](const BidPlaced& e) { return "bids " + n(e.amount) + " on " + n(e.lot); },
        [&](const ClockExtended& e) { return n(e.lot) + " ends " + when(e.ends_at); },
        [&](const LotSold& e) {
          return n(e.lot) + " sold to " + name(e.winner) + " for " + n(e.price) + by(e.how);
        },
        [&](const LotUnsold& e) {
          return n(e.lot) + " unsold" + by(e.how) +
                 (e.will_reoffer ? ", will be offered again" : "");
        },
        [&](const LotPassed& e) { return n(e.lot) + " passed: " + name(e.asset); },
        [&](const LotAssigned& e) { return name(e.asset) + " assigned to " + name(e.manager); },
        [&](const LotWithdrawn& e) { return n(e.lot) + " withdrawn"; },
        [&](const OpeningScheduled& e) { return "next lot " + when(e.at); },
        [&](const RoundStarted& e) { return "round " + n(e.round) + ": " + names(e.order); },
        [&](const RequestsOpened& e) { return "requests until " + when(e.ends_at); },
        [&](const LotsRequested& e) { return "asks for " + names(e.assets); },
        [&](const AuctionPaused&) { return std::string("pauses"); },
        [&](const AuctionResumed& e) { return "resumes, " + n(e.shift.count) + " ms later"; },
        [&](const Recovered& e) { return "recovers, nothing before " + when(e.not_before); },
        [&](const LotExtended& e) { return n(e.lot) + " extended to " + when(e.ends_at); },
        [&](const BidRetracted& e) { return n(e.lot) + " loses a bid, price " + n(e.price); },
        [&](const PurseAdjusted& e) { return name(e.manager) + " gets " + n(e.delta); },
        [&](const AuctionCompleted& e) { return "ends: " + std::string(word(e.reason)); },
        [&](const AuctionCancelled&) { return std::string("is cancelled"); },
        [&](const SaleVoided& e) {
          return n(e.lot) + " voided" + (e.will_reoffer ? ", will be offered again" : "");
        },
        [&](const AuctionReset&) { return std::string("is reset"); },
        [&](const EndCalled&) { return std::string("calls the end"); },
        [&](const LotSkipped& e) { return n(e.lot) + " skipped: " + name(e.asset); },
        [&](const CommissionerAppointed& e) { return "appoints " + person(e.who); },
        [&](const CommissionerDismissed& e) { return "dismisses " + person(e.who); });
  }

  std::string squads() const {
    std::string text;
    for (std::size_t m = 0; m < state_.accounts.size(); ++m) {
      const Account& account = state_.accounts[m];
      text += padded(state_.setup->participants[m].label, 8) + n(purse(account)) + " left;";
      for (const Holding& h : account.squad) text += " " + name(h.asset) + " " + n(h.price);
      text += "\n";
    }
    return text;
  }

  Instant begin_;
  State state_;
  Events events_;
  std::string text_;
};

}  // namespace

std::string playthrough(std::span<const Record> records) { return Teller().tell(records); }

}  // namespace auction
