// Settings: what the environment says, read once at the start. Whatever is unknown, contradictory
// or unsafe in production stops the start by naming the variable, never its value.
//
//   const auto read = read_settings({{"ENV", "production"}, ...});
//   if (const auto* fault = std::get_if<SettingsFault>(&read)) exit 1: fault->variable, fault->why
//
// Plain values; nothing changes them later.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "examples/pilot/settings/network.h"

namespace pilot {

enum class AuthMode : std::uint8_t { kOpen, kMagicLink };

struct Settings {
  bool production = false;
  std::string bind = "127.0.0.1";
  std::uint16_t port = 8001;  // 0: any that is free
  std::string database = "pilot.db";

  bool rate_limiting = true;
  bool metrics = true;
  std::string metrics_token;  // empty: from loopback only, in production

  std::vector<std::string> cors_origins{"http://localhost:3000"};
  std::string frontend_origin = "http://localhost:3000";
  std::string
      link_origin;  // where sign-in links lead: the client that is served here, or the other

  std::string jwt_secret;  // never empty
  AuthMode auth_mode = AuthMode::kOpen;
  std::string mail_url;

  bool cricket = true;
  bool my_competitions = true;
  bool waiting_room = true;

  std::vector<Network> trusted_proxies;
  std::size_t max_sockets = 10'000;
  std::string web_dir;  // empty: the client that was built; "none": no pages

  std::vector<std::string> warnings;  // for the log and for readiness
};

struct SettingsFault {
  std::string variable;
  std::string why;

  bool operator==(const SettingsFault&) const = default;
};

using Environment = std::map<std::string, std::string, std::less<>>;
Environment process_environment();

std::variant<Settings, SettingsFault> read_settings(const Environment& environment);

std::string_view word(AuthMode mode);  // "open", "magic-link"

}  // namespace pilot
