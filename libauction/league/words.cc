#include "libauction/league/decide.h"

namespace auction {
namespace {

struct Words {
  std::string_view word;
  std::string_view sentence;
};

// In the order of LeagueReason, from 1.
constexpr Words kWords[] = {
    {"not_allowed", "is not for you"},
    {"wrong_state", "the league is not in this state"},
    {"unknown_member", "no member has this id"},
    {"unknown_invite", "there is no such invite"},
    {"invite_expired", "the invite has expired"},
    {"invite_used_up", "the invite was used as often as it may be"},
    {"league_full", "every seat is taken"},
    {"taken", "is another member's already"},
    {"bad_text", "is empty, too long or not plain text"},
    {"out_of_range", "is out of range"},
    {"auction_started", "an auction of the league is not over yet"},
    {"too_few_managers", "there are not enough managers"},
    {"commissioner_stays", "the commissioner must hand over first"},
    {"nothing_chosen", "nothing was chosen yet"},
    {"broken_rules", "the rules cannot work"},
    {"not_for_bots", "a bot cannot be that"},
    {"unknown_auction", "no auction of the league has this id"},
    {"twice", "stands there already"},
};

}  // namespace

std::string_view word(LeagueRole role) {
  constexpr std::string_view kRoles[] = {"spectator", "manager", "deputy", "commissioner"};
  return kRoles[static_cast<std::size_t>(role)];
}

std::string_view word(AuctionFate fate) {
  constexpr std::string_view kFates[] = {"unfinished", "completed", "cancelled"};
  return kFates[static_cast<std::size_t>(fate)];
}

std::string_view word(LeagueReason reason) {
  return kWords[static_cast<std::size_t>(reason) - 1].word;
}

std::string_view sentence(LeagueReason reason) {
  return kWords[static_cast<std::size_t>(reason) - 1].sentence;
}

}  // namespace auction
