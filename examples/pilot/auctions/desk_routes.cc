// The routes of auctions, and those that only show.
#include <algorithm>
#include <charconv>

#include "examples/pilot/auctions/desk.h"
#include "libauction/adapters/json/record.h"
#include "libauction/log/secrecy.h"

namespace pilot {
namespace {

constexpr std::size_t kMostBidBody = 2 * 1024;
constexpr std::uint64_t kRecordsShown = 500, kMostRecords = 1000;

// A number in the query; `otherwise` where there is none. Nothing: it is no such number.
std::optional<std::uint64_t> number_in(const Call& call, const char* name,
                                       std::uint64_t otherwise) {
  const auto found = call.query.find(name);
  if (found == call.query.end()) return otherwise;
  const std::string& text = found->second;
  std::uint64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

Routes AuctionDesk::routes() {
  Routes routes;
  const auto add = [&](std::string_view method, std::string_view path, auto handle) {
    routes.push_back({method, path, Who::kSignedIn, std::move(handle)});
  };
  const auto controls = [&](std::string_view method, std::string_view path, Act act) {
    add(method, path,
        [this, act](const Call& call, Reply reply) { conduct(call, std::move(reply), act); });
  };
  const auto shows = [&](std::string_view path, auto show) {
    add("GET", path, [this, show](const Call& call, Reply reply) {
      if (const auto what = look_up(call, reply)) show(*what, call, reply);
    });
  };
  add("POST", "/leagues/{id}/auction/start",
      [this](const Call& call, Reply reply) { start(call, std::move(reply)); });
  add("GET", "/leagues/{id}/auction",
      [this](const Call& call, Reply reply) { reply(auction_of_league(call)); });
  add("POST", "/auction/{id}/bid",
      [this](const Call& call, Reply reply) { take_bid(call, std::move(reply)); });
  routes.back().per_user = Limited::kBidUser;
  routes.back().per_address = Limited::kBidAddress;
  routes.back().most_body = kMostBidBody;
  add("POST", "/auction/{id}/begin",
      [this](const Call& call, Reply reply) { begin(call, std::move(reply)); });
  controls("POST", "/auction/{id}/pause", Act::kPause);
  controls("POST", "/auction/{id}/resume", Act::kResume);
  controls("POST", "/auction/{id}/complete-lot", Act::kComplete);
  controls("POST", "/auction/{id}/pass-lot", Act::kPass);
  controls("POST", "/auction/{id}/void-sale", Act::kVoid);
  controls("POST", "/auction/{id}/extend", Act::kExtend);
  controls("POST", "/auction/{id}/reset", Act::kReset);
  controls("POST", "/auction/{id}/end", Act::kEnd);
  controls("DELETE", "/auction/{id}", Act::kDelete);
  shows("/auction/{id}", [this](const Case& what, const Call& call, const Reply& reply) {
    reply({200, picture(what.auction, call.user, call.at)});
  });
  shows("/auction/{id}/clubs", [this](const Case& what, const Call&, const Reply& reply) {
    const Board& board = places_.at(what.auction).board;
    reply(json_answer(200, clubs_of(scene(what.league), what.state, board)));
  });
  shows("/auction/{id}/log", [this](const Case& what, const Call& call, const Reply& reply) {
    reply(log_of(what, call));
  });
  shows("/auction/{id}/report.csv", [this](const Case& what, const Call&, const Reply& reply) {
    Answer answer{200, report_of(scene(what.league), what.state), "text/csv; charset=utf-8"};
    answer.headers.emplace_back("Content-Disposition", "attachment; filename=\"auction.csv\"");
    reply(std::move(answer));
  });
  return routes;
}

Answer AuctionDesk::auction_of_league(const Call& call) {
  const auto id = parse_id<LeagueTag>(call.places[0]);
  const League* league = id ? needs_.leagues.find(*id) : nullptr;
  const bool member = league != nullptr && find_member(*league, call.user) != nullptr;
  if (!member || league->auctions.empty()) return unknown();
  const LinkedAuction& last = league->auctions.back();
  const State* state = last.fate == AuctionFate::kCancelled ? nullptr : find(last.auction, call.at);
  if (state == nullptr) return unknown();
  return json_answer(200, {{"auctionId", to_text(last.auction)}, {"status", status_word(*state)}});
}

// Records as they were committed; whoever asks is told of a secret only that it is there.
Answer AuctionDesk::log_of(const Case& what, const Call& call) {
  const auto from = number_in(call, "from", 1);
  const auto limit = number_in(call, "limit", kRecordsShown);
  if (!from || *from < 1) return malformed({{"/from", "must be 1 or more"}});
  if (!limit || *limit < 1 || *limit > kMostRecords) {
    return malformed({{"/limit", "must be 1 to " + std::to_string(kMostRecords)}});
  }
  Store& store = needs_.records.quiet_store(call.at);
  const State& state = *find(what.auction, call.at);
  std::string lines;
  std::uint64_t left = *limit;
  const HeadAnswer read = store.read(stream_of(what.auction), *from, [&](const Record& record) {
    const bool secret = is_secret(record, *state.rules, state.status);
    lines += to_json(secret ? withhold(record) : record);
    lines += '\n';
    return --left > 0;
  });
  if (std::holds_alternative<StorageFailure>(read)) return verdict_answer(Verdict::kUnavailable);
  return {200, std::move(lines), "application/x-ndjson"};
}

}  // namespace pilot
