#include "examples/pilot/settings/settings.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "examples/pilot/settings/origin.h"
#include "examples/pilot/settings/reading.h"
#include "libauction/base/hex.h"
#include "libauction/room/random_salts.h"

namespace pilot {
namespace {

// Secrets that stand in examples and tutorials: whoever signs in production with one signs for all.
bool is_well_known(std::string_view secret) {
  std::string lower(secret);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const std::string_view known :
       {"secret", "change", "your-", "your_", "example", "password", "development", "default",
        "jwt-key", "jwt_key", "0123456789", "12345678", "abcdefgh", "insecure"}) {
    if (lower.find(known) != std::string::npos) return true;
  }
  return std::all_of(secret.begin(), secret.end(), [&](char c) { return c == secret.front(); });
}

std::string drawn_secret() {
  auction::RandomSalts random;
  std::string secret;
  for (std::uint64_t i = 0; i < 2; ++i) secret += auction::to_hex(random.salt(i).bytes);
  return secret;
}

void read_place(SettingsReading& in, const Environment& environment, Settings& out) {
  const auto env = environment.find("ENV");
  const std::string mode = env == environment.end() ? "development" : env->second;
  in.require(mode == "development" || mode == "production", "ENV",
             "must be development or production");
  out.production = mode == "production";
  out.port = static_cast<std::uint16_t>(in.number("PORT", 8001, 0, 65535));
  out.bind = in.text("BIND", out.bind);
  in.require(is_address(out.bind), "BIND", "must be an IP address");
  const std::string remote = in.text("ALLOW_REMOTE_DEVELOPMENT");
  in.require(remote.empty() || remote == "1", "ALLOW_REMOTE_DEVELOPMENT", "must be 1 or not set");
  in.require(!(out.production && !remote.empty()), "ALLOW_REMOTE_DEVELOPMENT",
             "contradicts ENV=production");
  in.require(out.production || is_loopback(out.bind) || remote == "1", "BIND",
             "must be a loopback address in development, or set ALLOW_REMOTE_DEVELOPMENT=1");
  out.max_sockets = in.number("MAX_SOCKETS", out.max_sockets, 1, 1'000'000);
  out.web_dir = in.text("WEB_DIR");
}

void read_stores(SettingsReading& in, Settings& out) {
  for (const std::string_view old : {"MONGO_URL", "DB_NAME"}) {
    in.require(!in.has(old), old,
               "belongs to the former store: migrate its data and use DATABASE_URL; an empty "
               "database is not begun in its place");
  }
  const std::string url = in.text("DATABASE_URL", "sqlite:pilot.db");
  in.require(!url.starts_with("postgres"), "DATABASE_URL",
             "names PostgreSQL, and this build has no adapter for it; use sqlite:FILE");
  in.require(url.starts_with("sqlite:") && url.size() > 7, "DATABASE_URL", "must be sqlite:FILE");
  out.database = url.substr(std::min<std::size_t>(url.size(), 7));
  in.require(!in.has("REDIS_URL"), "REDIS_URL",
             "names Redis, and this build has no adapter for it; leave it empty for one replica");
}

void read_origins(SettingsReading& in, Settings& out) {
  out.cors_origins = in.list("CORS_ORIGINS", "http://localhost:3000");
  const auto check = [&](const std::string& text, std::string_view variable) {
    const auto origin = parse_origin(text);
    if (text == "*") {
      in.require(!out.production, variable, "must not be * in production");
    } else {
      in.require(origin.has_value(), variable, "must be an origin without a path or a slash");
      in.require(!out.production || !origin || origin->scheme == "https", variable,
                 "must be https in production");
    }
  };
  for (const std::string& origin : out.cors_origins) check(origin, "CORS_ORIGINS");
  in.require(!out.cors_origins.empty(), "CORS_ORIGINS", "must name an origin");
  const bool star = std::count(out.cors_origins.begin(), out.cors_origins.end(), "*") != 0;
  in.require(!star || out.cors_origins.size() == 1, "CORS_ORIGINS", "must be * alone, or a list");
  const std::string first = out.cors_origins.empty() || star ? "" : out.cors_origins.front();
  out.frontend_origin = in.text("FRONTEND_ORIGIN", first);
  in.require(out.frontend_origin != "*", "FRONTEND_ORIGIN", "must be one origin");
  if (!out.frontend_origin.empty()) check(out.frontend_origin, "FRONTEND_ORIGIN");
  const bool told = in.has("FRONTEND_ORIGIN") || in.has("CORS_ORIGINS");
  out.link_origin = told && !out.frontend_origin.empty()
                        ? out.frontend_origin
                        : fmt::format("http://localhost:{}", out.port);
}

void read_people(SettingsReading& in, Settings& out) {
  const std::string mode = in.text("AUTH_MODE", out.production ? "" : "open");
  out.mail_url = in.text("MAIL_URL");
  in.require(mode == "open" || mode == "magic-link", "AUTH_MODE", "must be open or magic-link");
  in.require(!(out.production && mode == "open"), "AUTH_MODE", "must be magic-link in production");
  out.auth_mode = mode == "magic-link" ? AuthMode::kMagicLink : AuthMode::kOpen;
  in.require(!out.production || !out.mail_url.empty(), "MAIL_URL", "is required in production");
  in.require(out.mail_url.empty() || out.mail_url.starts_with("smtp://") ||
                 out.mail_url.starts_with("smtps://"),
             "MAIL_URL", "must be smtp://... or smtps://...");
  out.jwt_secret = in.text("JWT_SECRET");
  in.require(!out.production || !out.jwt_secret.empty(), "JWT_SECRET", "is required in production");
  in.require(!out.production || out.jwt_secret.size() >= 32, "JWT_SECRET",
             "must have 32 bytes or more in production");
  in.require(!out.production || out.jwt_secret.empty() || !is_well_known(out.jwt_secret),
             "JWT_SECRET", "is a well-known value: draw one of your own");
  if (out.jwt_secret.empty()) out.jwt_secret = drawn_secret();
}

void read_switches(SettingsReading& in, Settings& out) {
  out.rate_limiting = in.flag("ENABLE_RATE_LIMITING", true);
  if (!out.rate_limiting)
    out.warnings.push_back("ENABLE_RATE_LIMITING is false: nobody is limited");
  out.metrics = in.flag("ENABLE_METRICS", true);
  out.metrics_token = in.text("METRICS_TOKEN");
  in.require(!out.production || out.metrics_token.empty() ||
                 (out.metrics_token.size() >= 16 && !is_well_known(out.metrics_token)),
             "METRICS_TOKEN", "is short or a well-known value: draw one of your own");
  out.cricket = in.flag("SPORTS_CRICKET_ENABLED", true);
  out.my_competitions = in.flag("FEATURE_MY_COMPETITIONS", true);
  out.waiting_room = in.flag("FEATURE_WAITING_ROOM", true);
  for (const std::string& proxy : in.list("TRUSTED_PROXIES")) {
    const auto network = parse_network(proxy);
    in.require(network.has_value(), "TRUSTED_PROXIES", "must be addresses or networks");
    if (network) out.trusted_proxies.push_back(*network);
  }
}

}  // namespace

Environment process_environment() {
  Environment environment;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    const std::size_t mark = text.find('=');
    if (mark == std::string_view::npos) continue;
    environment.emplace(text.substr(0, mark), text.substr(mark + 1));
  }
  return environment;
}

std::variant<Settings, SettingsFault> read_settings(const Environment& environment) {
  SettingsReading in(environment);
  Settings settings;
  read_place(in, environment, settings);
  read_stores(in, settings);
  read_origins(in, settings);
  read_people(in, settings);
  read_switches(in, settings);
  if (in.fault()) return *in.fault();
  return settings;
}

std::string_view word(AuthMode mode) { return mode == AuthMode::kOpen ? "open" : "magic-link"; }

}  // namespace pilot
