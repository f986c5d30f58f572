#include "examples/pilot/leagues/leagues.h"

#include <algorithm>

#include "examples/pilot/leagues/book_shelf.h"
#include "libauction/base/match.h"

namespace pilot {
namespace {

using LeagueShelf = BookShelf<LeagueMachine>;

// What is asked of all leagues at once, and what their states do not keep: folded beside them.
class LeagueIndex {
 public:
  void take(LeagueId league, const LeagueEvents& events, Instant at) {
    for (const LeagueEvent& event : events) {
      match(event, [&](const auto& e) { on(league, e, at); });
    }
  }

  LeagueId of_auction(AuctionId id) const {
    const auto found = auctions_.find(id);
    return found == auctions_.end() ? LeagueId{} : found->second;
  }
  std::vector<LeagueId> of_member(ActorId who) const {
    const auto found = members_.find(who);
    return found == members_.end() ? std::vector<LeagueId>{} : found->second;
  }

  struct Facts {
    std::uint32_t managers = 0;  // who ever entered
    std::uint32_t bots = 0;
    Instant created_at = kNever;
    Instant linked_at = kNever;
  };
  Facts facts(LeagueId league) const {
    const auto found = facts_.find(league);
    return found == facts_.end() ? Facts{} : found->second;
  }

 private:
  void on(LeagueId league, const LeagueCreated& e, Instant at) {
    facts_[league] = {1, 0, at, kNever};
    members_[e.commissioner].push_back(league);
  }
  void on(LeagueId league, const MemberEntered& e, Instant) {
    ++(e.bot ? facts_[league].bots : facts_[league].managers);
    members_[e.member].push_back(league);
  }
  void on(LeagueId league, const MemberLeft& e, Instant) { std::erase(members_[e.member], league); }
  void on(LeagueId league, const AuctionLinked& e, Instant at) {
    facts_[league].linked_at = at;
    auctions_[e.auction] = league;
  }
  void on(LeagueId, const auto&, Instant) {}

  std::map<LeagueId, Facts> facts_;
  std::map<AuctionId, LeagueId> auctions_;
  std::map<ActorId, std::vector<LeagueId>> members_;
};

LeagueId league_of(StreamId stream) { return {stream.hi, stream.lo}; }

class StoredLeagues final : public Leagues {
 public:
  explicit StoredLeagues(Records& records) : shelf_(records) {}

  absl::Status open(Instant now) {
    return shelf_.open(now, [this](StreamId stream, const LeagueEvents& events, Instant at) {
      index_.take(league_of(stream), events, at);
    });
  }

  const League* find(LeagueId id) const override {
    const League* league = shelf_.find(stream_of(id));
    return league != nullptr && league->status == LeagueStatus::kStanding ? league : nullptr;
  }
  const League* of_auction(AuctionId id) const override { return find(index_.of_auction(id)); }
  std::vector<LeagueId> of_member(ActorId who) const override {
    std::vector<LeagueId> leagues = index_.of_member(who);
    std::erase_if(leagues, [&](LeagueId id) { return find(id) == nullptr; });
    return leagues;
  }
  std::vector<LeagueId> all() const override {
    std::vector<LeagueId> leagues;
    for (const auto& [stream, book] : shelf_.books()) {
      if (book.state.status == LeagueStatus::kStanding) leagues.push_back(book.state.id);
    }
    return leagues;
  }

  std::string next_label(LeagueId id) const override {
    return "Manager " + std::to_string(index_.facts(id).managers + 1);
  }
  std::string next_bot_label(LeagueId id, std::uint32_t after_this) const override {
    return "Bot " + std::to_string(index_.facts(id).bots + after_this + 1);
  }
  Instant created_at(LeagueId id) const override { return index_.facts(id).created_at; }
  Instant linked_at(LeagueId id) const override { return index_.facts(id).linked_at; }

  LeagueAct act(LeagueId id, const LeagueCommand& command, ActorId by, Instant now) override {
    return write(id, {{command, {by, false, now}, by}}, by, now);
  }
  LeagueAct act_as_host(LeagueId id, const LeagueCommand& command, Instant now) override {
    return write(id, {{command, LeagueMachine::host(now), kHostActor}}, kHostActor, now);
  }
  LeagueAct act_all(LeagueId id, const std::vector<LeagueCommand>& commands, ActorId by,
                    Instant now) override {
    return write(id, steps_of(commands, by, now), by, now);
  }
  LeagueAct create(const CreateLeague& league, const std::vector<LeagueCommand>& then,
                   Instant now) override {
    std::vector<LeagueShelf::Step> steps = steps_of(then, league.commissioner, now);
    steps.insert(steps.begin(), {league, LeagueMachine::host(now), kHostActor});
    return write(league.league, steps, league.commissioner, now);
  }

  void listen(Listener listener) override { listeners_.push_back(std::move(listener)); }

 private:
  static std::vector<LeagueShelf::Step> steps_of(const std::vector<LeagueCommand>& commands,
                                                 ActorId by, Instant now) {
    std::vector<LeagueShelf::Step> steps;
    for (const LeagueCommand& command : commands) steps.push_back({command, {by, false, now}, by});
    return steps;
  }

  LeagueAct write(LeagueId id, const std::vector<LeagueShelf::Step>& steps, ActorId by,
                  Instant now) {
    LeagueShelf::Answer answer = shelf_.act(stream_of(id), steps, now);
    if (const auto* no = std::get_if<LeagueRefusal>(&answer)) return *no;
    if (const auto* failure = std::get_if<StorageFailure>(&answer)) return *failure;
    LeagueEvents& events = std::get<LeagueEvents>(answer);
    if (events.empty()) return LeagueDone{};
    const League& league = *shelf_.find(stream_of(id));
    index_.take(id, events, league.last_at);
    for (const Listener& listener : listeners_) listener(league, events, by);
    return LeagueDone{std::move(events)};
  }

  LeagueShelf shelf_;
  LeagueIndex index_;
  std::vector<Listener> listeners_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Leagues>> open_leagues(Records& records, Instant now) {
  auto leagues = std::make_unique<StoredLeagues>(records);
  if (absl::Status status = leagues->open(now); !status.ok()) return status;
  return std::unique_ptr<Leagues>(std::move(leagues));
}

}  // namespace pilot
