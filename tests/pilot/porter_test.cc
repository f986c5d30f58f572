#include "examples/pilot/api/porter.h"

#include "examples/pilot/api/body.h"
#include "examples/pilot/metrics/journal.h"
#include "examples/pilot/metrics/metrics.h"
#include "tests/catch.h"

namespace pilot {
namespace {

constexpr Instant kNoon{1'760'640'000'000};
constexpr ActorId kRed{1, 1};

// Sessions of one user, whose token is its name.
class OneSession final : public Sessions {
 public:
  std::optional<SignedIn> check(std::string_view access, Instant) const override {
    if (access != "red") return std::nullopt;
    return SignedIn{kRed, {2, 2}, kNoon + kAccessLife};
  }
  SessionTokens begin(ActorId, Instant) override { return {}; }
  RefreshAnswer refresh(std::string_view, Instant) override { return NoSuchToken{}; }
  void end(SessionFamily, Instant) override {}
  void end_all(ActorId, Instant) override {}
};

struct Gate {
  explicit Gate(Settings its_settings = {}) : settings(std::move(its_settings)) {
    journal::quiet();
    const auto answers = [](const Call& call, Reply reply) {
      reply(json_answer(200, {{"user", to_text(call.user)}, {"address", call.address}}));
    };
    Routes routes{{"GET", "/open", Who::kAnyone, answers},
                  {"POST", "/open", Who::kAnyone, answers},
                  {"GET", "/mine", Who::kSignedIn, answers},
                  {"POST", "/mine", Who::kSignedIn, answers},
                  {"POST", "/bid", Who::kSignedIn, answers},
                  {"GET", "/broken", Who::kAnyone,
                   [](const Call&, Reply) { throw std::runtime_error("a secret detail"); }}};
    routes[4].per_user = Limited::kBidUser;
    routes[4].per_address = Limited::kBidAddress;
    router.add(std::move(routes));
  }

  Answer ask(std::string method, std::string path,
             std::map<std::string, std::string> headers = {}) {
    auto head = std::make_shared<RequestHead>();
    *head = {std::move(method), std::move(path), "", std::move(headers), peer, now};
    Entry entry = porter.admit(head);
    Answer answer;
    if (auto* refused = std::get_if<Answer>(&entry)) {
      answer = std::move(*refused);
    } else {
      porter.serve(std::move(std::get<Admitted>(entry)), "",
                   [&](Answer given) { answer = std::move(given); });
    }
    porter.dress(*head, answer);
    return answer;
  }

