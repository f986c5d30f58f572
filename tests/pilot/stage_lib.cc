#include "tests/pilot/stage.h"

#include <unistd.h>

#include "libauction/adapters/socketio/arguments.h"
#include "libauction/base/match.h"
#include "libauction/rules/presets.h"
#include "tests/catch.h"

namespace pilot {
namespace {

// Every limit is passed: tests of rules are no tests of limits.
class NoLimits final : public RateLimiter {
 public:
  Millis pass(Limited, LimitKey, Instant) override { return {}; }
};

std::filesystem::path fresh_folder() {
  static int count = 0;
  const auto folder = std::filesystem::temp_directory_path() /
                      ("pilot_stage_" + std::to_string(::getpid()) + "_" + std::to_string(count++));
  std::filesystem::create_directories(folder);
  return folder;
}

template <class T>
std::unique_ptr<T> taken(absl::StatusOr<std::unique_ptr<T>> opened) {
  INFO(opened.status().ToString());
  REQUIRE(opened.ok());
  return *std::move(opened);
}

}  // namespace

Stage::Stage() : folder_(fresh_folder()) {
  const auto data =
      std::filesystem::path(std::getenv("LIBAUCTION_SOURCE_DIR")) / "examples/pilot/data";
  absl::StatusOr<Assets> assets = Assets::read(data.string());
  REQUIRE(assets.ok());
  assets_ = std::make_unique<Assets>(*std::move(assets));
  metrics_ = std::make_unique<Metrics>();
  open();
}

Stage::~Stage() {
  close();
  std::filesystem::remove_all(folder_);
}

void Stage::open() {
  limiter_ = std::make_unique<NoLimits>();
  limits_ = std::make_unique<Limits>(*limiter_, *metrics_, true);
  ids_ = std::make_unique<SeededSalts>(7 + wires_);
  const std::string file = (folder_ / "pilot.db").string();
  people_ = taken(People::open(file + ".people"));
  sessions_ =
      taken(Sessions::open(file + ".people", "a secret of more than 32 bytes, for tests", now));
  announcements_ = std::make_unique<Announcements>();
  records_ = taken(Records::open(file, *announcements_, {}, now));
  leagues_ = taken(open_leagues(*records_, now));
  hall_ = open_hall({*sessions_, *limits_, *metrics_, *ids_}, 10'000);
  auctions_ = open_auctions({*records_, *leagues_, *people_, *assets_, *hall_, *metrics_}, now);
  announcements_->to(*auctions_);
  hall_->serve(*leagues_, *auctions_, *people_);
  asker_ = std::make_unique<Asker>(auctions_->routes());
  pump();
}

void Stage::close() {
  asker_.reset();
  records_.reset();
  auctions_.reset();
  hall_.reset();
  leagues_.reset();
  sessions_.reset();
  people_.reset();
}

void Stage::restart() {
  for (const auto& client : clients_) client->closed = true;
  close();
  open();
}

ActorId Stage::person(std::string_view name) {
  return people_->sign_up(std::string(name) + "@example.com", name, now).id;
}

LeagueId Stage::league(const std::vector<ActorId>& members, const Tweak& tweak, std::size_t clubs) {
  const LeagueId id{0x11, ++named_};
  RuleSet rules = *preset("pilot-football");
  if (tweak) tweak(rules);
  std::vector<AssetId> assets;
  for (const Asset& asset : assets_->of("football")) {
    if (assets.size() < clubs) assets.push_back(asset.id);
  }
  const LeagueSettings settings{"Smoke Test League", "football", 2, 30, true, true, false};
  const CreateLeague create{id, members[0], "Manager 1", settings};
  REQUIRE(std::holds_alternative<LeagueDone>(
      leagues_->create(create, {ChooseRules{Shared<RuleSet>(rules)}, ChooseAssets{assets}}, now)));
  for (std::size_t i = 1; i < members.size(); ++i) {
    const JoinLeague join{leagues_->next_label(id), LeagueRole::kManager};
    REQUIRE(std::holds_alternative<LeagueDone>(leagues_->act(id, join, members[i], now)));
  }
  return id;
}

AuctionId Stage::start(LeagueId league, ActorId by) {
  const Answered answer = ask(by, "POST", "/leagues/" + to_text(league) + "/auction/start");
  INFO(answer.answer.body);
  REQUIRE(answer.status == 200);
  return *parse_id<AuctionTag>(answer.json["auctionId"].get<std::string>());
}

Answered Stage::ask(ActorId who, std::string_view method, std::string_view target, Json body) {
  asker_->now = now;
  const auto answer = asker_->later(who, method, target, body.is_null() ? "" : body.dump());
  pump();
  if (answer->status != 200) UNSCOPED_INFO(target << " -> " << answer->answer.body);
  return *answer;
}

Answered Stage::act(ActorId who, AuctionId auction, std::string_view what, Json body) {
  if (body.is_null()) body = Json::object();
  if (!body.contains("commandId")) body["commandId"] = to_text(command());
  const std::string path = "/auction/" + to_text(auction);
  return what == "DELETE" ? ask(who, "DELETE", path, body)
                          : ask(who, "POST", path + "/" + std::string(what), body);
}

Json Stage::bid(ActorId who, AuctionId auction, std::int64_t amount) {
  return act(who, auction, "bid", {{"lotId", lot(auction)}, {"amount", amount}}).json;
}

CommandId Stage::command() { return {0xc0, ++named_}; }

const State& Stage::state(AuctionId auction) {
  const State* state = auctions_->find(auction, now);
  REQUIRE(state != nullptr);
  return *state;
}

std::string Stage::lot(AuctionId auction) {
  const OpenLot* lot = lot_on_block(state(auction));
  REQUIRE(lot != nullptr);
  return lot_id(state(auction), lot->number);
}

Json Stage::picture(AuctionId auction, ActorId viewer) {
  return ask(viewer, "GET", "/auction/" + to_text(auction)).json;
}

void Stage::until_lot(AuctionId auction) {
  for (int i = 0; i < 100 && lot_on_block(state(auction)) == nullptr; ++i) pass(Millis{500});
  REQUIRE(lot_on_block(state(auction)) != nullptr);
}

Instant Stage::next_alarm() const {
  Instant next = earlier(records_->next_alarm(), auctions_->next_alarm());
  return earlier(next, earlier(hall_->next_alarm(), hall_->hub().next_deadline()));
}

// The order of the server's loop, with every commit waited for.
void Stage::pump() {
  for (int quiet = 0, i = 0; quiet < 2; ++i) {
    REQUIRE(i < 100'000);
    hall_->hub().tick(now);
    hall_->turn(*this, now);
    records_->turn(now);
    (void)records_->quiet_store(now);
    auctions_->turn(now);
    perform();
    quiet = next_alarm() > now ? quiet + 1 : 0;
  }
}

void Stage::pass(Millis length) {
  const Instant end = now + length;
  while (now < end) {
    now = earlier(end, later(next_alarm(), now + Millis{1}));
    pump();
  }
}

}  // namespace pilot
