// Well-formed UTF-8, by the table of the Unicode standard (3-7): no overlong forms, no surrogates,
// nothing above U+10FFFF.
#pragma once

#include <cstddef>
#include <string_view>

namespace auction {

// How many bytes the character at the front takes; 0 if there is none or it is not well formed.
std::size_t utf8_character(std::string_view text);

// Where the first byte stands that belongs to no well-formed character; text.size() if all do.
std::size_t utf8_prefix(std::string_view text);

// Whether people can trust what they see of it: well formed, no control characters, and none that
// turn the direction of writing.
bool is_plain(std::string_view text);

}  // namespace auction