  Settings settings;
  Metrics metrics;
  RateLimits rates{pilot_rates()};
  Limits limits{rates, metrics, settings.rate_limiting};
  OneSession sessions;
  Router router{settings};
  Porter porter{settings, router, sessions, limits};
  std::string peer = "203.0.113.5";
  Instant now = kNoon;
};

std::string header(const Answer& answer, std::string_view name) {
  for (const auto& [key, value] : answer.headers) {
    if (key == name) return value;
  }
  return {};
}

std::string code(const Answer& answer) { return Json::parse(answer.body)["code"]; }

TEST_CASE("unknown paths, other methods, and who must sign in first") {
  Gate gate;
  CHECK(gate.ask("GET", "/api/nothing").status == 404);
  CHECK(gate.ask("GET", "/api").status == 404);
  CHECK(gate.ask("GET", "/apiopen").status == 404);
  const Answer other = gate.ask("DELETE", "/api/open");
  CHECK(other.status == 405);
  CHECK(header(other, "Allow") == "GET, POST");
  CHECK(gate.ask("HEAD", "/api/open").status == 200);
  CHECK(gate.ask("GET", "/api/mine").status == 401);
  CHECK(gate.ask("GET", "/api/mine", {{"authorization", "Bearer red"}}).status == 200);
  CHECK(gate.ask("GET", "/api/mine", {{"authorization", "bearer red"}}).status == 200);
  CHECK(gate.ask("GET", "/api/mine", {{"cookie", "a=b; session=red"}}).status == 200);
  CHECK(gate.ask("GET", "/api/mine", {{"authorization", "Basic red"}}).status == 401);
}

TEST_CASE("a bad bearer token is not made good by a cookie") {
  Gate gate;
  CHECK(gate.ask("GET", "/api/mine", {{"authorization", "Bearer blue"}, {"cookie", "session=red"}})
            .status == 401);
}

struct ForgeryRow {
  const char* method;
  const char* path;
  std::map<std::string, std::string> headers;
  int status;
};

TEST_CASE("a foreign page cannot act with our cookie") {
  const std::string host = "localhost:8001";
  const ForgeryRow rows[] = {
      {"POST", "/api/mine", {{"cookie", "session=red"}}, 200},
      {"POST", "/api/mine", {{"cookie", "session=red"}, {"origin", "http://localhost:3000"}}, 200},
      {"POST",
       "/api/mine",
       {{"cookie", "session=red"}, {"origin", "http://localhost:8001"}, {"host", host}},
       200},
      {"POST",
       "/api/mine",
       {{"cookie", "session=red"}, {"origin", "http://evil.example"}, {"host", "evil.example"}},
       403},
      {"POST", "/api/mine", {{"cookie", "session=red"}, {"origin", "https://evil.example"}}, 403},
      {"POST", "/api/mine", {{"cookie", "session=red"}, {"origin", "null"}}, 403},
      {"POST",
       "/api/mine",
       {{"cookie", "session=red"}, {"origin", "http://localhost:3000.evil.example"}},
       403},
      {"POST", "/api/mine", {{"cookie", "session=red"}, {"sec-fetch-site", "cross-site"}}, 403},
      {"POST", "/api/mine", {{"cookie", "session=red"}, {"sec-fetch-site", "same-origin"}}, 200},
      {"GET", "/api/mine", {{"cookie", "session=red"}, {"origin", "https://evil.example"}}, 200},
      {"POST",
       "/api/mine",
       {{"authorization", "Bearer red"}, {"origin", "https://evil.example"}},
       200},
      {"POST", "/api/open", {{"cookie", "refresh=x"}, {"origin", "https://evil.example"}}, 403},
      {"POST", "/api/open", {{"origin", "https://evil.example"}}, 200},
  };
  for (const ForgeryRow& row : rows) {
    Gate gate;
    INFO(row.method << " " << row.path << " " << Json(row.headers).dump());
    const Answer answer = gate.ask(row.method, row.path, row.headers);
    CHECK(answer.status == row.status);
    if (row.status == 403) CHECK(code(answer) == "foreign_origin");
  }
}

TEST_CASE("a listed origin is echoed, a foreign one is not") {
  Gate gate;
  const Answer ours = gate.ask("GET", "/api/open", {{"origin", "http://localhost:3000"}});
  CHECK(header(ours, "Access-Control-Allow-Origin") == "http://localhost:3000");
  CHECK(header(ours, "Access-Control-Allow-Credentials") == "true");
  CHECK(header(ours, "Vary") == "Origin");
  for (const char* origin : {"http://localhost:3001", "https://localhost:3000",
                             "http://localhost:3000/", "http://LOCALHOST:3000", "null"}) {
    INFO(origin);
    const Answer foreign = gate.ask("GET", "/api/open", {{"origin", origin}});
    CHECK(header(foreign, "Access-Control-Allow-Origin").empty());
    CHECK(header(foreign, "Vary") == "Origin");
    CHECK(gate.ask("OPTIONS", "/api/open", {{"origin", origin}}).status == 403);
  }
  const Answer flight = gate.ask("OPTIONS", "/api/mine", {{"origin", "http://localhost:3000"}});
  CHECK(flight.status == 204);
  CHECK(header(flight, "Access-Control-Allow-Methods") == "GET, POST, PUT, PATCH, DELETE, OPTIONS");
  CHECK(header(flight, "Access-Control-Allow-Headers") == "Authorization, Content-Type, Accept");
  CHECK(header(flight, "Access-Control-Max-Age") == "600");
  CHECK(header(flight, "Access-Control-Allow-Origin") == "http://localhost:3000");
}

TEST_CASE("in production only listed origins are ours") {
  Settings settings;
  settings.production = true;
  settings.cors_origins = {"https://auction.example.com"};
  settings.frontend_origin = "https://auction.example.com";
  Gate gate(settings);
  CHECK(gate.porter.origins().allowed("https://auction.example.com", "x"));
  CHECK_FALSE(gate.porter.origins().allowed("http://127.0.0.1:8001", "127.0.0.1:8001"));
  CHECK(header(gate.ask("GET", "/api/open"), "Strict-Transport-Security") == "max-age=31536000");
}

TEST_CASE("every answer keeps browsers from guessing, framing, telling and keeping") {
  Gate gate;
  for (const char* path : {"/api/open", "/api/nothing"}) {
    const Answer answer = gate.ask("GET", path);
    CHECK(header(answer, "Content-Security-Policy") ==
          "default-src 'self'; frame-ancestors 'none'");
    CHECK(header(answer, "X-Content-Type-Options") == "nosniff");
    CHECK(header(answer, "Referrer-Policy") == "no-referrer");
    CHECK(header(answer, "Cache-Control") == "no-store");
  }
  CHECK(header(gate.ask("GET", "/page"), "Cache-Control").empty());
}

TEST_CASE("limits refuse with a time to wait, and count by user across addresses") {
  Gate gate;
  int passed = 0;
  Answer answer;
  for (int i = 0; i < 25; ++i) {
    gate.peer = "203.0.113." + std::to_string(i);
    answer = gate.ask("POST", "/api/bid", {{"authorization", "Bearer red"}});
    passed += answer.status == 200;
  }
  CHECK(passed == 20);
  CHECK(answer.status == 429);
  const Json body = Json::parse(answer.body);
  CHECK(body["code"] == "rate_limited");
  CHECK(body["detail"] == "Too many bids.");
  CHECK(body["retryAfterMs"] == 1500);
  CHECK(header(answer, "Retry-After") == "2");
  CHECK(gate.metrics.text().find(R"(rate_limited_requests_total{endpoint="/api/bid"} 5)") !=
        std::string::npos);
  gate.now = gate.now + Millis{1'500};
  CHECK(gate.ask("POST", "/api/bid", {{"authorization", "Bearer red"}}).status == 200);
}

TEST_CASE("limits that are off refuse nobody and count whom they would have") {
  Settings settings;
  settings.rate_limiting = false;
  Gate gate(settings);
  for (int i = 0; i < 25; ++i) {
    CHECK(gate.ask("POST", "/api/bid", {{"authorization", "Bearer red"}}).status == 200);
  }
  CHECK(gate.metrics.text().find(R"(rate_limit_would_block_total{endpoint="/api/bid"} 5)") !=
        std::string::npos);
}

TEST_CASE("more than people do in a minute is counted once a minute") {
  Gate gate;
  for (int i = 0; i < 1'200; ++i) gate.ask("GET", "/api/open");
  const std::string line = R"(abuse_threshold_exceeded_total{kind="requests"} )";
  CHECK(gate.metrics.text().find(line + "1") != std::string::npos);
  gate.now = gate.now + seconds(60);
  for (int i = 0; i < 1'200; ++i) gate.ask("GET", "/api/open");
  CHECK(gate.metrics.text().find(line + "2") != std::string::npos);
}

struct ProxyRow {
  const char* peer;
  const char* forwarded;
  const char* client;
};

TEST_CASE("only trusted proxies say whom they speak for") {
  const std::vector<Network> trusted{*parse_network("10.0.0.0/8"), *parse_network("127.0.0.1")};
  const ProxyRow rows[] = {
      {"203.0.113.5", "", "203.0.113.5"},
      {"203.0.113.5", "1.2.3.4", "203.0.113.5"},
      {"10.0.0.1", "1.2.3.4", "1.2.3.4"},
      {"10.0.0.1", "9.9.9.9, 1.2.3.4", "1.2.3.4"},
      {"10.0.0.1", "9.9.9.9, 1.2.3.4, 10.0.0.2", "1.2.3.4"},
      {"10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"},
      {"10.0.0.1", "rubbish", "10.0.0.1"},
      {"10.0.0.1", "1.2.3.4, rubbish", "10.0.0.1"},
      {"10.0.0.1", "", "10.0.0.1"},
      {"::ffff:10.0.0.1", "2001:db8::1", "2001:db8::1"},
  };
  for (const ProxyRow& row : rows) {
    INFO(row.peer << " " << row.forwarded);
    RequestHead head;
    head.peer = row.peer;
    if (*row.forwarded != '\0') head.headers["x-forwarded-for"] = row.forwarded;
    CHECK(client_address(head, trusted) == row.client);
  }
}

TEST_CASE("what escapes a handler is a 500 that tells nothing") {
  Gate gate;
  const Answer answer = gate.ask("GET", "/api/broken");
  CHECK(answer.status == 500);
  CHECK(answer.body.find("secret") == std::string::npos);
}

TEST_CASE("the metrics' labels are templates, never what strangers write") {
  Gate gate;
  RequestHead head;
  head.method = "GET";
  head.path = "/api/open";
  CHECK(gate.porter.endpoint(head) == "/api/open");
  head.path = "/api/else/5b0c";
  CHECK(gate.porter.endpoint(head) == "unknown");
  head.path = "/league/5b0c";
  CHECK(gate.porter.endpoint(head) == "page");
  CHECK(method_label("BREW") == "other");
}

}  // namespace
}  // namespace pilot
