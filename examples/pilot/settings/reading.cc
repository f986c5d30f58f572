#include "examples/pilot/settings/reading.h"

#include <charconv>

namespace pilot {

std::string SettingsReading::text(std::string_view name, std::string_view otherwise) const {
  const auto found = environment_->find(name);
  return found == environment_->end() || found->second.empty() ? std::string(otherwise)
                                                               : found->second;
}

bool SettingsReading::flag(std::string_view name, bool otherwise) {
  const std::string value = text(name, otherwise ? "true" : "false");
  require(value == "true" || value == "false", name, "must be true or false");
  return value == "true";
}

std::size_t SettingsReading::number(std::string_view name, std::size_t otherwise, std::size_t least,
                                    std::size_t most) {
  const std::string value = text(name);
  if (value.empty()) return otherwise;
  std::size_t number = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
  if (read.ec != std::errc() || read.ptr != value.data() + value.size() || number < least ||
      number > most) {
    fail(name,
         "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return otherwise;
  }
  return number;
}

std::vector<std::string> SettingsReading::list(std::string_view name,
                                               std::string_view otherwise) const {
  const std::string value = text(name, otherwise);
  std::vector<std::string> items;
  std::string_view rest = value;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    std::string_view item = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    while (item.starts_with(' ')) item.remove_prefix(1);
    while (item.ends_with(' ')) item.remove_suffix(1);
    if (!item.empty()) items.emplace_back(item);
  }
  return items;
}

void SettingsReading::fail(std::string_view name, std::string_view why) {
  if (!fault_) fault_ = SettingsFault{std::string(name), std::string(why)};
}

}  // namespace pilot
