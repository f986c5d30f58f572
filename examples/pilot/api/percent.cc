#include "examples/pilot/api/router.h"
#include "libauction/base/utf8.h"

namespace pilot {
namespace {

int nibble(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      decoded += ' ';
    } else if (text[i] != '%') {
      decoded += text[i];
    } else {
      const int high = i + 2 < text.size() ? nibble(text[i + 1]) : -1;
      const int low = high < 0 ? -1 : nibble(text[i + 2]);
      if (low < 0) return std::nullopt;
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  if (utf8_prefix(decoded) != decoded.size() || decoded.find('\0') != std::string::npos) {
    return std::nullopt;
  }
  return decoded;
}

std::optional<std::map<std::string, std::string>> parse_query(std::string_view query) {
  std::map<std::string, std::string> values;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (pair.empty()) continue;
    const std::size_t mark = std::min(pair.find('='), pair.size());
    auto name = percent_decoded(pair.substr(0, mark), true);
    auto value = percent_decoded(pair.substr(std::min(mark + 1, pair.size())), true);
    if (!name || !value) return std::nullopt;
    values[std::move(*name)] = std::move(*value);
  }
  return values;
}

}  // namespace pilot
