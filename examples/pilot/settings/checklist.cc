#include "examples/pilot/settings/checklist.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "examples/pilot/settings/places.h"

namespace pilot {
namespace {

namespace files = std::filesystem;

class Checking {
 public:
  explicit Checking(const Settings& settings) : settings_(settings) {}

  std::vector<CheckLine> run() {
    judge(settings_.production, CheckResult::kWarn, "ENV is production",
          "ENV: this is development; nobody but you should reach it");
    secrets();
    switches();
    disk();
    pages();
    descriptors();
    return lines_;
  }

 private:
  void judge(bool good, CheckResult otherwise, std::string_view yes, std::string_view no) {
    lines_.push_back(good ? CheckLine{CheckResult::kOk, std::string(yes)}
                          : CheckLine{otherwise, std::string(no)});
  }

  void secrets() {
    judge(settings_.production, CheckResult::kWarn, "JWT_SECRET is long and not well known",
          "JWT_SECRET: judged in production only");
    judge(!settings_.metrics_token.empty(), CheckResult::kWarn, "METRICS_TOKEN is set",
          "METRICS_TOKEN: not set; metrics can be read from this machine alone");
    judge(settings_.auth_mode == AuthMode::kMagicLink, CheckResult::kWarn,
          "AUTH_MODE is magic-link, and MAIL_URL is set",
          "AUTH_MODE: open; whoever knows an address can sign in as its owner");
  }

  void switches() {
    judge(settings_.rate_limiting, CheckResult::kWarn, "ENABLE_RATE_LIMITING is on",
          "ENABLE_RATE_LIMITING: off; nobody is limited");
    judge(settings_.metrics, CheckResult::kWarn, "ENABLE_METRICS is on",
          "ENABLE_METRICS: off; alerts will not see this server");
    judge(std::count(settings_.cors_origins.begin(), settings_.cors_origins.end(), "*") == 0,
          CheckResult::kWarn, "CORS_ORIGINS names each origin", "CORS_ORIGINS: any page may ask");
    judge(!settings_.trusted_proxies.empty(), CheckResult::kWarn, "TRUSTED_PROXIES is set",
          "TRUSTED_PROXIES: not set; behind a proxy all people share one address's limits");
  }

  void disk() {
    files::path folder = files::path(settings_.database).parent_path();
    if (folder.empty()) folder = ".";
    judge(access(folder.c_str(), W_OK) == 0, CheckResult::kFail,
          "DATABASE_URL: its folder can be written",
          "DATABASE_URL: its folder is not there, or cannot be written");
    struct statvfs space{};
    const bool known = statvfs(folder.c_str(), &space) == 0;
    const auto free = static_cast<std::uint64_t>(space.f_bavail) * space.f_frsize;
    judge(known && free > (1ull << 30), CheckResult::kWarn, "DATABASE_URL: more than 1 GiB is free",
          "DATABASE_URL: less than 1 GiB is free; a full disk takes no bids");
  }

  void pages() {
    const Places places = find_places(settings_);
    judge(files::exists(places.data + "/football.csv"), CheckResult::kFail,
          "the clubs and players are there", "the clubs and players are missing");
    judge(places.web.empty() || files::exists(places.web + "/index.html"), CheckResult::kFail,
          places.web.empty() ? "WEB_DIR is none: pages are served elsewhere"
                             : "WEB_DIR: the client is there",
          "WEB_DIR: the client is not built there");
  }

  void descriptors() {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    judge(limit.rlim_cur > settings_.max_sockets + 100, CheckResult::kFail,
          "MAX_SOCKETS: as many files may be open",
          "MAX_SOCKETS: more than the files that may be open (ulimit -n)");
  }

  const Settings& settings_;
  std::vector<CheckLine> lines_;
};

}  // namespace

std::vector<CheckLine> checklist(const Environment& environment) {
  const auto read = read_settings(environment);
  if (const auto* fault = std::get_if<SettingsFault>(&read)) {
    return {{CheckResult::kFail, fmt::format("{}: {}", fault->variable, fault->why)}};
  }
  return Checking(std::get<Settings>(read)).run();
}

std::string printed(const std::vector<CheckLine>& lines) {
  constexpr std::string_view kWords[] = {"ok  ", "warn", "FAIL"};
  std::string text;
  for (const CheckLine& line : lines) {
    text += fmt::format("{}  {}\n", kWords[static_cast<std::size_t>(line.result)], line.text);
  }
  return text;
}

bool passes(const std::vector<CheckLine>& lines) {
  return std::none_of(lines.begin(), lines.end(),
                      [](const CheckLine& line) { return line.result == CheckResult::kFail; });
}

}  // namespace pilot
