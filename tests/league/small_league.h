// A small league for tests: Ada leads it, and everybody's events are kept.
//
//   Clubhouse house;
//   house.does(kAda, MakeInvite{house.hash("secret")})           "" or the word of the refusal
#pragma once

#include "libauction/league/apply.h"
#include "libauction/league/decide.h"
#include "libauction/rules/presets.h"

namespace auction {

inline constexpr ActorId person(std::uint64_t n) { return {9, n}; }
inline constexpr ActorId kAda = person(1), kBen = person(2), kCid = person(3), kDee = person(4);
inline constexpr ActorId kOutsider{};
inline constexpr LeagueId kSmallLeague{7, 7};

inline CreateLeague small_league() {
  LeagueSettings settings;
  settings.name = "Friends";
  settings.sport = "football";
  settings.max_managers = 3;
  return {kSmallLeague, kAda, "Reds", settings};
}

struct Clubhouse {
  League league;
  LeagueEvents log;
  LeagueEvents last;  // of the last command
  Instant now{1'000'000};

  explicit Clubhouse(CreateLeague create = small_league()) { host(create); }

  std::optional<LeagueRefusal> tries(const LeagueContext& context, const LeagueCommand& command) {
    auto no = decide(league, command, context, last);
    apply(league, last, context.now);
    log.insert(log.end(), last.begin(), last.end());
    return no;
  }
  std::string does(ActorId actor, const LeagueCommand& command) {
    const auto no = tries({actor, false, now}, command);
    return no ? std::string(word(no->reason)) : "";
  }
  std::string host(const LeagueCommand& command) {
    const auto no = tries({kOutsider, true, now}, command);
    return no ? std::string(word(no->reason)) : "";
  }

  Digest hash(std::string_view secret) const { return invite_hash(league.id, secret); }
  LeagueRole role(ActorId id) const { return find_member(league, id)->role; }

  // Ben and Cid come in by one invite; rules and assets are chosen.
  void fill() {
    (void)does(kAda, MakeInvite{hash("secret"), LeagueRole::kManager, 2, kNever});
    (void)does(kBen, AcceptInvite{"secret", "Blues"});
    (void)does(kCid, AcceptInvite{"secret", "Greens"});
    (void)does(kAda, ChooseRules{Shared<RuleSet>(*preset("pilot-football"))});
    (void)does(kAda, ChooseAssets{{{1, 1}, {1, 2}}});
  }
};

}  // namespace auction
