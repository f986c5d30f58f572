#include "libauction/adapters/json/view.h"

#include "libauction/adapters/json/writer_internal.h"

namespace auction {
namespace {

class ViewWriter {
 public:
  ViewWriter(std::string& text, const Setup& setup) : json_(text), setup_(setup) {}

  void view(const View& view) {
    json_.object([&] {
      times(view);
      list("lots", view.lots, [&](const LotView& lot) { open_lot(lot); });
      list("managers", view.managers, [&](const ManagerView& m) { manager(m); });
      json_.key("progress");
      progress(view.progress);
      list("upcoming", view.upcoming, [&](AssetSlot slot) { asset(slot); });
      json_.key("closed");
      closed_lots(view.closed);
      json_("viewer", view.viewer);
      list("requested", view.requested, [&](AssetSlot slot) { asset(slot); });
    });
  }

 private:
  template <class Items, class Each>
  void list(std::string_view name, const Items& items, Each&& each) {
    json_.key(name);
    json_.list(items, each);
  }

  void times(const View& view) {
    json_("seq", view.seq);
    json_("serverNow", view.server_now);
    json_("status", word(view.status));
    json_("phase", word(view.phase));
    json_("reason", OrNull{view.reason, EndReason::kNone});
    json_("opensAt", view.opens_at);
    json_("requestsEndAt", view.requests_end_at);
  }

  void asset(AssetSlot slot) {
    const Asset& asset = (*setup_.catalogue)[slot];
    json_.object([&] {
      json_("asset", slot);
      json_("externalId", asset.external_id);
      json_("name", asset.name);
    });
  }
  void asset_member(AssetSlot slot) {
    json_.key("asset");
    asset(slot);
  }

  void open_lot(const LotView& lot) {
    json_.object([&] {
      json_("lotNumber", lot.number);
      asset_member(lot.asset);
      json_("round", lot.round);
      json_("reoffer", lot.reoffer);
      json_("basePrice", lot.base_price);
      json_("currentBid", lot.current_bid);
      json_("leader", lot.leader);
      json_("bidCount", lot.bid_count);
      json_("nextBid", lot.next_bid);
      json_("extensions", lot.extensions);
      json_("openedAt", lot.opened_at);
      json_("endsAt", lot.ends_at);
      json_("remainingMs", lot.remaining);
      list("bids", lot.bids, [&](const PlacedBid& placed) { bid(placed); });
      json_("maxBids", lot.max_bids);
    });
  }

  void bid(const PlacedBid& bid) {
    json_.object([&] {
      json_("manager", bid.manager);
      json_("amount", bid.amount);
      json_("seq", bid.seq);
      json_("at", bid.at);
    });
  }

  void manager(const ManagerView& manager) {
    json_.object([&] {
      json_("manager", manager.slot);
      json_("label", setup_.participants[manager.slot.value].label);
      json_("purse", manager.purse);
      json_("spent", manager.spent);
      json_("slotsUsed", manager.slots_used);
      json_("slotsLeft", manager.slots_left);
      list("squad", manager.squad, [&](const Holding& held) { holding(held); });
    });
  }

  void holding(const Holding& holding) {
    json_.object([&] {
      asset_member(holding.asset);
      json_("price", holding.price);
      json_("lotNumber", OrNull{holding.lot, LotNumber{}});
    });
  }

  void progress(const Progress& progress) {
    json_.object([&] {
      json_("totalLots", progress.total);
      json_("sold", progress.sold);
      json_("unsold", progress.unsold);
      json_("remaining", progress.remaining);
      json_("round", progress.round);
    });
  }

  void closed_lots(const std::vector<LotRecord>& lots) {
    std::vector<std::uint32_t> closed;
    for (std::size_t i = 0; i < lots.size(); ++i) {
      if (lots[i].outcome != Outcome::kOpen) closed.push_back(static_cast<std::uint32_t>(i + 1));
    }
    json_.list(closed, [&](std::uint32_t number) { closed_lot(number, lots[number - 1]); });
  }

  void closed_lot(std::uint32_t number, const LotRecord& lot) {
    json_.object([&] {
      json_("lotNumber", number);
      asset_member(lot.asset);
      json_("outcome", word(lot.outcome));
      json_("how", lot.how);
      json_("winner", lot.winner);
      json_("round", lot.round);
      json_("price", was_sold(lot) ? std::optional(lot.price) : std::nullopt);
      json_("bidCount", lot.bid_count);
      json_("openedAt", lot.opened_at);
    });
  }

  JsonWriter json_;
  const Setup& setup_;
};

}  // namespace

std::string to_json(const View& view, const Setup& setup) {
  std::string text;
  ViewWriter(text, setup).view(view);
  return text;
}

}  // namespace auction
