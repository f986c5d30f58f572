// Content lines of RFC 5545: escaped, folded, ended by CR LF.
#pragma once

#include <string>
#include <string_view>

namespace auction {

// TEXT values (3.3.11): backslash, semicolon and comma are escaped, a line end is \n, other control
// characters are left out.
std::string ical_text(std::string_view text);

// Appends "name:value" folded at 75 bytes (3.1), between characters of UTF-8.
void add_line(std::string& out, std::string_view name, std::string_view value);

}  // namespace auction
