// A league's auction begins: the league links it, and its first records are one commit.
#include "examples/pilot/auctions/desk.h"

namespace pilot {
namespace {

Answer refused(const LeagueRefusal& refusal) {
  if (refusal.reason == LeagueReason::kNotAllowed) {
    return forbidden("Only the commissioner starts the auction.");
  }
  if (refusal.reason == LeagueReason::kTooFewManagers) {
    return error(409, word(refusal.reason),
                 "The auction needs " + std::to_string(refusal.limit) + " managers or more.");
  }
  return error(409, word(refusal.reason), sentence(refusal.reason));
}

Answer created(const State& state) {
  const bool waits = state.status == Status::kWaiting;
  return json_answer(200, {{"message", "Auction created"},
                           {"auctionId", to_text(auction_of(state))},
                           {"status", status_word(state)},
                           {"opensAt", waits ? moment(state.begins_at) : Json()}});
}

Answer not_stored() {
  return error(503, "unavailable", "It could not be stored just now. Please try again.");
}

// What would keep an auction with these choices from working, in a sentence; or nothing.
std::string fault_in(const Setup& setup) {
  for (const Finding& finding : check_setup(setup)) {
    if (finding.severity == Severity::kError) return finding.pointer + ": " + finding.message;
  }
  return {};
}

}  // namespace

Seed AuctionDesk::draw_seed() {
  Seed seed;
  const Salt first = needs_.records.salts().salt(0), second = needs_.records.salts().salt(1);
  std::copy(first.bytes.begin(), first.bytes.end(), seed.bytes.begin());
  std::copy(second.bytes.begin(), second.bytes.end(), seed.bytes.begin() + 16);
  return seed;
}

void AuctionDesk::start(const Call& call, Reply reply) {
  const auto id = parse_id<LeagueTag>(call.places[0]);
  const League* league = id ? needs_.leagues.find(*id) : nullptr;
  const LeagueMember* member = league == nullptr ? nullptr : find_member(*league, call.user);
  if (member == nullptr) return reply(unknown());
  if (member->role != LeagueRole::kCommissioner) {
    return reply(forbidden("Only the commissioner starts the auction."));
  }
  if (has_unfinished_auction(*league)) {
    const AuctionId auction = league->auctions.back().auction;
    const auto waiting = starting_.find(auction);
    if (waiting != starting_.end()) return waiting->second.push_back(std::move(reply));
    const State* state = find(auction, call.at);
    return reply(state == nullptr ? not_stored() : created(*state));
  }
  if (!league->choices.rules) {
    return reply(error(409, word(LeagueReason::kNothingChosen), "The league has no rules yet."));
  }
  if (seats_taken(*league) < league->settings.min_managers) {
    return reply(refused({LeagueReason::kTooFewManagers, {}, league->settings.min_managers}));
  }
  const Salt drawn = needs_.records.salts().salt(2);
  AuctionId auction;
  for (const std::uint8_t byte : drawn.bytes) {
    auction.hi = auction.hi << 8 | auction.lo >> 56;
    auction.lo = auction.lo << 8 | byte;
  }
  const Seed seed = draw_seed();
  const Setup setup = setup_of(*league, auction, seed);
  if (const std::string fault = fault_in(setup); !fault.empty()) {
    return reply(error(409, "cannot_start", fault));
  }
  std::vector<LeagueCommand> commands{LinkAuction{auction}};
  if (league->choices.assets.empty()) {
    commands.insert(commands.begin(), ChooseAssets{offered(*league)});
  }
  const LeagueAct act = needs_.leagues.act_all(league->id, commands, call.user, call.at);
  if (const auto* no = std::get_if<LeagueRefusal>(&act)) return reply(refused(*no));
  if (std::holds_alternative<StorageFailure>(act)) return reply(not_stored());
  starting_[auction].push_back(std::move(reply));
  launch(setup, seed, call.user, call.at);
}

// Who has chosen nothing takes all there is of the sport.
std::vector<AssetId> AuctionDesk::offered(const League& league) const {
  if (!league.choices.assets.empty()) return league.choices.assets;
  std::vector<AssetId> all;
  for (const Asset& asset : needs_.assets.of(league.settings.sport)) all.push_back(asset.id);
  return all;
}

Setup AuctionDesk::setup_of(const League& league, AuctionId auction, const Seed& seed) const {
  const RuleSet& rules = **league.choices.rules;
  Setup setup;
  setup.auction = auction;
  setup.rules = *league.choices.rules;
  setup.catalogue = Shared<Catalogue>(needs_.assets.catalogue(offered(league)));
  setup.participants = auction::participants_of(league, rules.budget);
  setup.commissioners = commissioners_of(league);
  if (needs_draw(rules.order.kind)) setup.order_commitment = commitment(seed);
  return setup;
}

// One after the other in one turn of the house, so they are kept together or not at all.
void AuctionDesk::launch(const Setup& setup, const Seed& seed, ActorId by, Instant now) {
  House& house = needs_.records.house();
  const StreamId stream = stream_of(setup.auction);
  const auto submit = [&](Command command, bool host, Ticket ticket) {
    house.submit({.stream = stream,
                  .id = {},
                  .actor = host ? kHostActor : by,
                  .host = host,
                  .command = std::move(command),
                  .at = now,
                  .ticket = ticket});
  };
  submit(Create{Shared<Setup>(setup)}, true, 0);
  if (needs_draw(setup.rules->order.kind)) submit(DrawOrder{seed}, true, 0);
  const AuctionId id = setup.auction;
  submit(Open{}, false, expect([this, id](const Receipt& receipt) { launched(id, receipt); }));
}

void AuctionDesk::launched(AuctionId id, const Receipt& receipt) {
  auto waiting = starting_.extract(id);
  if (!waiting) return;
  const State* state = needs_.records.house().shown(stream_of(id));
  const bool open = receipt.verdict == Verdict::kAccepted && state != nullptr;
  if (open) needs_.metrics.auction_started();
  if (!open) ending_.emplace(id, now_);
  for (const Reply& reply : waiting.mapped()) reply(open ? created(*state) : not_stored());
}

}  // namespace pilot
