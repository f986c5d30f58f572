#include <array>

#include "libauction/base/field_bytes.h"
#include "libauction/base/framed.h"
#include "libauction/season/event_fields.h"

namespace auction {
namespace {

constexpr std::array<std::string_view, kSeasonEventTypes> kNames{
    "SeasonCreated", "MemberJoined",   "StrangerNoticed", "FixtureAdded",
    "FixtureMoved",  "ResultSet",      "FiguresSet",      "OwnerSet",
    "OwnerCleared",  "PointsDeducted", "DeductionLifted", "BookChanged"};

}  // namespace

std::string_view season_event_name(std::uint16_t number) {
  return number == 0 || number > kSeasonEventTypes ? std::string_view() : kNames[number - 1u];
}

void put(Bytes& out, const SeasonEvent& event) {
  put_framed(out, event, [&](const auto& e) { put_fields(out, e); });
}

std::optional<SeasonEvent> read_season_event(ByteReader& in) {
  return read_framed<SeasonEvent>(in, [](ByteReader& body, auto& e) { read_fields(body, e); });
}

}  // namespace auction
