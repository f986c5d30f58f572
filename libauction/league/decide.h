// Decide, for leagues: a command in, events or a refusal out. Nothing else happens.
//
// No refusal and no events: everything is so already (joining twice, the same choice again).
//
//   LeagueEvents events;
//   if (auto no = decide(league, AcceptInvite{secret, "Reds"}, {actor, false, now}, events))
//     return say(sentence(no->reason), no->field, no->limit);
//   apply(league, events, now);
//
// Thread-compatible.
#pragma once

#include "libauction/league/command.h"

namespace auction {

// Numbers are written to stored answers: never reuse one.
enum class LeagueReason : std::uint8_t {
  kNotAllowed = 1,
  kWrongState = 2,  // no league yet, there is one already, or it was dissolved
  kUnknownMember = 3,
  kUnknownInvite = 4,  // never made, or revoked
  kInviteExpired = 5,  // `limit` is the instant
  kInviteUsedUp = 6,   // `limit` times
  kLeagueFull = 7,     // `limit` seats
  kTaken = 8,          // another member's
  kBadText = 9,        // empty, not plain text, or more than `limit` bytes
  kOutOfRange = 10,    // `limit` would do
  kAuctionUnfinished = 11,
  kTooFewManagers = 12,     // `limit` are needed
  kCommissionerStays = 13,  // until it has handed over
  kNothingChosen = 14,      //
  kBrokenRules = 15,        // lint names the errors
  kNotForBots = 16,         //
  kUnknownAuction = 17,     //
  kTwice = 18,              // `limit` is the place of the second, from 0
};

std::string_view word(LeagueReason reason);      // "league_full"
std::string_view sentence(LeagueReason reason);  // "every seat is taken"

struct LeagueRefusal {
  LeagueReason reason = LeagueReason::kNotAllowed;
  std::string_view field;  // of the command, as in JSON: "label"; "" for the command as a whole
  std::int64_t limit = 0;  // the value that would do; 0: none is told

  bool operator==(const LeagueRefusal&) const = default;
};

[[nodiscard]] std::optional<LeagueRefusal> decide(const League& league,
                                                  const LeagueCommand& command,
                                                  const LeagueContext& context, LeagueEvents& out);

}  // namespace auction
