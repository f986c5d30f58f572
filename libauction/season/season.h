// Season: what the events of a competition so far add up to.
//
// Fixtures, results, figures, stints of ownership, deductions and the rule book's name. Points are
// not in it: they are a fold of it (standings/), so that a correction or another book needs no
// repair of sums. Content compares by value and has one digest; the event count and the time of the
// last event are no content, so a correction followed by its inverse restores the digest.
//
//   Season season;
//   for (const SeasonEvent& event : log) apply(season, event, at);
//   owner_at(season, asset, fixture.meeting.starts_at)
#pragma once

#include "libauction/base/sha256.h"
#include "libauction/season/fixture.h"

namespace auction {

// From `from` on the asset is the manager's (kNoManager: nobody's), until its next stint.
struct Stint {
  AssetSlot asset;
  Instant from;
  ManagerSlot manager = kNoManager;

  bool operator==(const Stint&) const = default;
};

// Points taken from a manager (or given: below zero), in hundredths of a point, whatever the book.
struct Deduction {
  std::uint32_t number = 0;  // of the deduction, from 1; never used twice
  ManagerSlot manager;
  std::int64_t hundredths = 0;
  std::string note;

  bool operator==(const Deduction&) const = default;
};

struct Season {
  std::uint64_t seq = 0;               // events so far
  Instant last_at;                     // of the last event
  std::uint32_t last_deduction = 0;    // number of the last one ever made
  bool created = false;                //
  Shared<SeasonSetup> setup;           // as it was pinned
  std::vector<Member> members;         // those of the set-up, then those who joined
  std::vector<std::string> strangers;  // external ids that scored and are in no catalogue
  std::vector<Fixture> fixtures;       // by slot
  std::vector<Stint> stints;           // by asset, then by time
  std::vector<Deduction> deductions;   // by number
  std::string book;

  bool operator==(const Season&) const = default;
};

// Assets beyond the catalogue are strangers: they score, nobody owns them.
inline std::size_t asset_count(const Season& season) {
  return season.setup->catalogue->assets.size() + season.strangers.size();
}
std::string_view external_id(const Season& season, AssetSlot asset);

// The owner at an instant: of the stint that began last, not later than it. Binary search.
ManagerSlot owner_at(const Season& season, AssetSlot asset, Instant at);

// Linear searches, for the door.
std::optional<AssetSlot> find_season_asset(const Season& season, std::string_view external_id);
std::optional<TeamSlot> find_team(const SeasonSetup& setup, std::string_view external_id);
std::optional<FixtureSlot> find_fixture(const Season& season, std::string_view external_id);

// What holds in every season; empty, or what is broken, in a sentence.
std::string broken_invariant(const Season& season);

// Canonical bytes of everything, and back; and the SHA-256 of the content alone.
void put(Bytes& out, const Season& season);
std::optional<Season> read_season(ByteView bytes);
Digest content_digest(const Season& season);

}  // namespace auction
