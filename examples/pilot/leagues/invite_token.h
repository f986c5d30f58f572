// Invite tokens: ten characters of Crockford's base 32, fifty bits, made to be read aloud.
//
// Digits and capitals without I, L, O and U. Whatever people type for them is understood: small
// letters, I and L for 1, O for 0, blanks and hyphens anywhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libauction/base/id.h"

namespace pilot {

inline constexpr std::size_t kInviteLength = 10;

std::string draw_invite();  // from the system's randomness

// As it was drawn; nothing: it cannot be a token.
std::optional<std::string> read_invite(std::string_view typed);

// A random id: a version 4 UUID.
void draw_uuid(std::uint64_t& hi, std::uint64_t& lo);
template <class AnId>
AnId draw_id() {
  AnId id;
  draw_uuid(id.hi, id.lo);
  return id;
}

}  // namespace pilot
