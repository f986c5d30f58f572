// The pilot's server: reads its settings, refuses to start where they are unsafe, puts the rooms
// together and turns them until it is told to stop. PILOT --help tells the rest.
#include <signal.h>
#include <sys/stat.h>

#include <CLI/CLI.hpp>

#include <filesystem>
#include <iostream>

#include "examples/pilot/assets/asset_routes.h"
#include "examples/pilot/auctions/auctions.h"
#include "examples/pilot/console/console.h"
#include "examples/pilot/http/server.h"
#include "examples/pilot/leagues/league_routes.h"
#include "examples/pilot/live/hall.h"
#include "examples/pilot/metrics/journal.h"
#include "examples/pilot/metrics/operator_routes.h"
#include "examples/pilot/people/sign_in.h"
#include "examples/pilot/seasons/season_routes.h"
#include "examples/pilot/seasons/seasons.h"
#include "examples/pilot/settings/checklist.h"
#include "examples/pilot/settings/config_routes.h"
#include "examples/pilot/settings/places.h"
#include "libauction/base/match.h"
#include "libauction/room/random_salts.h"

namespace pilot {
namespace {

struct Unable {
  std::string why;
};

template <class T>
T take(absl::StatusOr<T> made, std::string_view what) {
  if (!made.ok()) {
    throw Unable{std::string(what) + ": " + std::string(made.status().message())};
  }
  return *std::move(made);
}

// When the store was written last, by the clock of that time: ours begins no earlier, so that a
// machine whose clock was set back does not move deadlines.
Instant last_write(const std::string& file) {
  Instant newest{0};
  for (const std::string& name : {file, file + "-wal"}) {
    struct stat facts{};
    if (stat(name.c_str(), &facts) != 0) continue;
    newest = later(newest, {facts.st_mtim.tv_sec * 1000 + facts.st_mtim.tv_nsec / 1'000'000});
  }
  return newest;
}

// Everything that is alive while the server is, in the order in which it needs each other.
struct Host {
  explicit Host(const Settings& its_settings)
      : settings(its_settings),
        records(take(Records::open(settings.database, announcements, server.waker(), clock.now()),
                     "DATABASE_URL")),
        leagues(take(open_leagues(*records, clock.now()), "DATABASE_URL")),
        seasons(take(Seasons::open(*records, *leagues, assets, clock.now()), "DATABASE_URL")),
        hall(open_hall({*sessions, limits, metrics, records->salts()}, settings.max_sockets)),
        auctions(
            open_auctions({*records, *leagues, *people, assets, *hall, metrics}, clock.now())) {
    if (!settings.mail_url.empty()) mailer.emplace(mail_place());
    announcements.to(*auctions);
    hall->serve(*leagues, *auctions, *people);
    keep_squads(services, [this] { return clock.now(); });
    tell_rooms(services);
    leagues->listen([this](const League& league, const LeagueEvents& events, ActorId) {
      count(league, events);
    });
    add_routes();
  }

  MailPlace mail_place() const {
    const std::string_view origin = settings.link_origin;
    std::string_view host = origin.substr(origin.find("://") + 3);
    host = host.substr(0, host.find(':'));
    auto place = parse_mail_url(settings.mail_url, "auction@" + std::string(host));
    if (!place) throw Unable{"MAIL_URL: is not smtp[s]://[user:password@]host[:port]"};
    return *std::move(place);
  }

  void count(const League& league, const LeagueEvents& events) {
    for (const LeagueEvent& event : events) {
      if (std::holds_alternative<LeagueCreated>(event))
        metrics.league_created(league.settings.sport);
      const auto* entered = std::get_if<MemberEntered>(&event);
      if (entered != nullptr && !entered->bot) metrics.participant_joined();
    }
  }

  void add_routes() {
    router.add(config_routes(settings, places.documents));
    router.add(asset_routes(assets, settings.cricket));
    router.add(sign_in_routes({settings, *people, *sessions, *links, limits, *leagues, *hall,
                               mailer ? &*mailer : nullptr}));
    router.add(league_routes(services));
    router.add(season_routes(services));
    router.add(auctions->routes());
    Routes debug = hall->routes();
    for (Route& route : debug) {
      route.enabled = [](const Settings& those) { return !those.production; };
    }
    router.add(std::move(debug));
    router.add(operator_routes(settings, metrics, [this] { return readiness(); }));
  }

  Readiness readiness() {
    Readiness now{records->can_commit() && !server.stopping(),
                  records->last_commit(),
                  hall->hub().connections(),
                  0,
                  {}};
    now.warnings = settings.warnings;
    if (porter.unknown_proxy_seen())
      now.warnings.push_back("TRUSTED_PROXIES names no proxy of ours");
    for (const LeagueId id : leagues->all()) {
      const League* league = leagues->find(id);
      if (league == nullptr || !has_unfinished_auction(*league)) continue;
      now.auctions_running += auctions->status_of(*league, clock.now()) == "auction_live";
    }
    return now;
  }

