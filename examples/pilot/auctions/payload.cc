#include "examples/pilot/auctions/payload.h"

#include <charconv>

#include "libauction/auction/deadline.h"

namespace pilot {
namespace {

constexpr std::string_view kLotMark = "-lot-";

Json text_or_null(std::string_view text) {
  if (text.empty()) return nullptr;
  return std::string(text);
}

// What a cricket player's card says beside the name; clubs have nothing of the kind.
Json meta_of(const Asset& asset) {
  const std::string_view franchise = attribute(asset, "franchise");
  if (franchise.empty()) return nullptr;
  const std::string_view role =
      asset.roles.empty() ? attribute(asset, "role") : std::string_view(asset.roles.front());
  return {{"franchise", std::string(franchise)}, {"role", text_or_null(role)}};
}

struct Purse {
  Money purse, spent, most;
  std::size_t used = 0, left = 0;
};

Json participant(const Scene& scene, ActorId id, std::string_view label, const Purse& purse,
                 Json squad) {
  const LeagueMember* member = find_member(scene.league, id);
  Json line = person_of(scene.people, id, label);
  line["role"] = word(member == nullptr ? LeagueRole::kManager : member->role);
  line["bot"] = member != nullptr && member->bot;
  line["online"] = line["bot"] == true || scene.live.online(scene.league.id, id);
  line["purse"] = purse.purse.units;
  line["spent"] = purse.spent.units;
  line["slotsUsed"] = purse.used;
  line["slotsLeft"] = purse.left;
  line["maxBid"] = purse.most.units;
  line["squad"] = std::move(squad);
  return line;
}

Json squad_of(const State& state, const Account& account) {
  Json squad = Json::array();
  for (const Holding& held : account.squad) {
    const Asset& asset = (*state.setup->catalogue)[held.asset];
    squad.push_back({{"assetId", to_text(asset.id)},
                     {"name", asset.name},
                     {"price", held.price.units},
                     {"lotId", held.lot.value == 0 ? Json() : Json(lot_id(state, held.lot))}});
  }
  return squad;
}

Money on_grid(const RuleSet& rules, Money limit) {
  if (limit < rules.english.minimum) return {0};
  return rung_at_or_below(rules.english.ladder, limit);
}

}  // namespace

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json moment(Instant at) {
  if (at == kNever) return nullptr;
  return at.unix_ms;
}

Json person_of(const People& people, ActorId id, std::string_view label) {
  return {{"userId", to_text(id)}, {"displayName", people.display_name(id, label)}};
}

Json person_of(const Scene& scene, ActorId id) {
  if (id.is_nil()) return nullptr;
  const LeagueMember* member = find_member(scene.league, id);
  return person_of(scene.people, id, member == nullptr ? "Former member" : member->label);
}

Json person_of(const Scene& scene, const State& state, ManagerSlot slot) {
  if (slot == kNoManager) return nullptr;
  const Participant& participant = state.setup->participants[slot.value];
  return person_of(scene.people, id_of(participant), participant.label);
}

Json member_of(const Scene& scene, const LeagueMember& member) {
  Json line = person_of(scene.people, member.id, member.label);
  line["role"] = word(member.role);
  line["bot"] = member.bot;
  line["online"] = member.bot || scene.live.online(scene.league.id, member.id);
  line["joinedAt"] = iso(member.joined_at);
  return line;
}

Json members_of(const Scene& scene) {
  Json members = Json::array();
  for (const LeagueMember& member : scene.league.members) {
    members.push_back(member_of(scene, member));
  }
  return members;
}

Json asset_of(std::string_view sport, const Asset& asset) {
  return {{"id", to_text(asset.id)},
          {"externalId", asset.external_id},
          {"sportKey", std::string(sport)},
          {"name", asset.name},
          {"country", text_or_null(attribute(asset, "country"))},
          {"meta", meta_of(asset)}};
}

Json participant_of(const Scene& scene, const LeagueMember& member, const RuleSet& rules) {
  const Money most = on_grid(rules, highest_affordable(rules.squad, rules.budget, 0));
  return participant(scene, member.id, member.label, {rules.budget, {}, most, 0, rules.squad.max},
                     Json::array());
}

Json participant_of(const Scene& scene, const State& state, ManagerSlot slot) {
  const Participant& participant_there = state.setup->participants[slot.value];
  const Account& account = state.accounts[slot.value];
  const std::size_t used = state.seats[slot.value].roster;
  return participant(scene, id_of(participant_there), participant_there.label,
                     {purse(account), account.spent + account.charged, most_for(state, slot), used,
                      state.rules->squad.max - used},
                     squad_of(state, account));
}

Json participants_of(const Scene& scene, const State& state) {
  Json all = Json::array();
  for (std::size_t i = 0; i < state.seats.size(); ++i) {
    all.push_back(participant_of(scene, state, ManagerSlot{static_cast<std::uint8_t>(i)}));
  }
  return all;
}

std::string lot_id(const State& state, LotNumber lot) {
  return to_text(auction_of(state)) + std::string(kLotMark) + std::to_string(lot.value);
}

LotNumber lot_number(AuctionId auction, std::string_view lot_id) {
  const std::string start = to_text(auction) + std::string(kLotMark);
  if (!lot_id.starts_with(start)) return {0};
  const std::string_view digits = lot_id.substr(start.size());
  LotNumber lot;
  const auto [end, fault] =
      std::from_chars(digits.data(), digits.data() + digits.size(), lot.value);
  const bool whole = fault == std::errc() && end == digits.data() + digits.size();
  return whole && digits.front() != '0' ? lot : LotNumber{0};
}

Money most_for(const State& state, ManagerSlot slot) {
  if (const OpenLot* lot = lot_on_block(state)) return max_bid(state, slot, *lot);
  return on_grid(*state.rules, state.seats[slot.value].limit);
}

}  // namespace pilot
