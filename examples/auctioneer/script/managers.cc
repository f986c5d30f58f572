// What can be said of a manager: `purse 455m, squad 1, owns Arsenal 45m`.
#include <fmt/format.h>

#include "examples/auctioneer/script/steps.h"

namespace auction::script {
namespace {

using SeatLook = std::string (*)(const Scene&, ManagerSlot);

std::string money_text(const Scene& scene, Money amount) {
  return format_money(scene.state.rules->currency, amount);
}

const Account& account(const Scene& scene, ManagerSlot seat) {
  return scene.state.accounts[seat.value];
}

std::string free_money(const Scene& scene, ManagerSlot seat) {
  return money_text(scene, scene.state.seats[seat.value].free);
}
std::string purse_money(const Scene& scene, ManagerSlot seat) {
  return money_text(scene, purse(account(scene, seat)));
}
std::string spent_money(const Scene& scene, ManagerSlot seat) {
  return money_text(scene, account(scene, seat).spent);
}
std::string charged_money(const Scene& scene, ManagerSlot seat) {
  return money_text(scene, account(scene, seat).charged);
}
// The highest bid on the open lot (the one that ends first), or on any lot when none is open.
std::string most_money(const Scene& scene, ManagerSlot seat) {
  const State& state = scene.state;
  if (state.open.empty()) return money_text(scene, state.seats[seat.value].limit);
  return money_text(scene, max_bid(state, seat, state.open.front()));
}
// What purse and reserve allow, on a rung or not.
std::string limit_money(const Scene& scene, ManagerSlot seat) {
  const State& state = scene.state;
  const bool open = !state.open.empty();
  const Money limit = open ? standing(state, seat, state.open.front()).limit
                           : standing(state, seat, QuotaMask{0}).limit;
  return money_text(scene, limit);
}
std::string squad_size(const Scene& scene, ManagerSlot seat) {
  return std::to_string(account(scene, seat).squad.size());
}

struct Named {
  std::string_view word;
  SeatLook look;
};
constexpr Named kMoneys[] = {{"purse", purse_money}, {"free", free_money},
                             {"spent", spent_money}, {"charged", charged_money},
                             {"limit", limit_money}, {"most", most_money}};

std::string owned_for(const Scene& scene, ManagerSlot seat, AssetSlot asset) {
  for (const Holding& holding : account(scene, seat).squad) {
    if (holding.asset == asset) return money_text(scene, holding.price);
  }
  return "not owned";
}

Check owns(Reader& in, const Setup& setup, ManagerSlot seat) {
  const AssetSlot asset = in.asset(setup);
  in.expect("for");
  const Money price = in.money(setup.rules->currency);
  return {"price paid", format_money(setup.rules->currency, price),
          [seat, asset](const Scene& scene) { return owned_for(scene, seat, asset); }};
}

bool read_property(Reader& in, const Setup& setup, ManagerSlot seat, std::vector<Check>& checks) {
  for (const Named& named : kMoneys) {
    if (!in.take(named.word)) continue;
    const Money amount = in.money(setup.rules->currency);
    checks.push_back({std::string(named.word), format_money(setup.rules->currency, amount),
                      [seat, look = named.look](const Scene& s) { return look(s, seat); }});
    return true;
  }
  if (in.take("squad")) {
    checks.push_back({"squad", std::to_string(in.integer("a number", 0, 65'535)),
                      [seat](const Scene& scene) { return squad_size(scene, seat); }});
    return true;
  }
  if (!in.take("owns")) return false;
  checks.push_back(owns(in, setup, seat));
  return true;
}

}  // namespace

void read_manager(Reader& in, const Setup& setup, std::vector<Check>& checks) {
  const ManagerSlot seat = in.manager(setup);
  do {
    if (!read_property(in, setup, seat, checks)) {
      in.fail("expected purse, free, spent, charged, limit, most, squad or owns");
    }
  } while (in.take(","));
}

}  // namespace auction::script
