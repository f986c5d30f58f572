#include "libauction/adapters/json/writer_internal.h"

#include <charconv>

#include "libauction/base/utf8.h"

namespace auction {
namespace {

void append_escaped(std::string& out, char c) {
  constexpr const char* kHex = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      out += "\\u00";
      out.push_back(kHex[(c >> 4) & 15]);
      out.push_back(kHex[c & 15]);
  }
}

template <class Number>
void append_decimal(std::string& out, Number value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out.append(digits, end);
}

}  // namespace

void append_quoted(std::string& out, std::string_view text) {
  out.push_back('"');
  while (!text.empty()) {
    const auto c = static_cast<unsigned char>(text.front());
    const std::size_t size = utf8_character(text);
    if (size == 0) {
      out += "\xef\xbf\xbd";
    } else if (c < 0x20 || c == '"' || c == '\\') {
      append_escaped(out, text.front());
    } else {
      out += text.substr(0, size);
    }
    text.remove_prefix(size == 0 ? 1 : size);
  }
  out.push_back('"');
}

void append_number(std::string& out, std::int64_t value) { append_decimal(out, value); }
void append_number(std::string& out, std::uint64_t value) { append_decimal(out, value); }

}  // namespace auction
