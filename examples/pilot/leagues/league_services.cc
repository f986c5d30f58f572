#include "examples/pilot/leagues/league_services.h"

#include <fmt/format.h>

namespace pilot {
namespace {

// Where the refusal's field stands in the bodies of the routes.
std::string pointer_of(std::string_view field) {
  if (field == "sport") return "/sportKey";
  return field.empty() ? "" : fmt::format("/{}", field);
}

Answer full(const League& league, const LeagueRefusal& no) {
  return error(409, word(no.reason),
               fmt::format("The league is full ({} of {}).", seats_taken(league), no.limit));
}

Answer out_of_shape(const LeagueRefusal& no) {
  std::string message(sentence(no.reason));
  if (no.limit != 0) message += fmt::format(" ({} would do)", no.limit);
  return malformed({{pointer_of(no.field), message}});
}

std::string as_sentence(std::string_view text) {
  std::string sentence(text);
  if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z') {
    sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
  }
  return sentence + '.';
}

}  // namespace

std::variant<Entrance, Answer> enter(const LeagueServices& services, const Call& call,
                                     LeagueRole least) {
  const auto id = parse_id<LeagueTag>(call.places[0]);
  const League* league = id ? services.leagues.find(*id) : nullptr;
  const LeagueMember* self = league == nullptr ? nullptr : find_member(*league, call.user);
  if (self == nullptr) return unknown();
  if (self->role < least) {
    return forbidden(fmt::format("This is for the league's {}.", word(least)));
  }
  return Entrance{*league, *self};
}

Answer refused(const League& league, const LeagueRefusal& no) {
  switch (no.reason) {
    case LeagueReason::kNotAllowed:
      return forbidden("This is not for you.");
    case LeagueReason::kWrongState:
    case LeagueReason::kUnknownMember:
    case LeagueReason::kUnknownAuction:
      return unknown();
    case LeagueReason::kUnknownInvite:
    case LeagueReason::kInviteExpired:
    case LeagueReason::kInviteUsedUp:
      return error(403, word(no.reason), "This invite is not valid.");
    case LeagueReason::kLeagueFull:
      return full(league, no);
    case LeagueReason::kTooFewManagers:
      return error(409, word(no.reason),
                   fmt::format("The league has {} of {} managers.", seats_taken(league), no.limit));
    case LeagueReason::kAuctionUnfinished:
    case LeagueReason::kCommissionerStays:
    case LeagueReason::kNothingChosen:
    case LeagueReason::kNotForBots:
    case LeagueReason::kTaken:
      return error(409, word(no.reason), as_sentence(sentence(no.reason)));
    case LeagueReason::kBadText:
    case LeagueReason::kOutOfRange:
    case LeagueReason::kBrokenRules:
    case LeagueReason::kTwice:
      return out_of_shape(no);
  }
  return unknown();
}

Route league_route(const LeagueServices& services, std::string_view method, std::string_view path,
                   LeagueHandler handler) {
  return {method, path, Who::kSignedIn,
          at_once([services, handler](const Call& call) { return handler(services, call); })};
}

Answer unavailable(const StorageFailure&) {
  return error(503, "unavailable", "Nothing could be stored; try again.");
}

Answer said(std::string_view message) { return json_answer(200, {{"message", message}}); }

std::optional<Answer> undone(const League& league, const LeagueAct& act) {
  if (const auto* no = std::get_if<LeagueRefusal>(&act)) return refused(league, *no);
  if (const auto* failure = std::get_if<StorageFailure>(&act)) return unavailable(*failure);
  return std::nullopt;
}

std::optional<AuctionId> auction_shown(const League& league) {
  if (league.auctions.empty()) return std::nullopt;
  const LinkedAuction& last = league.auctions.back();
  if (last.fate == AuctionFate::kCancelled) return std::nullopt;
  return last.auction;
}

Json auction_id_json(const League& league) {
  const auto id = auction_shown(league);
  return id ? Json(to_text(*id)) : Json();
}

}  // namespace pilot
