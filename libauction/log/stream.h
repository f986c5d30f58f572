// A stream is one log: of an auction, a season or a league, and named by its id.
//
// Which of the three is told by each record, in the high byte of its `version`; the low byte counts
// the encodings of that kind's events. An auction's is 0, so its records are what they were before
// there were other kinds. A stream is of one kind from its first record on.
#pragma once

#include "libauction/base/id.h"

namespace auction {

using StreamId = Id<struct StreamTag>;
constexpr StreamId stream_of(AuctionId auction) { return {auction.hi, auction.lo}; }
constexpr StreamId stream_of(SeasonId season) { return {season.hi, season.lo}; }
constexpr StreamId stream_of(LeagueId league) { return {league.hi, league.lo}; }

// The numbers are written to logs: never reuse one.
enum class StreamKind : std::uint8_t { kAuction = 0, kSeason = 1, kLeague = 2 };

constexpr std::string_view word(StreamKind kind) {
  constexpr std::string_view kWords[] = {"auction", "season", "league"};
  return static_cast<std::size_t>(kind) < 3 ? kWords[static_cast<std::size_t>(kind)] : "unknown";
}

// The version that records of this kind are written in: 1, 257, 513.
constexpr std::uint16_t record_version(StreamKind kind) {
  return static_cast<std::uint16_t>(static_cast<unsigned>(kind) << 8 | 1u);
}

}  // namespace auction
