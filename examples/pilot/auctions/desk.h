// The desk: where the auctions' requests are taken, and where what the house commits comes by.
//
// desk.cc hears the house; desk_boards.cc keeps boards; desk_start.cc starts auctions; desk_bids.cc
// and desk_commands.cc take what people want; desk_routes.cc shows. For this room alone.
#pragma once

#include <deque>
#include <set>

#include "examples/pilot/auctions/bots.h"
#include "examples/pilot/auctions/picture.h"

namespace pilot {

inline bool is_on(const State& state) {
  return state.status == Status::kWaiting || state.status == Status::kRunning ||
         state.status == Status::kPaused;
}

// What somebody hears when the house did not decide.
Answer verdict_answer(Verdict verdict);

class AuctionDesk final : public Auctions {
 public:
  explicit AuctionDesk(const AuctionNeeds& needs);
  void open(Instant now);

  const State* find(AuctionId id, Instant now) override;
  const League* league_of(AuctionId id) const override { return needs_.leagues.of_auction(id); }
  std::string_view status_of(const League& league, Instant now) override;
  std::string picture(AuctionId id, ActorId viewer, Instant now) override;
  std::uint64_t shown_seq(AuctionId id, Instant now) override;
  std::optional<std::vector<ShownEvent>> shown_after(AuctionId id, std::uint64_t seq,
                                                     Instant now) override;
  std::optional<std::vector<ShownEvent>> shown_after_position(AuctionId id, std::uint64_t position,
                                                              Instant now) override;
  std::uint64_t position() const override { return position_; }
  void bid(AuctionId id, ActorId who, const Json& body, Instant at, Answered answered) override;
  void when_ended(Ended ended) override { ended_.push_back(std::move(ended)); }
  Routes routes() override;
  void turn(Instant now) override;
  Instant next_alarm() const override;

  void answered(const Request& request, const Receipt& receipt) override;
  void recorded(StreamId stream, const Record& record, std::span<const Event> events,
                const State& after) override;
  void quarantined(StreamId stream, const char* why) override;

 private:
  // What is kept of one auction beside its room in the house.
  struct Place {
    Board board;
    std::unique_ptr<State> read;  // an auction that is not in the house
    Instant next_tick = kNever;
  };
  using Heard = std::function<void(const Receipt&)>;

  // One request by somebody who may ask it: its auction, league and state are there.
  struct Case {
    AuctionId auction;
    const League& league;
    const State& state;
  };
  // Nothing: unknown, or not theirs to see; the caller has been told.
  std::optional<Case> look_up(const Call& call, const Reply& reply);

  Place* place_of(AuctionId id, Instant now);
  bool read_log(AuctionId id, const League& league, Place& place, Instant now);
  Scene scene(const League& league) const { return {needs_.people, needs_.live, league}; }
  Ticket expect(Heard heard);

  void tell_room(AuctionId id, const Scene& scene, Place& place, const Record& record,
                 std::span<const Event> events, const State& after);
  void tell_league(const League& league, const State& after, std::span<const Event> events);
  bool end(AuctionId id);
  void tell_end(const League& league, const State& state);
  void catch_up(const League& league);
  void tick(AuctionId id, Place& place, Instant now);

  void start(const Call& call, Reply reply);
  std::vector<AssetId> offered(const League& league) const;
  Setup setup_of(const League& league, AuctionId auction, const Seed& seed) const;
  void launch(const Setup& setup, const Seed& seed, ActorId by, Instant now);
  void launched(AuctionId id, const Receipt& receipt);
  Seed draw_seed();

  void take_bid(const Call& call, Reply reply);
  enum class Act : std::uint8_t {
    kPause,
    kResume,
    kComplete,
    kPass,
    kVoid,
    kExtend,
    kReset,
    kEnd,
    kDelete
  };
  void conduct(const Call& call, Reply reply, Act act);
  std::optional<Command> command_from(const Case& what, Act act, Fields& fields, Seed& seed);
  Json consequences_of(const Case& what, const Command& command, Instant now);
  std::optional<Answer> reopen(const Case& what, Instant now);
  Answer rehearse(const Case& what, CommandId id, const Command& command, const Call& call);
  bool is_stale(const Case& what, CommandId id, std::uint64_t expected_seq);
  void submit(const Case& what, CommandId id, const Command& command, const Seed& seed,
              const Call& call, Heard heard);
  void follow_roles(const League& league, const LeagueEvents& events, ActorId by);
  void begin(const Call& call, Reply reply);
  Answer auction_of_league(const Call& call);
  Answer log_of(const Case& what, const Call& call);

  AuctionNeeds needs_;
  std::map<AuctionId, Place> places_;
  std::map<Ticket, Heard> expected_;
  Ticket last_ticket_ = 0;
  std::uint64_t position_ = 0;
  std::map<AuctionId, Instant> ending_;                  // and when to try
  std::map<AuctionId, std::vector<Reply>> starting_;     // who waits for its first record
  std::deque<std::pair<AuctionId, CommandId>> guarded_;  // commands that have passed their guard
  std::vector<Ended> ended_;
  Instant now_;  // of this turn
  Bots bots_;
};

}  // namespace pilot
