#include "examples/pilot/assets/asset_routes.h"

#include <algorithm>

#include "examples/pilot/auctions/payload.h"

namespace pilot {
namespace {

constexpr std::size_t kUsualPage = 50;
constexpr std::size_t kMostPage = 100;
constexpr std::size_t kMostSearch = 80;

Json sport_json(const SportKind& kind) {
  return {{"key", kind.key},
          {"name", kind.name},
          {"assetType", kind.asset_type},
          {"uiHints", {{"assetLabel", kind.asset_label}, {"assetPlural", kind.asset_plural}}}};
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Literal, and blind to the case of plain letters.
bool contains(std::string_view text, std::string_view part) {
  const auto same = [](char a, char b) { return lower(a) == lower(b); };
  return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

// Everything that answers GET /sports and GET /assets.
class AssetDesk {
 public:
  AssetDesk(const Assets& assets, bool cricket) : assets_(assets), cricket_(cricket) {}

  Answer sports() const {
    Json all = Json::array();
    for (const SportKind& kind : assets_.sports()) {
      if (is_open(kind.key)) all.push_back(sport_json(kind));
    }
    return json_answer(200, all);
  }

  Answer sport(const Call& call) const {
    const SportKind* kind = assets_.sport(call.places[0]);
    return kind != nullptr && is_open(kind->key) ? json_answer(200, sport_json(*kind)) : unknown();
  }

  Answer assets(const Call& call) const {
    std::vector<Fault> faults;
    const Page page = read_page(call, "pageSize", kUsualPage, kMostPage, faults);
    const std::string_view sport = query_text(call, "sportKey");
    const std::string_view search = query_text(call, "search");
    if (!sport.empty() && (assets_.sport(sport) == nullptr || !is_open(sport))) {
      faults.push_back({"/sportKey", "is no sport"});
    }
    if (search.size() > kMostSearch) {
      faults.push_back({"/search", "must be 80 bytes or less"});
    }
    if (!faults.empty()) return malformed(faults);
    return json_answer(200, found(sport, search, page));
  }

  Answer clubs() const {
    Json all = Json::array();
    for (const Asset& asset : assets_.of("football")) all.push_back(asset_of("football", asset));
    return json_answer(200, all);
  }

 private:
  bool is_open(std::string_view sport) const { return cricket_ || sport != "cricket"; }

  Json found(std::string_view sport, std::string_view search, const Page& page) const {
    std::vector<std::pair<std::string_view, const Asset*>> all;
    for (const SportKind& kind : assets_.sports()) {
      if (!is_open(kind.key) || (!sport.empty() && sport != kind.key)) continue;
      for (const Asset& asset : assets_.of(kind.key)) {
        const bool hit = contains(asset.name, search) || contains(asset.external_id, search);
        if (hit) all.emplace_back(kind.key, &asset);
      }
    }
    Json list = Json::array();
    for (std::size_t i = page.begin(all.size()); i < page.end(all.size()); ++i) {
      list.push_back(asset_of(all[i].first, *all[i].second));
    }
    return {{"assets", std::move(list)}, {"pagination", pagination(page, all.size())}};
  }

  const Assets& assets_;
  const bool cricket_;
};

}  // namespace

Json asset_page(std::string_view sport, const std::vector<const Asset*>& found, const Page& page) {
  Json list = Json::array();
  for (std::size_t i = page.begin(found.size()); i < page.end(found.size()); ++i) {
    list.push_back(asset_of(sport, *found[i]));
  }
  return {{"assets", std::move(list)}, {"pagination", pagination(page, found.size())}};
}

Routes asset_routes(const Assets& assets, bool cricket) {
  const AssetDesk desk(assets, cricket);
  Routes routes;
  routes.push_back(
      {"GET", "/sports", Who::kAnyone, [desk](const Call&, Reply reply) { reply(desk.sports()); }});
  routes.push_back({"GET", "/sports/{key}", Who::kAnyone,
                    [desk](const Call& call, Reply reply) { reply(desk.sport(call)); }});
  routes.push_back({"GET", "/assets", Who::kSignedIn,
                    [desk](const Call& call, Reply reply) { reply(desk.assets(call)); }});
  routes.push_back(
      {"GET", "/clubs", Who::kSignedIn, [desk](const Call&, Reply reply) { reply(desk.clubs()); }});
  return routes;
}

}  // namespace pilot
