// League events: what happened among the members, as conclusions.
//
// Type numbers (the place in `LeagueEvent`, from 1) are written to logs and never reused.
#pragma once

#include <variant>

#include "libauction/league/league.h"

namespace auction {

struct LeagueCreated {
  LeagueId league;
  ActorId commissioner;
  std::string label;
  LeagueSettings settings;
  bool operator==(const LeagueCreated&) const = default;
};
struct SettingsChanged {
  LeagueSettings settings;
  bool operator==(const SettingsChanged&) const = default;
};
struct MemberEntered {
  ActorId member;
  std::string label;
  LeagueRole role = LeagueRole::kManager;
  bool bot = false;
  std::uint32_t invite = 0;  // number of the one that was used; 0: none
  bool operator==(const MemberEntered&) const = default;
};
struct MemberLeft {
  ActorId member;
  bool removed = false;  // by the commissioner
  bool operator==(const MemberLeft&) const = default;
};
struct MemberRelabelled {
  ActorId member;
  std::string label;
  bool operator==(const MemberRelabelled&) const = default;
};
struct RoleGiven {
  ActorId member;
  LeagueRole role = LeagueRole::kManager;
  std::uint32_t invite = 0;  // number of the one that was used; 0: given by the commissioner
  bool operator==(const RoleGiven&) const = default;
};
// The one before is a manager from now on.
struct CommissionerChanged {
  ActorId to;
  bool operator==(const CommissionerChanged&) const = default;
};
struct InviteMade {
  std::uint32_t number = 0;
  Digest hash;
  LeagueRole role = LeagueRole::kManager;
  std::uint32_t most_uses = 1;
  Instant expires_at = kNever;
  bool operator==(const InviteMade&) const = default;
};
struct InviteRevoked {
  std::uint32_t number = 0;
  bool operator==(const InviteRevoked&) const = default;
};
struct RulesChosen {
  Shared<RuleSet> rules;
  bool operator==(const RulesChosen&) const = default;
};
struct AssetsChosen {
  std::vector<AssetId> assets;
  bool operator==(const AssetsChosen&) const = default;
};
struct CompetitionChosen {
  std::string competition;
  bool operator==(const CompetitionChosen&) const = default;
};
struct BookChosen {
  std::string book;
  bool operator==(const BookChosen&) const = default;
};
struct AuctionLinked {
  AuctionId auction;
  bool operator==(const AuctionLinked&) const = default;
};
struct AuctionEnded {
  AuctionId auction;
  AuctionFate fate = AuctionFate::kCompleted;
  bool operator==(const AuctionEnded&) const = default;
};
struct SeasonLinked {
  SeasonId season;
  bool operator==(const SeasonLinked&) const = default;
};
struct LeagueDissolved {
  bool operator==(const LeagueDissolved&) const = default;
};
struct AuctionReopened {
  AuctionId auction;
  bool operator==(const AuctionReopened&) const = default;
};

using LeagueEvent =
    std::variant<LeagueCreated, SettingsChanged, MemberEntered, MemberLeft, MemberRelabelled,
                 RoleGiven, CommissionerChanged, InviteMade, InviteRevoked, RulesChosen,
                 AssetsChosen, CompetitionChosen, BookChosen, AuctionLinked, AuctionEnded,
                 SeasonLinked, LeagueDissolved, AuctionReopened>;
using LeagueEvents = std::vector<LeagueEvent>;

inline constexpr std::uint16_t kLeagueEventTypes = std::variant_size_v<LeagueEvent>;
inline std::uint16_t type_number(const LeagueEvent& event) {
  return static_cast<std::uint16_t>(event.index() + 1);
}
std::string_view league_event_name(std::uint16_t number);  // "RoleGiven"; "" for an unknown number

// Canonical bytes: u16 type, u32 length of the rest, then the fields in the order of
// event_fields.h.
void put(Bytes& out, const LeagueEvent& event);
std::optional<LeagueEvent> read_league_event(ByteReader& in);

}  // namespace auction
