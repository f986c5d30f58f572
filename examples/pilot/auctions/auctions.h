// Auctions: every auction of the pilot, from its league's start to its end, and who may do what.
//
// Bids and commands go into the house; what it commits is shown, in order, to the room and kept on
// the auction's board, so that whoever comes back is told the rest. An auction that has ended is
// read from the store when somebody asks for it.
//
//   Announcements announcements;                     // the house's publisher
//   auto records = Records::open(file, announcements, wake, now);
//   auto auctions = open_auctions({*records, *leagues, *people, assets, live, metrics}, now);
//   announcements.to(*auctions);
//   auctions->turn(now);                             // after records->turn(now)
//
// One thread, the loop's. Nothing here may be called from inside the house's publisher.
#pragma once

#include "examples/pilot/assets/assets.h"
#include "examples/pilot/auctions/payload.h"
#include "examples/pilot/leagues/leagues.h"
#include "examples/pilot/metrics/metrics.h"

namespace pilot {

// Something that was shown to an auction's room. `json` is its one argument.
struct ShownEvent {
  std::uint64_t seq = 0;
  std::uint64_t position = 0;  // among everything that this process has shown
  std::string_view name;       // "bid_update"
  std::string json;
};

class Auctions : public Publisher {
 public:
  using Answered = std::function<void(Answer)>;
  using Ended = std::function<void(const League&, const State&)>;

  // Committed; null: no such auction, or its league is gone.
  virtual const State* find(AuctionId id, Instant now) = 0;
  virtual const League* league_of(AuctionId id) const = 0;

  // pre_auction waiting auction_live auction_paused auction_complete
  virtual std::string_view status_of(const League& league, Instant now) = 0;

  // `sync_state`, as this viewer may see it. The auction is there and the viewer a member.
  virtual std::string picture(AuctionId id, ActorId viewer, Instant now) = 0;
  virtual std::uint64_t shown_seq(AuctionId id, Instant now) = 0;
  // What was shown after `seq`, with its clocks' serverNow as of now; nothing: that is too long
  // ago, or never was.
  virtual std::optional<std::vector<ShownEvent>> shown_after(AuctionId id, std::uint64_t seq,
                                                             Instant now) = 0;
  virtual std::optional<std::vector<ShownEvent>> shown_after_position(AuctionId id,
                                                                      std::uint64_t position,
                                                                      Instant now) = 0;
  virtual std::uint64_t position() const = 0;  // of what was shown last

  // A bid's JSON object, from REST or from a socket: the receipt, after the commit.
  virtual void bid(AuctionId id, ActorId who, const Json& body, Instant at, Answered answered) = 0;

  // Told of each auction that is over, when its league knows of it, and again of each sale that is
  // voided afterwards.
  virtual void when_ended(Ended ended) = 0;

  virtual Routes routes() = 0;
  virtual void turn(Instant now) = 0;
  virtual Instant next_alarm() const = 0;
};

struct AuctionNeeds {
  Records& records;
  Leagues& leagues;
  People& people;
  const Assets& assets;
  Live& live;
  Metrics& metrics;
};
std::unique_ptr<Auctions> open_auctions(const AuctionNeeds& needs, Instant now);

// Stands as the house's publisher until there are auctions to hear it.
class Announcements final : public Publisher {
 public:
  void to(Publisher& publisher) { to_ = &publisher; }

  void answered(const Request& request, const Receipt& receipt) override {
    if (to_ != nullptr) to_->answered(request, receipt);
  }
  void recorded(StreamId stream, const Record& record, std::span<const Event> events,
                const State& after) override {
    if (to_ != nullptr) to_->recorded(stream, record, events, after);
  }
  void quarantined(StreamId stream, const char* why) override {
    if (to_ != nullptr) to_->quarantined(stream, why);
  }

 private:
  Publisher* to_ = nullptr;
};

}  // namespace pilot
