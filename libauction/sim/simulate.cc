#include "libauction/sim/simulate.h"

#include "libauction/sim/play_internal.h"

namespace auction {
namespace {

void draw_into(Setup& setup, std::uint64_t seed) {
  if (needs_draw(setup.rules->order.kind)) setup.order_commitment = commitment(seed_from(seed));
}

// Draw, open and begin, as far as the rules ask for each. Stops at the first no.
Went begin(Desk& desk, std::uint64_t seed, Instant at) {
  Went went = Went::kDone;
  if (needs_draw(desk.state().rules->order.kind)) went = desk.host(DrawOrder{seed_from(seed)}, at);
  if (went == Went::kDone) went = desk.conduct(Open{}, at);
  if (went != Went::kDone || desk.state().begins_at != kNever) return went;
  return desk.conduct(Begin{}, at);
}

// What the book answered last, if not all was written.
BookAnswer answer_of(const BookDesk& desk, const Book& book, Went went) {
  if (went != Went::kDone) return desk.answer();
  return Written{book.head().seq + 1, 0, book.state().last_at};
}

void count_managers(const State& state, std::vector<ManagerResult>& out) {
  out.clear();
  for (const Account& account : state.accounts) {
    out.push_back(
        {purse(account), account.spent, static_cast<std::uint16_t>(account.squad.size())});
  }
}

void fill_result(const State& state, AuctionResult& out) {
  out.reason = state.end_reason;
  out.events = state.seq;
  out.lots = state.lots;
  out.bids = 0;
  for (const LotRecord& lot : state.lots) out.bids += lot.bid_count;
  count_managers(state, out.managers);
}

// What bidders think is drawn apart from the order of the lots.
constexpr std::uint64_t kWorthStream = 0x9e6c63d0876a9a47u;
constexpr std::uint64_t kFloorStream = 0xe7037ed1a0b428dbu;

}  // namespace

Simulator::Simulator(Setup setup, Bidders bidders, Market market, SimulationOptions options)
    : setup_(std::move(setup)),
      bidders_(std::move(bidders)),
      market_(std::move(market)),
      options_(options) {
  AUCTION_CHECK(bidders_.size() == setup_.participants.size(), "a bidder for each participant");
  draw_into(setup_, 0);
  AUCTION_CHECK(!has_errors(check_setup(setup_)), "a set-up without errors");
  if (market_.multiple_permille == 0) market_.multiple_permille = carried_multiple(setup_);
  BareDesk desk(created_, events_);
  const Went went = desk.host(Create{Shared<Setup>(setup_)}, options_.starts_at);
  AUCTION_CHECK(went == Went::kDone, "the set-up is accepted");
}

// Auctions differ in their commitment alone when they are created, so the state after it is copied.
void Simulator::reset(std::uint64_t seed) {
  state_ = created_;
  if (!needs_draw(setup_.rules->order.kind)) return;
  draw_into(setup_, seed);
  state_.setup = Shared<Setup>(setup_);
}

// One auction being played.
struct Simulator::Playing {
  Playing(Simulator& of, std::uint64_t seed)
      : desk(of.state_, of.events_),
        floor(of.bidders_, of.worth_, seed ^ kFloorStream, of.options_.latency_ms),
        play(desk, floor) {}

  BareDesk desk;
  Floor floor;
  Play play;
};

Simulator::~Simulator() = default;
Simulator::Simulator(Simulator&&) noexcept = default;

void Simulator::begin(std::uint64_t seed) {
  reset(seed);
  draw_worth(market_, setup_, seed ^ kWorthStream, worth_);
  playing_ = std::make_unique<Playing>(*this, seed);
  const Went begun = auction::begin(playing_->desk, seed, options_.starts_at);
  AUCTION_CHECK(begun == Went::kDone, "the auction can begin");
  result_.seed = seed;
  go_on();
}

void Simulator::go_on() {
  (void)playing_->play.go_on();
  if (!questions().empty()) return;
  fill_result(state_, result_);
  result_.refusals = playing_->play.refusals();
  result_.duration = state_.last_at - options_.starts_at;
}

std::span<const Facts> Simulator::questions() const { return playing_->floor.questions(); }

void Simulator::answer(std::span<const Plan> plans) {
  playing_->floor.answer(state_, plans);
  go_on();
}

const AuctionResult& Simulator::run(std::uint64_t seed) {
  begin(seed);
  AUCTION_CHECK(questions().empty(), "bidders from outside are asked by steps");
  return result_;
}

AuctionResult simulate_auction(const Setup& setup, const Bidders& bidders, const Market& market,
                               std::uint64_t seed, SimulationOptions options) {
  return Simulator(setup, bidders, market, options).run(seed);
}

std::uint64_t auction_seed(std::uint64_t batch_seed, std::uint64_t index) {
  return SplitMix64(SplitMix64(batch_seed).next() ^ index).next();
}

void simulate_batch(const Setup& setup, const Bidders& bidders, const Market& market,
                    BatchRange range, std::uint64_t batch_seed,
                    const std::function<void(std::uint64_t, const AuctionResult&)>& visit,
                    SimulationOptions options) {
  Simulator simulator(setup, bidders, market, options);
  for (std::uint64_t i = range.first; i < range.first + range.count; ++i) {
    visit(i, simulator.run(auction_seed(batch_seed, i)));
  }
}

BookAnswer start_auction(Book& book, Setup setup, std::uint64_t seed, Instant at) {
  draw_into(setup, seed);
  const BookAnswer created = book.act_as_host(Create{Shared<Setup>(std::move(setup))}, at);
  if (!std::holds_alternative<Written>(created)) return created;
  BookDesk desk(book);
  return answer_of(desk, book, begin(desk, seed, at));
}

BookAnswer play_auction(Book& book, const Bidders& bidders, const Market& market,
                        std::uint64_t seed, SimulationOptions options) {
  const Setup& setup = *book.state().setup;
  AUCTION_CHECK(bidders.size() == setup.participants.size(), "a bidder for each participant");
  std::vector<Money> worth;
  draw_worth(market, setup, seed ^ kWorthStream, worth);
  BookDesk desk(book);
  Floor floor(bidders, worth, seed ^ kFloorStream, options.latency_ms);
  const Went went = Play(desk, floor).go_on();
  AUCTION_CHECK(floor.questions().empty(), "bidders from outside are asked by steps");
  return answer_of(desk, book, went == Went::kRefused ? Went::kDone : went);
}

AuctionResult result_of(const State& state) {
  AuctionResult result;
  fill_result(state, result);
  return result;
}

}  // namespace auction
