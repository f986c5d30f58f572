#include "examples/pilot/settings/settings.h"

#include "examples/pilot/settings/checklist.h"
#include "examples/pilot/settings/origin.h"
#include "tests/catch.h"

namespace pilot {
namespace {

const Environment kProduction{{"ENV", "production"},
                              {"JWT_SECRET", "k2v9c8QbXz71LmNwPq0RtYuI3sDfGhJk"},
                              {"AUTH_MODE", "magic-link"},
                              {"MAIL_URL", "smtps://u:p@mail.example.com"},
                              {"CORS_ORIGINS", "https://auction.example.com"}};

struct RefusalRow {
  bool production;
  const char* variable;
  const char* value;
};

TEST_CASE("settings that stop the start, and the variable that is named") {
  const RefusalRow rows[] = {
      {false, "ENV", "Production"},
      {false, "ENV", ""},
      {false, "ENV", "prod"},
      {false, "PORT", "80x"},
      {false, "PORT", "65536"},
      {false, "PORT", "-1"},
      {false, "BIND", "localhost"},
      {false, "BIND", "0.0.0.0"},
      {false, "ALLOW_REMOTE_DEVELOPMENT", "true"},
      {true, "ALLOW_REMOTE_DEVELOPMENT", "1"},
      {false, "DATABASE_URL", "pilot.db"},
      {false, "DATABASE_URL", "sqlite:"},
      {false, "DATABASE_URL", "postgresql://db/pilot"},
      {false, "DATABASE_URL", "postgres://db/pilot"},
      {false, "MONGO_URL", "mongodb://old"},
      {false, "DB_NAME", "test_database"},
      {false, "REDIS_URL", "redis://localhost"},
      {false, "REDIS_URL", "rediss://localhost"},
      {false, "ENABLE_RATE_LIMITING", "yes"},
      {false, "ENABLE_RATE_LIMITING", "True"},
      {false, "ENABLE_METRICS", "1"},
      {false, "SPORTS_CRICKET_ENABLED", "on"},
      {false, "FEATURE_MY_COMPETITIONS", "no"},
      {false, "FEATURE_WAITING_ROOM", "0"},
      {false, "CORS_ORIGINS", "http://localhost:3000/"},
      {false, "CORS_ORIGINS", "http://localhost:3000,https://a.example/path"},
      {false, "CORS_ORIGINS", "localhost:3000"},
      {false, "CORS_ORIGINS", "*,https://a.example"},
      {true, "CORS_ORIGINS", "*"},
      {true, "CORS_ORIGINS", "http://auction.example.com"},
      {true, "CORS_ORIGINS", ""},
      {false, "FRONTEND_ORIGIN", "*"},
      {true, "FRONTEND_ORIGIN", "http://auction.example.com"},
      {false, "FRONTEND_ORIGIN", "https://a.example/"},
      {true, "JWT_SECRET", ""},
      {true, "JWT_SECRET", "k2v9c8QbXz71LmNwPq0RtYuI3sDfGhJ"},
      {true, "JWT_SECRET", "dev-secret-change-in-production-please-1"},
      {true, "JWT_SECRET", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
      {false, "AUTH_MODE", "password"},
      {true, "AUTH_MODE", "open"},
      {true, "AUTH_MODE", ""},
      {true, "MAIL_URL", ""},
      {true, "MAIL_URL", "http://mail.example.com"},
      {true, "METRICS_TOKEN", "change-me-32-random-characters-or-more"},
      {true, "METRICS_TOKEN", "short"},
      {false, "TRUSTED_PROXIES", "10.0.0.0/33"},
      {false, "TRUSTED_PROXIES", "proxy.example.com"},
      {false, "MAX_SOCKETS", "0"},
      {false, "MAX_SOCKETS", "many"},
  };
  for (const RefusalRow& row : rows) {
    INFO(row.variable << "=" << row.value << (row.production ? " in production" : ""));
    Environment environment = row.production ? kProduction : Environment{};
    environment[row.variable] = row.value;
    const auto read = read_settings(environment);
    REQUIRE(std::holds_alternative<SettingsFault>(read));
    const auto& fault = std::get<SettingsFault>(read);
    CHECK(fault.variable == row.variable);
    if (std::string_view(row.value).size() > 7)
      CHECK(fault.why.find(row.value) == std::string::npos);
  }
}

TEST_CASE("nothing set is a development server on loopback") {
  const auto settings = std::get<Settings>(read_settings({}));
  CHECK_FALSE(settings.production);
  CHECK(settings.bind == "127.0.0.1");
  CHECK(settings.port == 8001);
  CHECK(settings.database == "pilot.db");
  CHECK(settings.auth_mode == AuthMode::kOpen);
  CHECK(settings.frontend_origin == "http://localhost:3000");
  CHECK(settings.link_origin == "http://localhost:8001");
  CHECK(settings.jwt_secret.size() == 64);
  CHECK(settings.jwt_secret != std::get<Settings>(read_settings({})).jwt_secret);
}

TEST_CASE("production starts when everything is said") {
  const auto settings = std::get<Settings>(read_settings(kProduction));
  CHECK(settings.production);
  CHECK(settings.auth_mode == AuthMode::kMagicLink);
  CHECK(settings.frontend_origin == "https://auction.example.com");
  CHECK(settings.link_origin == "https://auction.example.com");
}

TEST_CASE("limits that are off are a warning, never silent") {
  const auto settings = std::get<Settings>(read_settings({{"ENABLE_RATE_LIMITING", "false"}}));
  CHECK_FALSE(settings.rate_limiting);
  REQUIRE(settings.warnings.size() == 1);
  CHECK(settings.warnings[0].find("ENABLE_RATE_LIMITING") == 0);
}

TEST_CASE("the checklist names what is wrong and passes what is right") {
  CHECK_FALSE(passes(checklist({{"JWT_SECRET", "x"}, {"ENV", "production"}})));
  const auto lines = checklist({{"DATABASE_URL", "sqlite:/nowhere/at/all/pilot.db"}});
  CHECK_FALSE(passes(lines));
  CHECK(printed(lines).find("FAIL  DATABASE_URL: its folder") != std::string::npos);
}

TEST_CASE("networks know their addresses") {
  struct Row {
    const char* network;
    const char* address;
    bool has;
  };
  const Row rows[] = {
      {"10.0.0.0/8", "10.255.0.1", true},      {"10.0.0.0/8", "11.0.0.1", false},
      {"10.0.0.0/8", "::ffff:10.1.1.1", true}, {"10.0.0.1", "10.0.0.1", true},
      {"10.0.0.1", "10.0.0.2", false},         {"0.0.0.0/0", "8.8.8.8", true},
      {"0.0.0.0/0", "2001:db8::1", false},     {"2001:db8::/32", "2001:db8:1::1", true},
      {"2001:db8::/32", "2001:db9::1", false}, {"::1", "::1", true},
      {"10.0.0.0/8", "rubbish", false}};
  for (const Row& row : rows) {
    INFO(row.network << " " << row.address);
    REQUIRE(parse_network(row.network));
    CHECK(parse_network(row.network)->has(row.address) == row.has);
  }
  CHECK(address_block("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::");
  CHECK(address_block("::ffff:10.1.1.1") == "10.1.1.1");
}

TEST_CASE("an origin is scheme and host, and nothing after it") {
  CHECK(parse_origin("https://auction.example.com"));
  CHECK(parse_origin("http://localhost:3000"));
  for (const char* text : {"", "null", "https://", "https://a/", "https://a/b", "https://A.example",
                           "ftp://a", "https://a?b", "https://user@a", "//a"}) {
    INFO(text);
    CHECK_FALSE(parse_origin(text));
  }
  CHECK(is_plain_host("localhost:8001"));
  CHECK(is_plain_host("192.168.1.5:8001"));
  CHECK(is_plain_host("[::1]:8001"));
  CHECK_FALSE(is_plain_host("evil.example:8001"));
  CHECK_FALSE(is_plain_host("localhost.evil.example"));
}

}  // namespace
}  // namespace pilot