  void turn(Instant now) {
    records->turn(now);
    auctions->turn(now);
    const std::uint64_t done = records->house().counters().commits;
    if (std::exchange(commits, done) != done) metrics.committed(records->last_commit());
    for (; failures < records->commit_failures(); ++failures) {
      metrics.commit_failed();
      journal::fault("commit_failed");
    }
  }

  Pages read_pages() const {
    if (places.web.empty()) return {};
    auto read = Pages::read(places.web);
    if (!read)
      journal::warn("no_pages", {{"why", "the client is not built; WEB_DIR names its folder"}});
    return read ? *std::move(read) : Pages();
  }

  int print_routes() const {
    for (const Route* route : router.all())
      std::cout << route->method << " " << route->path << "\n";
    return 0;
  }

  int run() {
    if (const auto why = server.listen()) throw Unable{"PORT: " + *why};
    journal::note("listening", {{"address", settings.bind},
                                {"port", server.port()},
                                {"mode", settings.production ? "production" : "development"},
                                {"version", LIBAUCTION_VERSION}});
    for (const std::string& warning : settings.warnings) journal::warn(warning);
    server.run(*hall, {[this](Instant now) { turn(now); },
                       [this] { return earlier(records->next_alarm(), auctions->next_alarm()); },
                       [this](Instant now) { records->finish(now); }});
    journal::note("stopped");
    return 0;
  }

  const Settings& settings;
  Places places = find_places(settings);
  Pages pages = read_pages();
  AnchoredClock clock{last_write(settings.database)};
  Metrics metrics;
  RateLimits rates{pilot_rates()};
  Limits limits{rates, metrics, settings.rate_limiting};
  std::string rows = settings.database + ".people";
  std::unique_ptr<People> people = take(People::open(rows), "DATABASE_URL");
  std::unique_ptr<Sessions> sessions =
      take(Sessions::open(rows, settings.jwt_secret, clock.now()), "DATABASE_URL");
  std::unique_ptr<Links> links = take(Links::open(rows), "DATABASE_URL");
  std::optional<Mailer> mailer;
  Router router{settings};
  Porter porter{settings, router, *sessions, limits};
  Server server{settings, clock, metrics, porter, pages};
  Assets assets = take(Assets::read(places.data), "clubs and players");
  Announcements announcements;
  std::unique_ptr<Records> records;
  std::unique_ptr<Leagues> leagues;
  std::unique_ptr<Seasons> seasons;
  std::unique_ptr<Hall> hall;
  std::unique_ptr<Auctions> auctions;
  LeagueServices services{*leagues, *auctions, *seasons, assets, *people, *hall, settings};
  std::uint64_t commits = 0;
  std::uint64_t failures = 0;
};

int refuse(const SettingsFault& fault) {
  journal::fault("refused_to_start", {{"variable", fault.variable}, {"why", fault.why}});
  return 1;
}

int serve(const Settings& settings, bool routes) {
  try {
    Host host(settings);
    return routes ? host.print_routes() : host.run();
  } catch (const Unable& unable) {
    journal::fault("refused_to_start", {{"why", unable.why}});
    return 1;
  }
}

// The rooms name their routes, and want a store to stand on: one of a moment.
int print_routes(Settings settings) {
  std::string folder = (std::filesystem::temp_directory_path() / "pilot-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) return 1;
  settings.database = folder + "/pilot.db";
  const int code = serve(settings, true);
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
  return code;
}

}  // namespace
}  // namespace pilot

int main(int argc, char** argv) {
  using namespace pilot;
  CLI::App app("The pilot: auctions for leagues of friends. Settings come from the environment.");
  bool check = false;
  bool routes = false;
  std::string email;
  std::string to;
  app.set_version_flag("--version", LIBAUCTION_VERSION);
  app.add_flag("--check", check, "judge the settings before they are used, and stop");
  app.add_flag("--routes", routes, "print every route below /api, and stop");
  CLI::App* link = app.add_subcommand("link", "print a sign-in link for somebody, good once");
  link->add_option("EMAIL", email)->required();
  CLI::App* backup = app.add_subcommand("backup", "copy the log and the people, and verify them");
  backup->add_option("TO", to, "a file that is not there yet; the people go to TO.people")
      ->required();
  CLI11_PARSE(app, argc, argv);
  signal(SIGPIPE, SIG_IGN);  // a mail server that hangs up is an error, not an end

  const Environment environment = process_environment();
  if (check) {
    const auto lines = checklist(environment);
    std::cout << printed(lines);
    return passes(lines) ? 0 : 1;
  }
  const auto read = read_settings(environment);
  if (const auto* fault = std::get_if<SettingsFault>(&read)) return refuse(*fault);
  const auto& settings = std::get<Settings>(read);
  if (*link) return print_link(settings, email);
  if (*backup) return back_up(settings, to);
  return routes ? print_routes(settings) : serve(settings, false);
}
