#include "examples/pilot/metrics/operator_routes.h"

#include <sys/statvfs.h>

#include <filesystem>

namespace pilot {
namespace {

// Takes as long for a wrong token as for the right one.
bool same_secret(std::string_view a, std::string_view b) {
  unsigned different = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    different |= static_cast<unsigned char>(a[i] ^ b[i]);
  }
  return different == 0;
}

std::uint64_t free_bytes(const std::string& file) {
  const std::string folder = std::filesystem::path(file).parent_path().string();
  struct statvfs space{};
  if (statvfs(folder.empty() ? "." : folder.c_str(), &space) != 0) return 0;
  return static_cast<std::uint64_t>(space.f_bavail) * space.f_frsize;
}

Json details(const Settings& settings, const Readiness& now) {
  return {{"status", now.ready ? "ready" : "not_ready"},
          {"lastCommitMs", now.last_commit.count},
          {"diskFreeBytes", free_bytes(settings.database)},
          {"redis", nullptr},
          {"rateLimiting", settings.rate_limiting},
          {"sockets", now.sockets},
          {"auctionsRunning", now.auctions_running},
          {"version", LIBAUCTION_VERSION},
          {"warnings", now.warnings}};
}

Answer read_metrics(const Call& call, const Settings& settings, const Metrics& metrics) {
  if (settings.production && !is_operator(call, settings)) {
    Answer answer = error(401, "unauthenticated", "Show the token of the metrics.");
    answer.headers.emplace_back("WWW-Authenticate", "Bearer");
    return answer;
  }
  return {200, metrics.text(), "text/plain; version=0.0.4; charset=utf-8"};
}

}  // namespace

bool is_operator(const Call& call, const Settings& settings) {
  if (!call.head) return false;
  const auto token = bearer(*call.head);
  if (!settings.metrics_token.empty() && token && same_secret(*token, settings.metrics_token)) {
    return true;
  }
  return is_loopback(call.head->peer) && is_loopback(call.address) && !is_forwarded(*call.head);
}

Routes operator_routes(const Settings& settings, const Metrics& metrics,
                       std::function<Readiness()> readiness) {
  Routes routes;
  routes.push_back({"GET", "/healthz", Who::kAnyone,
                    [](const Call&, Reply reply) { reply(json_answer(200, {{"status", "ok"}})); }});
  routes.push_back({"GET", "/readyz", Who::kAnyone,
                    [&settings, readiness = std::move(readiness)](const Call& call, Reply reply) {
                      const Readiness now = readiness();
                      Json body = details(settings, now);
                      if (!is_operator(call, settings)) body = {{"status", body["status"]}};
                      reply(json_answer(now.ready ? 200 : 503, body));
                    }});
  routes.push_back({"GET", "/metrics", Who::kAnyone, [&](const Call& call, Reply reply) {
                      reply(read_metrics(call, settings, metrics));
                    }});
  routes.back().enabled = [](const Settings& those) { return those.metrics; };
  return routes;
}

}  // namespace pilot
