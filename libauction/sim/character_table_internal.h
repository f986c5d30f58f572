// The words of a line-up: each character's name, its parameters with bounds, and how it is made.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "libauction/sim/bidder.h"

namespace auction {

struct ParameterKind {
  std::string_view name;
  std::int64_t least;
  std::int64_t most;
  std::int64_t usual;
};

struct CharacterKind {
  std::string_view name;
  std::span<const ParameterKind> parameters;
  // One value a parameter, in their order.
  std::shared_ptr<const Bidder> (*make)(std::span<const std::int64_t> values);
};

std::span<const CharacterKind> character_kinds();

// "valuing, pacing, eager": the names, for a message.
template <class Kinds>
std::string names_of(const Kinds& kinds) {
  std::string names;
  for (const auto& kind : kinds) {
    if (!names.empty()) names += ", ";
    names += kind.name;
  }
  return names;
}

}  // namespace auction
