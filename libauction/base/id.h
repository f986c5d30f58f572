// Id<Tag>: 128 bits that name one thing, and never compare with the id of another kind.
// Index<Tag, Rep>: a small dense number (a seat, a lot), as strongly typed.
//
// Ids travel as lower-case UUID text at the edges only; the live state speaks in indexes.
//
//   ManagerId reds = *parse_id<ManagerTag>("5b0c0000-0000-4000-8000-000000000001");
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace auction {

template <class Tag>
struct Id {
  std::uint64_t hi = 0;
  std::uint64_t lo = 0;

  constexpr bool is_nil() const { return hi == 0 && lo == 0; }
  constexpr auto operator<=>(const Id&) const = default;
};

using ActorId = Id<struct ActorTag>;      // whoever acts: a manager, a commissioner, the host
using ManagerId = Id<struct ManagerTag>;  // a participant with a purse
using AssetId = Id<struct AssetTag>;      // a club or a player
using LeagueId = Id<struct LeagueTag>;
using AuctionId = Id<struct AuctionTag>;
using SeasonId = Id<struct SeasonTag>;
using CommandId = Id<struct CommandTag>;

// Text form: 36 characters, lower case. Parsing refuses anything else (upper case included).
std::string uuid_text(std::uint64_t hi, std::uint64_t lo);
bool parse_uuid(std::string_view text, std::uint64_t& hi, std::uint64_t& lo);

template <class Tag>
std::string to_text(Id<Tag> id) {
  return uuid_text(id.hi, id.lo);
}

template <class Tag>
std::optional<Id<Tag>> parse_id(std::string_view text) {
  Id<Tag> id;
  if (!parse_uuid(text, id.hi, id.lo)) return std::nullopt;
  return id;
}

template <class Tag, class Rep>
struct Index {
  Rep value = 0;

  constexpr auto operator<=>(const Index&) const = default;
};

}  // namespace auction
