// What became of every club, as JSON for the room and as CSV for a spreadsheet.
#include <algorithm>
#include <array>

#include "examples/pilot/auctions/picture.h"
#include "libauction/adapters/csv/writer.h"

namespace pilot {
namespace {

enum class ClubStatus : std::uint8_t { kCurrent, kSold, kUnsold, kUpcoming };
constexpr std::array<std::string_view, 4> kWords{"current", "sold", "unsold", "upcoming"};

struct Club {
  ClubStatus status = ClubStatus::kUpcoming;
  AssetSlot slot;
  LotNumber lot;           // 0: none yet
  std::uint32_t turn = 0;  // upcoming in an open order
  const LotRecord* record = nullptr;
};

ClubStatus status_of(AssetFate fate) {
  switch (fate) {
    case AssetFate::kOpen:
      return ClubStatus::kCurrent;
    case AssetFate::kOwned:
      return ClubStatus::kSold;
    case AssetFate::kQueued:
      return ClubStatus::kUpcoming;
    default:
      return ClubStatus::kUnsold;
  }
}

std::vector<Club> clubs_in(const State& state) {
  std::vector<Club> clubs;
  for (std::size_t i = 0; i < state.assets.size(); ++i) {
    Club club;
    club.slot = {static_cast<std::uint16_t>(i)};
    club.status = status_of(state.assets[i].fate);
    if (club.status != ClubStatus::kUpcoming) club.lot = state.assets[i].last_lot;
    if (club.lot.value != 0) club.record = &state.lots[club.lot.value - 1];
    if (!state.rules->order.hidden) {
      const auto place = std::ranges::find(state.queue, club.slot);
      club.turn = static_cast<std::uint32_t>(state.queue.end() - place);
    }
    clubs.push_back(club);
  }
  const std::vector<Asset>& assets = state.setup->catalogue->assets;
  std::ranges::stable_sort(clubs, [&](const Club& a, const Club& b) {
    if (a.status != b.status) return a.status < b.status;
    if (a.status == ClubStatus::kSold && a.lot != b.lot) return a.lot < b.lot;
    if (a.turn != b.turn) return a.turn < b.turn;
    return assets[a.slot.value].name < assets[b.slot.value].name;
  });
  return clubs;
}

Json club_of(const Scene& scene, const State& state, const Club& club) {
  const bool is_sold = club.status == ClubStatus::kSold && club.record != nullptr;
  return {{"asset", asset_of(scene.league.settings.sport, (*state.setup->catalogue)[club.slot])},
          {"status", kWords[static_cast<std::size_t>(club.status)]},
          {"lotId", club.lot.value == 0 ? Json() : Json(lot_id(state, club.lot))},
          {"lotNumber", club.lot.value == 0 ? Json() : Json(club.lot.value)},
          {"winner", is_sold ? person_of(scene, state, club.record->winner) : Json()},
          {"winningBid", is_sold ? Json(club.record->price.units) : Json()}};
}

}  // namespace

Json clubs_of(const Scene& scene, const State& state, const Board& board) {
  std::array<std::size_t, 4> counts{};
  Json lines = Json::array();
  for (const Club& club : clubs_in(state)) {
    ++counts[static_cast<std::size_t>(club.status)];
    lines.push_back(club_of(scene, state, club));
  }
  const std::size_t total = lines.size();
  return {{"auctionId", to_text(auction_of(state))},
          {"seq", board.shown_seq()},
          {"clubs", std::move(lines)},
          {"totalClubs", total},
          {"soldClubs", counts[1]},
          {"unsoldClubs", counts[2]},
          {"remainingClubs", counts[3]}};
}

std::string report_of(const Scene& scene, const State& state) {
  std::string text;
  CsvWriter csv(text);
  for (const std::string_view head : {"lotNumber", "round", "externalId", "name", "status", "how",
                                      "winner", "winningBid", "bidCount", "openedAt"}) {
    csv.cell(head);
  }
  csv.end_row();
  for (std::size_t i = 0; i < state.lots.size(); ++i) {
    const LotRecord& lot = state.lots[i];
    if (lot.outcome == Outcome::kOpen) continue;
    const Asset& asset = (*state.setup->catalogue)[lot.asset];
    csv.cell(static_cast<std::int64_t>(i + 1)).cell(std::int64_t{lot.round});
    csv.cell(asset.external_id).cell(asset.name).cell(word(lot.outcome)).cell(word(lot.how));
    if (lot.winner == kNoManager) {
      csv.empty().empty();
    } else {
      const Json winner = person_of(scene, state, lot.winner);
      csv.cell(winner["displayName"].get_ref<const std::string&>()).cell(lot.price);
    }
    csv.cell(std::int64_t{lot.bid_count}).cell(iso(lot.opened_at)).end_row();
  }
  return text;
}

}  // namespace pilot
