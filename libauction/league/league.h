// League: the people of a competition, what they have chosen, and the auctions and seasons they
// play. A stream of its own, before, between and after the auctions.
//
// A member is known by the id it acts with and by a public label (the team's name), never by a
// person's name or address. Exactly one is the commissioner; all but spectators have a seat in the
// auction. Content compares by value and has one digest; the event count, the time of the last
// event and the last number of an invite are no content.
//
//   League league;
//   for (const LeagueEvent& event : log) apply(league, event, at);
//   participants_of(league, rules.budget)        the managers of an auction's set-up
#pragma once

#include "libauction/auction/setup.h"
#include "libauction/base/sha256.h"

namespace auction {

inline constexpr std::size_t kMaxLeagueText = 80;    // bytes of a name or a label
inline constexpr std::size_t kMaxBookText = 65'536;  // bytes of a rule book
inline constexpr std::size_t kMaxSpectators = 1'000;
inline constexpr std::size_t kMaxInvites = 100;  // that stand at the same time
inline constexpr std::size_t kMaxLinks = 1'000;  // auctions, and seasons

// In the order of what they may do.
enum class LeagueRole : std::uint8_t {
  kSpectator = 0,     // looks on; no seat
  kManager = 1,       //
  kDeputy = 2,        // a manager who may lead the auction
  kCommissioner = 3,  // a manager who may do everything
};
std::string_view word(LeagueRole role);  // "spectator"
constexpr unsigned enum_count(LeagueRole) { return 4; }
constexpr bool has_seat(LeagueRole role) { return role != LeagueRole::kSpectator; }

struct LeagueSettings {
  std::string name;
  std::string sport;              // "football"
  std::uint8_t min_managers = 2;  // an auction starts with no fewer
  std::uint8_t max_managers = 8;  // to kMaxManagers
  bool open = false;              // anybody may join without an invite
  bool spectators = false;        // and as a spectator
  bool is_table_shared = false;   // the table may be shown to anybody

  bool operator==(const LeagueSettings&) const = default;
};

struct LeagueMember {
  ActorId id;
  std::string label;  // unlike every other member's
  LeagueRole role = LeagueRole::kManager;
  bool bot = false;  // shown everywhere
  Instant joined_at;

  bool operator==(const LeagueMember&) const = default;
};

// Whoever shows the secret may join. The log holds its hash (invite_hash), never the secret.
struct Invite {
  std::uint32_t number = 0;  // from 1; never used twice
  Digest hash;
  LeagueRole role = LeagueRole::kManager;  // or spectator
  std::uint32_t most_uses = 1;
  std::uint32_t uses = 0;
  Instant expires_at = kNever;  // not accepted at this instant and later

  bool operator==(const Invite&) const = default;
};

enum class AuctionFate : std::uint8_t { kUnfinished = 0, kCompleted = 1, kCancelled = 2 };
std::string_view word(AuctionFate fate);  // "unfinished"
constexpr unsigned enum_count(AuctionFate) { return 3; }

struct LinkedAuction {
  AuctionId auction;
  AuctionFate fate = AuctionFate::kUnfinished;

  bool operator==(const LinkedAuction&) const = default;
};

// What the next auction and the season after it will be of.
struct LeagueChoices {
  std::optional<Shared<RuleSet>> rules;  // by value: a preset is what it was when it was chosen
  std::vector<AssetId> assets;           // on offer, in this order
  std::string competition;               // whose matches count: "premier-league-2025"
  std::string book;                      // of scoring: a rule book's id, or its text

  bool operator==(const LeagueChoices&) const = default;
};

enum class LeagueStatus : std::uint8_t { kNone = 0, kStanding = 1, kDissolved = 2 };
constexpr unsigned enum_count(LeagueStatus) { return 3; }

struct League {
  std::uint64_t seq = 0;          // events so far
  Instant last_at;                // of the last event
  std::uint32_t last_invite = 0;  // number of the last one ever made
  LeagueStatus status = LeagueStatus::kNone;
  LeagueId id;
  LeagueSettings settings;
  LeagueChoices choices;
  std::vector<LeagueMember> members;  // in the order of joining
  std::vector<Invite> invites;        // not revoked, by number
  std::vector<LinkedAuction> auctions;
  std::vector<SeasonId> seasons;

  bool operator==(const League&) const = default;
};

const LeagueMember* find_member(const League& league, ActorId id);  // null: a stranger
std::size_t seats_taken(const League& league);
bool has_unfinished_auction(const League& league);

// SHA-256("libauction invite" | the league's id | the secret): of no use for another league. What
// can be guessed can be found from its hash, so a secret is drawn, 50 bits of it or more.
Digest invite_hash(LeagueId league, std::string_view secret);

// For an auction's set-up: the members with a seat, each with this purse, and whoever leads.
std::vector<Participant> participants_of(const League& league, Money purse);
std::vector<ActorId> commissioners_of(const League& league);

// What holds in every league; empty, or the first that is broken, in a sentence.
std::string broken_invariant(const League& league);

// Canonical bytes of everything, and back; and the SHA-256 of the content alone.
void put(Bytes& out, const League& league);
std::optional<League> read_league(ByteView bytes);
Digest content_digest(const League& league);

}  // namespace auction
