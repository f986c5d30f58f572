// A pilot without a server, for tests of leagues, seasons and auctions: a store in a folder of its
// own, every service on it, and their routes to ask.
//
//   LeagueWorld world;
//   const ActorId reds = world.person("Manager A");
//   const Json league = world.create(reds, {{"name", "Smoke Test League"}, {"sportKey",
//   "football"}}); world.restart(); CHECK(world.get(reds, world.path(league)) == league);
#pragma once

#include "examples/pilot/auctions/auctions.h"
#include "examples/pilot/leagues/league_routes.h"
#include "examples/pilot/seasons/season_routes.h"
#include "examples/pilot/seasons/seasons.h"
#include "tests/catch.h"
#include "tests/pilot/ask.h"
#include "tests/sqlite/folder.h"

namespace pilot {

// Hears what rooms are told, and says who is online.
class Ear final : public Live {
 public:
  struct Heard {
    std::string room;
    std::string event;
    Json json;
  };

  void to_league(LeagueId league, std::string_view event, std::string_view json) override {
    heard.push_back({"league:" + to_text(league), std::string(event), Json::parse(json)});
  }
  void to_auction(AuctionId auction, std::string_view event, std::string_view json,
                  std::uint64_t) override {
    heard.push_back({"auction:" + to_text(auction), std::string(event), Json::parse(json)});
  }
  void to_person(AuctionId, ActorId, std::string_view, std::string_view) override {}
  bool online(LeagueId, ActorId who) const override { return present == who; }
  std::vector<ActorId> in_auction(AuctionId) const override { return {}; }
  void expel(LeagueId, ActorId who) override { expelled.push_back(who); }
  void end_session(ActorId) override {}

  std::vector<std::string> events() const {
    std::vector<std::string> names;
    for (const Heard& one : heard) names.push_back(one.event);
    return names;
  }

  std::vector<Heard> heard;
  std::vector<ActorId> expelled;
  ActorId present;
};

class LeagueWorld {
 public:
  explicit LeagueWorld(Settings settings = {});
  ~LeagueWorld();

  void restart();  // everything is closed, and opened from the files

  ActorId person(const std::string& name);

  Answered ask(ActorId who, std::string_view method, const std::string& target,
               const Json& body = Json::object());
  Answered upload(ActorId who, const std::string& target, const std::string& text);
  Json get(ActorId who, const std::string& target);  // of a request that must succeed

  Json create(ActorId who, const Json& body);
  Json football(ActorId who);  // a league with nothing but what is needed
  Json cricket(ActorId who);
  void join(ActorId who, const Json& league);
  static std::string path(const Json& league, const std::string& more = "");
  const League& folded(const Json& league) const;

  // Time passes in steps of a second, each as the server's loop turns it.
  void pass(std::int64_t seconds);
  // An auction of the league from start to end: whoever is next in `buyers` bids on each lot.
  void sell(ActorId commissioner, const Json& league, const std::vector<ActorId>& buyers);

  Ear ear;
  Instant now{1'760'640'000'000};

 private:
  struct Services;

  void open();
  void turn();

  auction::Folder folder_;
  Settings settings_;
  std::unique_ptr<Services> services_;
  std::unique_ptr<Asker> asker_;
};

}  // namespace pilot
