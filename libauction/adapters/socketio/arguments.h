// An event's arguments: JSON values side by side, "1,\"two\",{\"3\":[true]}".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace auction {

// One view an argument, into the text. Only for text that has been checked: what a hub hands out.
std::vector<std::string_view> split_arguments(std::string_view args);

// ["auth",{"token":"123"}] from a name and arguments that are JSON already.
std::string event_data(std::string_view name, std::string_view args);

struct EventData {
  std::string name;
  std::string args;
};

// The other way round. `data` has been checked: an array that begins with a string.
EventData parse_event_data(std::string_view data);

}  // namespace auction
