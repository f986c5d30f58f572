// Season events: what happened in a competition, as conclusions.
//
// A correction is an event like another: the new value is written over the old one, the old one
// stays in the log. Type numbers (the place in `SeasonEvent`, from 1) are written to logs and never
// reused.
#pragma once

#include <variant>

#include "libauction/season/season.h"

namespace auction {

struct SeasonCreated {
  Shared<SeasonSetup> setup;
  bool operator==(const SeasonCreated&) const = default;
};
struct MemberJoined {
  Member member;
  bool operator==(const MemberJoined&) const = default;
};
// An external id that scored and stands in no catalogue; its slot is the next one.
struct StrangerNoticed {
  std::string external_id;
  bool operator==(const StrangerNoticed&) const = default;
};
// The fixture's slot is the next one.
struct FixtureAdded {
  Meeting meeting;
  bool operator==(const FixtureAdded&) const = default;
};
struct FixtureMoved {
  FixtureSlot fixture;
  Meeting meeting;
  bool operator==(const FixtureMoved&) const = default;
};
struct ResultSet {
  FixtureSlot fixture;
  FixtureResult result;
  std::string note;
  bool operator==(const ResultSet&) const = default;
};
// No values: the asset has no figures in this match after all.
struct FiguresSet {
  FixtureSlot fixture;
  FigureLine line;
  bool operator==(const FiguresSet&) const = default;
};
struct OwnerSet {
  Stint stint;
  bool operator==(const OwnerSet&) const = default;
};
struct OwnerCleared {
  AssetSlot asset;
  Instant from;
  bool operator==(const OwnerCleared&) const = default;
};
struct PointsDeducted {
  Deduction deduction;
  bool operator==(const PointsDeducted&) const = default;
};
struct DeductionLifted {
  std::uint32_t number = 0;
  std::string note;
  bool operator==(const DeductionLifted&) const = default;
};
struct BookChanged {
  std::string book;
  std::string note;
  bool operator==(const BookChanged&) const = default;
};

using SeasonEvent = std::variant<SeasonCreated, MemberJoined, StrangerNoticed, FixtureAdded,
                                 FixtureMoved, ResultSet, FiguresSet, OwnerSet, OwnerCleared,
                                 PointsDeducted, DeductionLifted, BookChanged>;
using SeasonEvents = std::vector<SeasonEvent>;

inline constexpr std::uint16_t kSeasonEventTypes = std::variant_size_v<SeasonEvent>;
inline std::uint16_t type_number(const SeasonEvent& event) {
  return static_cast<std::uint16_t>(event.index() + 1);
}
std::string_view season_event_name(std::uint16_t number);  // "ResultSet"; "" for an unknown number

// Canonical bytes: u16 type, u32 length of the rest, then the fields in the order of
// event_fields.h.
void put(Bytes& out, const SeasonEvent& event);
std::optional<SeasonEvent> read_season_event(ByteReader& in);

}  // namespace auction
