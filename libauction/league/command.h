// League commands: what somebody asks the league to do. Who may is told beside each group.
#pragma once

#include <variant>

#include "libauction/league/event.h"

namespace auction {

// The host. Whoever creates a league is its commissioner and has its first seat.
struct CreateLeague {
  LeagueId league;
  ActorId commissioner;
  std::string label;
  LeagueSettings settings;
};
// How an auction that the league has linked ended.
struct EndAuction {
  AuctionId auction;
  AuctionFate fate = AuctionFate::kCompleted;
};
// The league's last auction, which was completed, is to be played again: it was reset.
struct ReopenAuction {
  AuctionId auction;
};

// Anybody. Who is a member already, in this role or a higher one, stays what it is.
struct JoinLeague {
  std::string label;
  LeagueRole role = LeagueRole::kManager;  // or spectator, as the settings allow
};
struct AcceptInvite {
  std::string secret;
  std::string label;
};

// A member, of itself.
struct LeaveLeague {};
struct Relabel {
  std::string label;
};

// The commissioner.
struct ChangeSettings {
  LeagueSettings settings;
};
struct MakeInvite {
  Digest hash;  // invite_hash(league, secret)
  LeagueRole role = LeagueRole::kManager;
  std::uint32_t most_uses = 1;
  Instant expires_at = kNever;
};
struct RevokeInvite {
  std::uint32_t number = 0;
};
struct AddBot {
  ActorId id;  // drawn by the host
  std::string label;
};
struct RemoveMember {
  ActorId member;
};
struct GiveRole {
  ActorId member;
  LeagueRole role = LeagueRole::kManager;  // spectator, manager or deputy
};
struct HandOver {
  ActorId to;  // the new commissioner; the old one stays as a manager
};
struct DissolveLeague {};

struct ChooseRules {
  Shared<RuleSet> rules;
};
struct ChooseAssets {
  std::vector<AssetId> assets;
};
struct ChooseCompetition {
  std::string competition;
};
struct ChooseBook {
  std::string book;
};

// The host or the commissioner: this auction is the league's, with what is chosen now.
struct LinkAuction {
  AuctionId auction;
};
struct LinkSeason {
  SeasonId season;
};

using LeagueCommand =
    std::variant<CreateLeague, EndAuction, JoinLeague, AcceptInvite, LeaveLeague, Relabel,
                 ChangeSettings, MakeInvite, RevokeInvite, AddBot, RemoveMember, GiveRole, HandOver,
                 DissolveLeague, ChooseRules, ChooseAssets, ChooseCompetition, ChooseBook,
                 LinkAuction, LinkSeason, ReopenAuction>;

// What an actor may do follows from the league; the host alone is told apart.
struct LeagueContext {
  ActorId actor;
  bool host = false;
  Instant now;  // an instant before the last event counts as that instant
};

}  // namespace auction
