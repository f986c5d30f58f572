#include "examples/auctioneer/demo/reconstruction.h"

#include "examples/auctioneer/stop.h"
#include "libauction/auction/limit.h"

namespace auction::demo {
namespace {

using cli::kBadInput;
using cli::kEnvironment;
using cli::kSaidNo;
using cli::stop;

constexpr Millis kThinking{1000};  // between two bids

void demand(const BookAnswer& answer, const std::string& what) {
  if (const auto* failure = std::get_if<StorageFailure>(&answer)) {
    stop(kEnvironment, "{}", failure->what);
  }
  if (std::holds_alternative<Conflict>(answer)) stop(kEnvironment, "the log has another writer");
  if (const auto* refused = std::get_if<Rejection>(&answer)) {
    stop(kSaidNo, "{}: refused, {} (limit {})", what, word(refused->reason), refused->limit);
  }
}

ManagerSlot team(const Setup& setup, const std::string& label) {
  for (std::size_t i = 0; i < setup.participants.size(); ++i) {
    if (setup.participants[i].label == label) return {static_cast<std::uint8_t>(i)};
  }
  stop(kBadInput, "no franchise is called '{}'", label);
}

const std::string& name_of(const State& state, const OpenLot& lot) {
  return (*state.setup->catalogue)[lot.asset].name;
}

void place(Book& book, LotNumber lot, ManagerSlot seat, Money amount, Instant now) {
  const Participant& bidder = book.state().setup->participants[seat.value];
  const std::string what = fmt::format("lot {}, {} bid {}", lot.value, bidder.label, amount.units);
  demand(book.act(PlaceBid{lot, amount}, {bidder.id.hi, bidder.id.lo}, now), what);
}

// The buyer's turns and the rival's, the buyer last.
void contest(Book& book, const OpenLot lot, const Result& result, Instant now, const Wait& wait) {
  const State& state = book.state();
  const ManagerSlot buyer = team(*state.setup, result.team);
  const std::vector<Money> prices = rungs(state.rules->english.ladder, lot.base, result.price);
  if (prices.empty()) {
    stop(kSaidNo, "{}: {} is on no rung", name_of(state, lot), result.price.units);
  }
  ManagerSlot rival = kNoManager;
  if (prices.size() > 1) {
    rival = rival_of(state, lot, buyer, prices[prices.size() - 2]);
    if (rival == kNoManager) stop(kSaidNo, "{}: no legal rival", name_of(state, lot));
  }
  for (std::size_t i = 0; i < prices.size(); ++i) {
    now = now + kThinking;
    wait(now);
    const bool buyers_turn = (prices.size() - 1 - i) % 2 == 0;
    place(book, lot.number, buyers_turn ? buyer : rival, prices[i], now);
  }
}

}  // namespace

std::vector<Money> rungs(const Ladder& ladder, Money base, Money price) {
  std::vector<Money> prices{base};
  while (prices.back() < price) prices.push_back(next_rung(ladder, prices.back()));
  if (prices.back() != price) prices.clear();
  return prices;
}

ManagerSlot rival_of(const State& state, const OpenLot& lot, ManagerSlot buyer, Money amount) {
  ManagerSlot best = kNoManager;
  Money most{0};
  for (std::size_t i = 0; i < state.seats.size(); ++i) {
    const ManagerSlot seat{static_cast<std::uint8_t>(i)};
    const Money limit = standing(state, seat, lot).limit;
    if (seat == buyer || limit < amount || limit <= most) continue;
    best = seat;
    most = limit;
  }
  return best;
}

void play(Book& book, const Facts& facts, Instant start, const Wait& wait) {
  const Setup& setup = facts.prologue.setup;
  demand(book.act_as_host(Create{Shared(setup)}, start), "create");
  demand(book.act(Open{}, setup.commissioners.front(), start), "open");
  Instant now = start;
  while (next_deadline(book.state()) != kNever) {
    wait(now);
    demand(book.settle(now), "settle");
    const State& state = book.state();
    if (!state.open.empty() && state.open.front().bid_count == 0) {
      const OpenLot& lot = state.open.front();
      const auto result = facts.results.find(lot.asset.value);
      if (result == facts.results.end()) stop(kBadInput, "{}: no result", name_of(state, lot));
      if (result->second.sold) contest(book, lot, result->second, now, wait);
    }
    now = later(now, next_deadline(book.state()));
  }
}

}  // namespace auction::demo
