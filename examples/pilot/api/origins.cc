#include "examples/pilot/api/origins.h"

#include <algorithm>

#include "examples/pilot/api/body.h"
#include "examples/pilot/settings/origin.h"

namespace pilot {

bool Origins::allowed(std::string_view origin, std::string_view host) const {
  const auto& listed = settings_->cors_origins;
  if (std::find(listed.begin(), listed.end(), origin) != listed.end()) return true;
  if (origin == settings_->frontend_origin) return true;
  const auto parsed = parse_origin(origin);
  return parsed && !settings_->production && parsed->host == host && is_plain_host(host);
}

void Origins::dress(const RequestHead& head, Answer& answer) const {
  answer.headers.emplace_back("Vary", "Origin");
  const std::string_view origin = head.header("origin");
  if (origin.empty()) return;
  const auto& listed = settings_->cors_origins;
  if (listed.size() == 1 && listed.front() == "*") {
    answer.headers.emplace_back("Access-Control-Allow-Origin", "*");
  } else if (allowed(origin, head.header("host"))) {
    answer.headers.emplace_back("Access-Control-Allow-Origin", origin);
    answer.headers.emplace_back("Access-Control-Allow-Credentials", "true");
  }
}

Answer Origins::preflight(const RequestHead& head) const {
  const std::string_view origin = head.header("origin");
  const auto& listed = settings_->cors_origins;
  const bool star = listed.size() == 1 && listed.front() == "*";
  if (!origin.empty() && !star && !allowed(origin, head.header("host"))) {
    return error(403, "foreign_origin", "This origin may not speak with us.");
  }
  Answer answer{.status = 204, .content_type = ""};
  answer.headers = {{"Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE, OPTIONS"},
                    {"Access-Control-Allow-Headers", "Authorization, Content-Type, Accept"},
                    {"Access-Control-Max-Age", "600"}};
  return answer;
}

bool Origins::forged(const RequestHead& head) const {
  if (is_safe(head.method)) return false;
  if (head.header("sec-fetch-site") == "cross-site") return true;
  const std::string_view origin = head.header("origin");
  return !origin.empty() && !allowed(origin, head.header("host"));
}

}  // namespace pilot
