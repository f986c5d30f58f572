#include "libauction/adapters/socketio/arguments.h"

#include "libauction/adapters/socketio/json_text_internal.h"

namespace auction {
namespace {

// Where the value at the front ends: at a comma or the end. The text has been checked, so only
// strings and depth matter.
std::size_t value_end(std::string_view text) {
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c == '\\') ++at;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if (c == ']' || c == '}') {
      --depth;
    } else if (c == ',' && depth == 0) {
      return at;
    }
  }
  return text.size();
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) + 1 - first);
}

}  // namespace

std::vector<std::string_view> split_arguments(std::string_view args) {
  std::vector<std::string_view> found;
  args = trimmed(args);
  while (!args.empty()) {
    const std::size_t end = value_end(args);
    found.push_back(trimmed(args.substr(0, end)));
    args.remove_prefix(end == args.size() ? end : end + 1);
  }
  return found;
}

std::string event_data(std::string_view name, std::string_view args) {
  std::string data = "[" + quoted(name);
  if (!args.empty()) data += ',';
  data += args;
  return data += ']';
}

EventData parse_event_data(std::string_view data) {
  data = trimmed(data);
  data = data.substr(1, data.size() - 2);  // without its brackets
  const std::size_t end = value_end(data);
  EventData found{unquoted(trimmed(data.substr(0, end))), {}};
  if (end < data.size()) found.args = trimmed(data.substr(end + 1));
  return found;
}

}  // namespace auction
