#include "tests/pilot/league_world.h"

#include <cstdlib>

#include "examples/pilot/assets/asset_routes.h"

namespace pilot {
namespace {

template <class T>
T must_open(absl::StatusOr<T> opened) {
  INFO(opened.status().ToString());
  REQUIRE(opened.ok());
  return *std::move(opened);
}

std::string data_folder() {
  const char* source = std::getenv("LIBAUCTION_SOURCE_DIR");
  return std::string(source == nullptr ? "." : source) + "/examples/pilot/data";
}

std::string command_id() {
  static std::uint64_t count = 0;
  return to_text(CommandId{0x1000, ++count});
}

}  // namespace

struct LeagueWorld::Services {
  Services(const auction::Folder& folder, Live& live, const Settings& settings, Instant now)
      : assets(must_open(Assets::read(data_folder()))),
        people(must_open(People::open(folder / "pilot.db.people"))),
        records(must_open(Records::open(
            folder / "pilot.db", announcements, [] {}, now))),
        leagues(must_open(open_leagues(*records, now))),
        auctions(open_auctions({*records, *leagues, *people, assets, live, metrics}, now)),
        seasons(must_open(Seasons::open(*records, *leagues, assets, now))),
        all{*leagues, *auctions, *seasons, assets, *people, live, settings} {
    announcements.to(*auctions);
    tell_rooms(all);
  }

  Routes routes() {
    Routes routes = league_routes(all);
    for (Route& route : season_routes(all)) routes.push_back(std::move(route));
    for (Route& route : asset_routes(assets, all.settings.cricket)) {
      routes.push_back(std::move(route));
    }
    for (Route& route : auctions->routes()) routes.push_back(std::move(route));
    return routes;
  }

  Metrics metrics;
  Announcements announcements;
  Assets assets;
  std::unique_ptr<People> people;
  std::unique_ptr<Records> records;
  std::unique_ptr<Leagues> leagues;
  std::unique_ptr<Auctions> auctions;
  std::unique_ptr<Seasons> seasons;
  LeagueServices all;
};

LeagueWorld::LeagueWorld(Settings settings) : settings_(std::move(settings)) { open(); }

LeagueWorld::~LeagueWorld() { services_->records->finish(now); }

void LeagueWorld::open() {
  services_ = std::make_unique<Services>(folder_, ear, settings_, now);
  keep_squads(services_->all, [this] { return now; });
  asker_ = std::make_unique<Asker>(services_->routes(), settings_);
}

void LeagueWorld::restart() {
  services_->records->finish(now);
  asker_.reset();
  services_.reset();
  ear.heard.clear();
  open();
}

ActorId LeagueWorld::person(const std::string& name) {
  std::string mail = name + "@example.com";
  std::replace(mail.begin(), mail.end(), ' ', '.');
  return services_->people->sign_up(mail, name, now).id;
}

// A loop's turn; then the commit under way is waited for, and what it made due is done.
void LeagueWorld::turn() {
  for (int i = 0; i < 3; ++i) {
    services_->records->turn(now);
    (void)services_->records->quiet_store(now);
    services_->auctions->turn(now);
  }
}

Answered LeagueWorld::ask(ActorId who, std::string_view method, const std::string& target,
                          const Json& body) {
  asker_->now = now;
  const auto answered = asker_->later(who, method, target, body.dump());
  for (int i = 0; i < 10 && answered->status == 0; ++i) turn();
  REQUIRE(answered->status != 0);
  return *answered;
}

Answered LeagueWorld::upload(ActorId who, const std::string& target, const std::string& text) {
  asker_->now = now;
  asker_->content_type = "text/csv";
  Answered answered = asker_->ask(who, "POST", target, text);
  asker_->content_type = "application/json";
  return answered;
}

Json LeagueWorld::get(ActorId who, const std::string& target) {
  const Answered answered = ask(who, "GET", target);
  INFO(target << ": " << answered.answer.body);
  REQUIRE(answered.status == 200);
  return answered.json;
}

Json LeagueWorld::create(ActorId who, const Json& body) {
  const Answered answered = ask(who, "POST", "/leagues", body);
  INFO(answered.answer.body);
  REQUIRE(answered.status == 200);
  return answered.json;
}

Json LeagueWorld::football(ActorId who) {
  return create(who, {{"name", "Smoke Test League"}, {"sportKey", "football"}});
}

Json LeagueWorld::cricket(ActorId who) {
  return create(who, {{"name", "Cricket Friends"}, {"sportKey", "cricket"}});
}

void LeagueWorld::join(ActorId who, const Json& league) {
  const Answered answered =
      ask(who, "POST", "/leagues/join", {{"inviteToken", league.at("inviteToken")}});
  INFO(answered.answer.body);
  REQUIRE(answered.status == 200);
}

std::string LeagueWorld::path(const Json& league, const std::string& more) {
  return "/leagues/" + league.at("id").get<std::string>() + more;
}

const League& LeagueWorld::folded(const Json& league) const {
  return *services_->leagues->find(*parse_id<LeagueTag>(league.at("id").get<std::string>()));
}

void LeagueWorld::pass(std::int64_t count) {
  for (std::int64_t i = 0; i < count; ++i) {
    now = now + seconds(1);
    turn();
  }
}

void LeagueWorld::sell(ActorId commissioner, const Json& league,
                       const std::vector<ActorId>& buyers) {
  const Answered started =
      ask(commissioner, "POST", path(league, "/auction/start"), {{"commandId", command_id()}});
  INFO(started.answer.body);
  REQUIRE(started.status == 200);
  const std::string auction = "/auction/" + started.json.at("auctionId").get<std::string>();
  std::string last_lot;
  std::size_t next = 0;
  for (int i = 0; i < 3'000; ++i) {
    pass(1);
    const Json view = get(commissioner, auction);
    if (view.at("status") == "completed") return;
    if (view.at("lot").is_null() || view.at("lot").at("lotId") == last_lot) continue;
    last_lot = view.at("lot").at("lotId");
    const Answered bid = ask(buyers[next++ % buyers.size()], "POST", auction + "/bid",
                             {{"lotId", last_lot},
                              {"amount", view.at("lot").at("nextBid")},
                              {"commandId", command_id()}});
    INFO(bid.answer.body);
    CHECK(bid.status == 200);
  }
  FAIL("the auction does not end");
}

}  // namespace pilot
