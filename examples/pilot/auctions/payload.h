// Payloads: the blocks that messages about auctions are made of, each written in this one place.
//
// Names come from People at the moment of writing, presence from Live; everything else is a fold of
// the log. Absent values are null, money is whole pounds, ids are UUID text.
//
//   Scene scene{people, live, league};
//   participant_of(scene, state, ManagerSlot{0});
//   -> {"userId":"5b0c...","displayName":"Manager A","role":"commissioner","bot":false, ...}
#pragma once

#include "examples/pilot/api/body.h"
#include "examples/pilot/live/live.h"
#include "examples/pilot/people/people.h"
#include "libauction/auction/view.h"
#include "libauction/league/league.h"

namespace pilot {

// Who is who, and who is there.
struct Scene {
  const People& people;
  const Live& live;
  const League& league;
};

std::string text_of(const Json& json);  // compact; what is not UTF-8 is replaced

Json person_of(const People& people, ActorId id, std::string_view label);
Json person_of(const Scene& scene, ActorId id);  // by the member's label; null for the nil id
Json person_of(const Scene& scene, const State& state, ManagerSlot slot);  // null: no manager
Json member_of(const Scene& scene, const LeagueMember& member);
Json members_of(const Scene& scene);  // in the order of joining
Json asset_of(std::string_view sport, const Asset& asset);

// A member with a seat, before any auction and in one. `rules` tell what it will start with.
Json participant_of(const Scene& scene, const LeagueMember& member, const RuleSet& rules);
Json participant_of(const Scene& scene, const State& state, ManagerSlot slot);
Json participants_of(const Scene& scene, const State& state);

// "<auctionId>-lot-8"; and back. LotNumber 0 where it is no lot of this auction.
std::string lot_id(const State& state, LotNumber lot);
LotNumber lot_number(AuctionId auction, std::string_view lot_id);

Json timer_of(const State& state, const OpenLot& lot, std::uint64_t seq, Instant now);
Json lot_of(const Scene& scene, const State& state, const OpenLot& lot);
Json bids_of(const Scene& scene, const State& state, const OpenLot& lot);  // newest first
Json progress_of(const State& state);
Json rules_of(const RuleSet& rules);

// The most this manager may bid on the lot that is open, or on the next one; 0: none.
Money most_for(const State& state, ManagerSlot slot);

inline AuctionId auction_of(const State& state) { return state.setup->auction; }
inline ActorId id_of(const Participant& participant) {
  return {participant.id.hi, participant.id.lo};
}

// The lot on the block; null in a gap, before and after.
inline const OpenLot* lot_on_block(const State& state) {
  return state.open.empty() ? nullptr : &state.open.front();
}

// When the next lot comes up; kNever: nothing more does, though the end may not be written yet.
Instant next_lot_at(const State& state);

Json moment(Instant at);  // epoch milliseconds; kNever: null

std::string_view status_word(const State& state);  // waiting running paused completed cancelled
std::string_view phase_word(const State& state);   // waiting lot_open gap paused done

}  // namespace pilot
