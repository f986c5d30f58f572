#include "examples/pilot/seasons/catch_up.h"

#include <map>

namespace pilot {

std::optional<ManagerSlot> find_season_member(const Season& season, ActorId id) {
  for (std::size_t i = 0; i < season.members.size(); ++i) {
    const ManagerId member = season.members[i].id;
    if (member == ManagerId{id.hi, id.lo}) return ManagerSlot{static_cast<std::uint8_t>(i)};
  }
  return std::nullopt;
}

// What is refused (a season has room for so many members, ever) is left out.
void CatchUp::take(const SeasonCommand& command) {
  SeasonEvents events;
  if (!decide(season_, command, {kHost, season_.last_at}, events).empty()) return;
  if (events.empty()) return;
  apply(season_, events, season_.last_at);
  commands_.push_back(command);
}

void CatchUp::members(const League& league) {
  for (const LeagueMember& member : league.members) {
    if (!has_seat(member.role) || find_season_member(season_, member.id)) continue;
    take(JoinSeason{{{member.id.hi, member.id.lo}, member.label}});
  }
}

void CatchUp::book(const std::string& book) { take(ChangeBook{book, {}}); }

std::vector<ManagerSlot> CatchUp::owners_by(const State& auction) const {
  const std::vector<Asset>& assets = season_.setup->catalogue->assets;
  std::map<AssetId, std::size_t> place;
  for (std::size_t i = 0; i < assets.size(); ++i) place.emplace(assets[i].id, i);
  std::vector<ManagerSlot> owners(assets.size(), kNoManager);
  for (std::size_t m = 0; m < auction.accounts.size(); ++m) {
    const ManagerId id = auction.setup->participants[m].id;
    const auto manager = find_season_member(season_, {id.hi, id.lo});
    if (!manager) continue;
    for (const Holding& held : auction.accounts[m].squad) {
      const auto found = place.find((*auction.setup->catalogue)[held.asset].id);
      if (found != place.end()) owners[found->second] = *manager;
    }
  }
  return owners;
}

void CatchUp::owners(const State* auction) {
  const std::size_t count = season_.setup->catalogue->assets.size();
  const bool none = auction == nullptr || auction->status == Status::kCancelled;
  const std::vector<ManagerSlot> owners =
      none ? std::vector<ManagerSlot>(count, kNoManager) : owners_by(*auction);
  for (std::size_t i = 0; i < count; ++i) {
    const AssetSlot asset{static_cast<std::uint16_t>(i)};
    if (owner_at(season_, asset, kWholeSeason) == owners[i]) continue;
    if (owners[i] == kNoManager) {
      take(ClearOwner{asset, kWholeSeason});
    } else {
      take(SetOwner{{asset, kWholeSeason, owners[i]}});
    }
  }
}

}  // namespace pilot
