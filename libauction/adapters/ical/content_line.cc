#include "libauction/adapters/ical/content_line_internal.h"
#include "libauction/base/utf8.h"

namespace auction {
namespace {

constexpr std::size_t kMostBytes = 75;  // of a line, without its end

}  // namespace

std::string ical_text(std::string_view text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool line_end = c == '\n' || (c == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
    if (line_end) {
      escaped += "\\n";
    } else if (c == '\\' || c == ';' || c == ',') {
      escaped += '\\';
      escaped += c;
    } else if (static_cast<unsigned char>(c) >= ' ' && c != '\x7f') {
      escaped += c;
    }
  }
  return escaped;
}

void add_line(std::string& out, std::string_view name, std::string_view value) {
  const std::string line = std::string(name) + ":" + std::string(value);
  std::string_view rest = line;
  std::size_t used = 0;
  while (!rest.empty()) {
    const std::size_t character = utf8_character(rest);
    const std::size_t size = character == 0 ? 1 : character;
    if (used + size > kMostBytes) {
      out += "\r\n ";
      used = 1;  // the blank counts
    }
    out += rest.substr(0, size);
    used += size;
    rest.remove_prefix(size);
  }
  out += "\r\n";
}

}  // namespace auction
