// What anybody may ask about sports, and who is signed in about their clubs and players.
//
//   GET /sports · /sports/{key}      GET /assets?sportKey&search&page&pageSize · /clubs
#pragma once

#include "examples/pilot/api/page.h"
#include "examples/pilot/api/route.h"
#include "examples/pilot/assets/assets.h"

namespace pilot {

// `cricket`: whether the sport is there at all. The assets must outlive the routes.
Routes asset_routes(const Assets& assets, bool cricket);

// One page of a list, with `pagination`.
Json asset_page(std::string_view sport, const std::vector<const Asset*>& found, const Page& page);

}  // namespace pilot
