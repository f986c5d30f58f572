// A stage: the pilot's auctions, leagues and hall over a real store and a real hub, in one thread,
// without a socket, in time that the test moves.
//
//   Stage stage;
//   const ActorId reds = stage.person("Reds"), blues = stage.person("Blues");
//   const LeagueId league = stage.league({reds, blues});
//   const AuctionId auction = stage.start(league, reds);
//   Client& client = stage.connect(reds);
//   client.call("join_auction", {{"auctionId", to_text(auction)}});
//   stage.pass(seconds(5));
//   CHECK(client.heard("lot_started").size() == 1);
//
// restart() ends the process in the middle of everything and begins another one on its file.
#pragma once

#include <filesystem>

#include "examples/pilot/live/hall.h"
#include "examples/pilot/metrics/metrics.h"
#include "tests/pilot/ask.h"

namespace pilot {

class Stage;

inline constexpr std::int64_t kMillion = 1'000'000;

// One socket, as a stock client has it: its frames read into events and acks.
class Client {
 public:
  struct Heard {
    std::string event;
    Json body;
    std::string offset;  // of Socket.IO's recovery
  };

  // The ack, after everything that came of it.
  Json call(std::string_view event, const Json& body);
  void send(std::string_view event, const Json& body);  // and do not wait
  Json ack(int number) const;                           // null: none yet
  std::vector<Json> heard(std::string_view event) const;
  const std::vector<Heard>& all() const { return heard_; }
  void forget() { heard_.clear(); }

  bool reads = true;  // false: the network takes nothing from the server
  bool connected = false;
  bool closed = false;
  std::string refused;
  std::string pid;
  std::string offset;  // of the last event that had one

 private:
  friend class Stage;
  void take(const std::string& frame);

  Stage* stage_ = nullptr;
  WireId wire_;
  std::vector<std::string> replies_;
  std::vector<EngineFrame> unread_;
  std::vector<Heard> heard_;
  std::map<int, Json> acks_;
  int last_ack_ = -1;
};

class Stage : private Handshakes {
 public:
  using Tweak = std::function<void(RuleSet&)>;

  Stage();
  ~Stage();

  ActorId person(std::string_view name);
  // The first is the commissioner. Of the pilot's football clubs, the first `clubs` by name.
  LeagueId league(const std::vector<ActorId>& members, const Tweak& tweak = {},
                  std::size_t clubs = 6);
  AuctionId start(LeagueId league, ActorId by);

  Client& connect(ActorId who, Json auth = Json::object());
  void lose(Client& client);  // its network
  void read_again(Client& client);

  Answered ask(ActorId who, std::string_view method, std::string_view target, Json body = {});
  Answered act(ActorId who, AuctionId auction, std::string_view what, Json body = {});
  Json bid(ActorId who, AuctionId auction, std::int64_t amount);  // on the lot on the block

  void pump();  // until nothing is left to do now
  void pass(Millis length);
  void until_lot(AuctionId auction);  // one is on the block
  void restart();

  const State& state(AuctionId auction);
  std::string lot(AuctionId auction);  // id of the one on the block
  Json picture(AuctionId auction, ActorId viewer);
  CommandId command();

  Leagues& leagues() { return *leagues_; }
  Auctions& auctions() { return *auctions_; }
  Records& records() { return *records_; }
  Hall& hall() { return *hall_; }
  People& people() { return *people_; }

  Instant now{2'000'000'000'000};  // the token library looks at the machine's clock as well

 private:
  friend class Client;
  const Handshake* find(const std::variant<ExchangeId, WireId>&) const override {
    return &handshake_;
  }
  void open();
  void close();
  void perform();
  Instant next_alarm() const;

  std::filesystem::path folder_;
  std::unique_ptr<Assets> assets_;
  std::unique_ptr<Metrics> metrics_;
  std::unique_ptr<RateLimiter> limiter_;
  std::unique_ptr<Limits> limits_;
  std::unique_ptr<SeededSalts> ids_;
  std::unique_ptr<People> people_;
  std::unique_ptr<Sessions> sessions_;
  std::unique_ptr<Announcements> announcements_;
  std::unique_ptr<Records> records_;
  std::unique_ptr<Leagues> leagues_;
  std::unique_ptr<Hall> hall_;
  std::unique_ptr<Auctions> auctions_;
  std::unique_ptr<Asker> asker_;
  std::vector<std::unique_ptr<Client>> clients_;
  Handshake handshake_{"127.0.0.1", "", {}};
  std::uint64_t wires_ = 0;
  std::uint64_t named_ = 0;
};

}  // namespace pilot
