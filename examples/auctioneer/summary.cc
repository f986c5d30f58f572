#include "examples/auctioneer/summary.h"

#include "libauction/adapters/json/pretty.h"
#include "libauction/base/hex.h"

namespace auction::cli {
namespace {

Json holding_json(const State& state, const Holding& holding) {
  const Asset& asset = (*state.setup->catalogue)[holding.asset];
  Json json{{"externalId", asset.external_id}, {"name", asset.name}};
  json["price"] = holding.price.units;
  json["lotNumber"] = holding.lot.value == 0 ? Json(nullptr) : Json(holding.lot.value);
  return json;
}

Json manager_json(const State& state, std::size_t seat) {
  const Account& account = state.accounts[seat];
  Json squad = Json::array();
  for (const Holding& holding : account.squad) squad.push_back(holding_json(state, holding));
  return {{"label", state.setup->participants[seat].label},
          {"purse", purse(account).units},
          {"charged", account.charged.units},
          {"spent", account.spent.units},
          {"squad", std::move(squad)}};
}

Json reason_json(const State& state) {
  if (state.end_reason == EndReason::kNone) return nullptr;
  return std::string(word(state.end_reason));
}

}  // namespace

LotCounts count_lots(const State& state) {
  LotCounts counts;
  for (const LotRecord& lot : state.lots) {
    counts.bids += lot.bid_count;
    counts.lots += lot.outcome == Outcome::kOpen ? 0 : 1;
    counts.sold += lot.outcome == Outcome::kSold ? 1 : 0;
    counts.unsold += lot.outcome == Outcome::kUnsold ? 1 : 0;
    counts.withdrawn += lot.outcome == Outcome::kWithdrawn ? 1 : 0;
    counts.voided += lot.outcome == Outcome::kVoided ? 1 : 0;
  }
  for (const OpenLot& lot : state.open) counts.bids += lot.bid_count;
  return counts;
}

Json summary_json(const State& state, const Head& head) {
  const LotCounts counts = count_lots(state);
  Json json{{"auction", to_text(state.setup->auction)}, {"rules", state.rules->name}};
  json["status"] = std::string(word(state.status));
  json["reason"] = reason_json(state);
  json["seq"] = state.seq;
  json["head"] = to_hex(head.hash.bytes);
  json["digest"] = to_hex(state_digest(state).bytes);
  json["lots"] = {{"concluded", counts.lots}, {"sold", counts.sold},
                  {"unsold", counts.unsold},  {"withdrawn", counts.withdrawn},
                  {"voided", counts.voided},  {"bids", counts.bids}};
  json["managers"] = Json::array();
  for (std::size_t i = 0; i < state.accounts.size(); ++i) {
    json["managers"].push_back(manager_json(state, i));
  }
  return json;
}

std::string money_text(const State& state, Money amount) {
  return format_money(state.rules->currency, amount);
}

const std::string& label_of(const State& state, ManagerSlot manager) {
  return state.setup->participants[manager.value].label;
}

void print_managers(Screen& screen, const State& state) {
  screen.print("{}  {:>5}  {:>14}  {:>14}\n", fit("manager", 24), "squad", "spent", "left");
  for (std::size_t i = 0; i < state.accounts.size(); ++i) {
    const Account& account = state.accounts[i];
    screen.print("{}  {:>5}  {}  {}\n", fit(state.setup->participants[i].label, 24),
                 account.squad.size(),
                 fit_right(money_text(state, account.spent + account.charged), 14),
                 fit_right(money_text(state, purse(account)), 14));
  }
}

void print_end(Screen& screen, const State& state, const Head& head) {
  const LotCounts counts = count_lots(state);
  std::string status(word(state.status));
  if (state.end_reason != EndReason::kNone) {
    status += fmt::format(" ({})", word(state.end_reason));
  }
  screen.print("{}: {} lots concluded, {} sold, {} unsold, {} bids, {} events\n",
               screen.paint(kStrong, status), counts.lots, counts.sold, counts.unsold, counts.bids,
               state.seq);
  screen.print("head    {}\ndigest  {}\n", to_hex(head.hash.bytes),
               to_hex(state_digest(state).bytes));
}

void print_json(Screen& screen, const Json& json) { screen.say(pretty_json(json.dump())); }

}  // namespace auction::cli
