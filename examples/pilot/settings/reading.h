// Reading variables one by one; the first fault is kept and the reading goes on over defaults.
#pragma once

#include <optional>

#include "examples/pilot/settings/settings.h"

namespace pilot {

class SettingsReading {
 public:
  explicit SettingsReading(const Environment& environment) : environment_(&environment) {}

  bool has(std::string_view name) const { return !text(name).empty(); }
  std::string text(std::string_view name, std::string_view otherwise = {}) const;
  bool flag(std::string_view name, bool otherwise);  // "true" or "false"
  std::size_t number(std::string_view name, std::size_t otherwise, std::size_t least,
                     std::size_t most);
  std::vector<std::string> list(std::string_view name, std::string_view otherwise = {}) const;

  void fail(std::string_view name, std::string_view why);
  void require(bool good, std::string_view name, std::string_view why) {
    if (!good) fail(name, why);
  }
  const std::optional<SettingsFault>& fault() const { return fault_; }

 private:
  const Environment* environment_;
  std::optional<SettingsFault> fault_;
};

}  // namespace pilot
