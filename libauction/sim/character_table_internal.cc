#include "libauction/sim/character_table_internal.h"

#include "libauction/sim/characters.h"

namespace auction {
namespace {

// A character with its fields set in the order they are named here.
template <class Character, auto... kFields>
std::shared_ptr<const Bidder> make([[maybe_unused]] std::span<const std::int64_t> values) {
  auto character = std::make_shared<Character>();
  [[maybe_unused]] std::size_t i = 0;
  ((character.get()->*kFields = values[i++]), ...);
  return character;
}

constexpr ParameterKind kNoise{"noise", 0, 100, 10};
constexpr ParameterKind kRaise{"raise", 0, 100, 20};
constexpr ParameterKind kValuing[]{kNoise, kRaise};
constexpr ParameterKind kPacing[]{kNoise, kRaise, {"pace", 1, 10'000, 150}};
constexpr ParameterKind kEager[]{kNoise, {"raise", 0, 100, 40}, {"over", 0, 1'000, 25}};
constexpr ParameterKind kTimid[]{kNoise, {"under", 0, 100, 25}, {"bids", 0, 60'000, 3}};
constexpr ParameterKind kSniper[]{kNoise, kRaise, {"last", 1, 60'000, 1'500}};

constexpr CharacterKind kKinds[]{
    {"valuing", kValuing, &make<Valuing, &Valuing::noise, &Valuing::raise>},
    {"pacing", kPacing, &make<Pacing, &Pacing::noise, &Pacing::raise, &Pacing::pace>},
    {"eager", kEager, &make<Eager, &Eager::noise, &Eager::raise, &Eager::over>},
    {"timid", kTimid, &make<Timid, &Timid::noise, &Timid::under, &Timid::bids>},
    {"sniper", kSniper, &make<Sniper, &Sniper::noise, &Sniper::raise, &Sniper::last>},
    {"absent", {}, &make<Absent>},
};

}  // namespace

std::span<const CharacterKind> character_kinds() { return kKinds; }

}  // namespace auction
