// What the next auction will be of, and which auctions and seasons are the league's.
#include <algorithm>

#include "libauction/base/utf8.h"
#include "libauction/league/decide_internal.h"

namespace auction {
namespace {

LeagueAnswer closed(const LeagueDesk& desk) {
  if (!has_unfinished_auction(desk.league)) return std::nullopt;
  return refuse(LeagueReason::kAuctionUnfinished);
}

// The first that stands there for the second time.
std::optional<std::size_t> repeated(const std::vector<AssetId>& assets) {
  std::vector<std::pair<AssetId, std::size_t>> places;
  for (std::size_t i = 0; i < assets.size(); ++i) places.emplace_back(assets[i], i);
  std::sort(places.begin(), places.end());
  std::optional<std::size_t> first;
  for (std::size_t i = 1; i < places.size(); ++i) {
    if (places[i].first != places[i - 1].first) continue;
    first = first ? std::min(*first, places[i].second) : places[i].second;
  }
  return first;
}

}  // namespace

LeagueAnswer on(const LeagueDesk& desk, const ChooseRules& command) {
  if (!well_formed(*command.rules) || has_errors(lint(*command.rules))) {
    return refuse(LeagueReason::kBrokenRules, "rules");
  }
  if (desk.league.choices.rules == command.rules) return std::nullopt;
  if (LeagueAnswer no = closed(desk)) return no;
  return desk.conclude(RulesChosen{command.rules});
}

LeagueAnswer on(const LeagueDesk& desk, const ChooseAssets& command) {
  if (command.assets.size() > kMaxAssets) {
    return refuse(LeagueReason::kOutOfRange, "assets", kMaxAssets);
  }
  if (const auto place = repeated(command.assets)) {
    return refuse(LeagueReason::kTwice, "assets", static_cast<std::int64_t>(*place));
  }
  if (desk.league.choices.assets == command.assets) return std::nullopt;
  if (LeagueAnswer no = closed(desk)) return no;
  return desk.conclude(AssetsChosen{command.assets});
}

LeagueAnswer on(const LeagueDesk& desk, const ChooseCompetition& command) {
  if (command.competition.size() > kMaxLeagueText || !is_plain(command.competition)) {
    return refuse(LeagueReason::kBadText, "competition", kMaxLeagueText);
  }
  if (desk.league.choices.competition == command.competition) return std::nullopt;
  return desk.conclude(CompetitionChosen{command.competition});
}

// A rule book's text has lines; all that is asked of it here is that it is text.
LeagueAnswer on(const LeagueDesk& desk, const ChooseBook& command) {
  const std::string_view book = command.book;
  if (book.size() > kMaxBookText || utf8_prefix(book) != book.size()) {
    return refuse(LeagueReason::kBadText, "book", kMaxBookText);
  }
  if (desk.league.choices.book == book) return std::nullopt;
  return desk.conclude(BookChosen{command.book});
}

LeagueAnswer on(const LeagueDesk& desk, const LinkAuction& command) {
  const League& league = desk.league;
  if (command.auction.is_nil()) return refuse(LeagueReason::kUnknownAuction, "auction");
  for (const LinkedAuction& link : league.auctions) {
    if (link.auction == command.auction) return std::nullopt;
  }
  if (LeagueAnswer no = closed(desk)) return no;
  if (league.auctions.size() >= kMaxLinks) {
    return refuse(LeagueReason::kOutOfRange, "auction", kMaxLinks);
  }
  if (!league.choices.rules) return refuse(LeagueReason::kNothingChosen, "rules");
  if (league.choices.assets.empty()) return refuse(LeagueReason::kNothingChosen, "assets");
  if (seats_taken(league) < league.settings.min_managers) {
    return refuse(LeagueReason::kTooFewManagers, "", league.settings.min_managers);
  }
  return desk.conclude(AuctionLinked{command.auction});
}

LeagueAnswer on(const LeagueDesk& desk, const EndAuction& command) {
  if (command.fate == AuctionFate::kUnfinished) return refuse(LeagueReason::kOutOfRange, "fate");
  for (const LinkedAuction& link : desk.league.auctions) {
    if (link.auction != command.auction) continue;
    if (link.fate == command.fate) return std::nullopt;
    if (link.fate != AuctionFate::kUnfinished) return refuse(LeagueReason::kWrongState, "fate");
    return desk.conclude(AuctionEnded{command.auction, command.fate});
  }
  return refuse(LeagueReason::kUnknownAuction, "auction");
}

LeagueAnswer on(const LeagueDesk& desk, const ReopenAuction& command) {
  const std::vector<LinkedAuction>& auctions = desk.league.auctions;
  if (auctions.empty() || auctions.back().auction != command.auction) {
    return refuse(LeagueReason::kUnknownAuction, "auction");
  }
  if (auctions.back().fate == AuctionFate::kUnfinished) return std::nullopt;
  if (auctions.back().fate == AuctionFate::kCancelled) {
    return refuse(LeagueReason::kWrongState, "auction");
  }
  return desk.conclude(AuctionReopened{command.auction});
}

LeagueAnswer on(const LeagueDesk& desk, const LinkSeason& command) {
  const std::vector<SeasonId>& seasons = desk.league.seasons;
  if (command.season.is_nil()) return refuse(LeagueReason::kOutOfRange, "season");
  if (std::find(seasons.begin(), seasons.end(), command.season) != seasons.end()) {
    return std::nullopt;
  }
  if (seasons.size() >= kMaxLinks) return refuse(LeagueReason::kOutOfRange, "season", kMaxLinks);
  return desk.conclude(SeasonLinked{command.season});
}

}  // namespace auction
