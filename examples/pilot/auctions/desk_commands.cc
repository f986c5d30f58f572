// What the commissioner and the deputies may do: one way in for all of it.
#include <algorithm>

#include "examples/pilot/auctions/desk.h"
#include "libauction/auction/settle.h"
#include "libauction/replay/consequences.h"

namespace pilot {
namespace {

constexpr std::size_t kGuardsRemembered = 4096;

Note note_from(Fields& fields) {
  const std::optional<std::string> note = fields.optional_text("note", kMaxNote);
  if (!note) return std::nullopt;
  return Shared<std::string>(*note);
}

Answer done(CommandId id, bool accepted, std::uint64_t seq, std::optional<Reason> reason,
            Json consequences) {
  if (reason == Reason::kNotAllowed) return forbidden("Only who leads this auction may do that.");
  return json_answer(200, {{"ok", true},
                           {"accepted", accepted},
                           {"commandId", to_text(id)},
                           {"seq", seq},
                           {"reason", reason ? Json(word(*reason)) : Json()},
                           {"consequences", std::move(consequences)}});
}

}  // namespace

std::optional<AuctionDesk::Case> AuctionDesk::look_up(const Call& call, const Reply& reply) {
  const auto id = parse_id<AuctionTag>(call.places[0]);
  const League* league = id ? league_of(*id) : nullptr;
  const bool member = league != nullptr && find_member(*league, call.user) != nullptr;
  const State* state = member ? find(*id, call.at) : nullptr;
  if (state == nullptr) {
    reply(unknown());
    return std::nullopt;
  }
  return Case{*id, *league, *state};
}

// Nothing: a fault stands in the fields.
std::optional<Command> AuctionDesk::command_from(const Case& what, Act act, Fields& fields,
                                                 Seed& seed) {
  const Note note = note_from(fields);
  LotNumber lot;
  if (act == Act::kComplete || act == Act::kPass || act == Act::kVoid || act == Act::kExtend) {
    lot = lot_number(what.auction, fields.text("lotId", 1, 80));
  }
  if (act == Act::kReset || act == Act::kDelete) {
    const std::string name = fields.text("confirm", 0, 400);
    if (name != what.league.settings.name) fields.fail("confirm", "must be the league's name");
  }
  switch (act) {
    case Act::kPause:
      return Pause{note};
    case Act::kResume:
      return Resume{note};
    case Act::kComplete:
      return CloseNow{lot, note};
    case Act::kPass:
      return PassLot{lot, note};
    case Act::kVoid:  // after the end nothing comes up any more
      return VoidSale{lot, fields.flag("reoffer", !is_over(what.state.status)), note};
    case Act::kExtend:
      return Extend{lot, seconds(fields.integer("seconds", 1, kMaxExtension.count / 1000)), note};
    case Act::kReset: {
      if (!needs_draw(what.state.rules->order.kind)) return Reset{{}, note};
      seed = draw_seed();
      return Reset{commitment(seed), note};
    }
    case Act::kEnd:
      return End{note};
    case Act::kDelete:
      return Cancel{note};
  }
  return std::nullopt;
}

// A guard is looked at once: whoever sends the same command again wants its answer, not another.
bool AuctionDesk::is_stale(const Case& what, CommandId id, std::uint64_t expected_seq) {
  const auto key = std::pair(what.auction, id);
  if (expected_seq == 0 || std::ranges::find(guarded_, key) != guarded_.end()) return false;
  const OpenLot* lot = lot_on_block(what.state);
  if (lot != nullptr && lot->last_bid_seq > expected_seq) return true;
  guarded_.push_back(key);
  if (guarded_.size() > kGuardsRemembered) guarded_.pop_front();
  return false;
}

void AuctionDesk::conduct(const Call& call, Reply reply, Act act) {
  const std::optional<Case> what = look_up(call, reply);
  if (!what) return;
  if (!actor_of(what->state, call.user).commissioner) {
    return reply(forbidden("Only the commissioner or a deputy may do that."));
  }
  const std::variant<Json, Answer> body = read_object(call);
  if (const auto* refused = std::get_if<Answer>(&body)) return reply(*refused);
  Fields fields(std::get<Json>(body));
  const CommandId id = fields.command_id();
  const auto expected =
      static_cast<std::uint64_t>(fields.integer("expectedSeq", 0, 0, kMaxMoney.units));
  const bool dry_run = fields.flag("dryRun", false);
  Seed seed;
  const std::optional<Command> command = command_from(*what, act, fields, seed);
  if (!fields.faults().empty()) return reply(malformed(fields.faults()));
  const std::uint64_t seq = places_.at(what->auction).board.shown_seq();
  if (dry_run) return reply(rehearse(*what, id, *command, call));
  if (is_stale(*what, id, expected))
    return reply(done(id, false, seq, Reason::kStale, Json::array()));
  Json told = consequences_of(*what, *command, call.at);
  const bool reopened = act == Act::kReset && is_over(what->state.status);
  if (reopened) {
    if (const auto no = reopen(*what, call.at)) return reply(*no);
  }
  submit(*what, id, *command, seed, call,
         [this, reopened, auction = what->auction, id, told = std::move(told),
          reply](const Receipt& receipt) {
           const State* after = find(auction, now_);
           if (reopened && after != nullptr && is_over(after->status))
             ending_.emplace(auction, now_);
           const bool accepted = receipt.verdict == Verdict::kAccepted;
           if (!accepted && receipt.verdict != Verdict::kRefused) {
             return reply(verdict_answer(receipt.verdict));
           }
           reply(done(id, accepted, receipt.seq, receipt.reason, accepted ? told : Json::array()));
         });
}

// To its league an auction that is reset after its end is one that is not over.
std::optional<Answer> AuctionDesk::reopen(const Case& what, Instant now) {
  const LeagueAct act =
      needs_.leagues.act_as_host(what.league.id, ReopenAuction{what.auction}, now);
  if (std::holds_alternative<StorageFailure>(act)) return verdict_answer(Verdict::kUnavailable);
  if (std::holds_alternative<LeagueRefusal>(act)) {
    return error(409, "auction_over", "The league has gone on to another auction.");
  }
  return std::nullopt;
}

// What would have gone otherwise without the sales that are undone, for whoever is to confirm it.
Json AuctionDesk::consequences_of(const Case& what, const Command& command, Instant now) {
  Json list = Json::array();
  const bool undoes =
      std::holds_alternative<VoidSale>(command) || std::holds_alternative<Reset>(command);
  if (!undoes) return list;
  std::vector<Record> records;
  Store& store = needs_.records.quiet_store(now);
  const HeadAnswer read = store.read(stream_of(what.auction), 1, [&](const Record& record) {
    records.push_back(record);
    return true;
  });
  if (std::holds_alternative<StorageFailure>(read)) return list;
  Setup setup = *what.state.setup;
  for (Participant& participant : setup.participants) {
    participant.label = needs_.people.display_name(id_of(participant), participant.label);
  }
  for (const Consequence& consequence : consequences(records, command)) {
    list.push_back({{"lotId", lot_id(what.state, consequence.lot)},
                    {"code", code(consequence)},
                    {"message", message(setup, consequence)}});
  }
  return list;
}

// What would come of it, and nothing comes.
Answer AuctionDesk::rehearse(const Case& what, CommandId id, const Command& command,
                             const Call& call) {
  State state = what.state;
  Events events;
  const Instant now = effective_now(state, call.at);
  settle(state, now, events);
  const auto no = decide(state, command, {actor_of(state, call.user), now}, events);
  return done(id, !no, state.seq, no ? std::optional(no->reason) : std::nullopt,
              no ? Json::array() : consequences_of(what, command, call.at));
}

// A reset's order is drawn at once, in the same commit; the auction waits to be begun.
void AuctionDesk::submit(const Case& what, CommandId id, const Command& command, const Seed& seed,
                         const Call& call, Heard heard) {
  House& house = needs_.records.house();
  Request request{.stream = stream_of(what.auction),
                  .id = id,
                  .actor = call.user,
                  .command = command,
                  .at = call.at,
                  .ticket = expect(std::move(heard))};
  house.submit(request);
  const bool draws = needs_draw(what.state.rules->order.kind);
  if (!draws || !std::holds_alternative<Reset>(command)) return;
  request.id = {};
  request.ticket = 0;
  request.host = true;
  request.command = DrawOrder{seed};
  house.submit(request);
}

void AuctionDesk::begin(const Call& call, Reply reply) {
  const std::optional<Case> what = look_up(call, reply);
  if (!what) return;
  if (!actor_of(what->state, call.user).commissioner) {
    return reply(forbidden("Only the commissioner or a deputy begins the auction."));
  }
  const auto begun = [id = what->auction](std::string_view status) {
    return json_answer(
        200, {{"message", "Auction begun"}, {"auctionId", to_text(id)}, {"status", status}});
  };
  if (what->state.status == Status::kRunning) return reply(begun("running"));
  submit(*what, {}, Begin{}, {}, call, [begun, reply](const Receipt& receipt) {
    if (receipt.verdict == Verdict::kAccepted) return reply(begun("running"));
    if (receipt.verdict != Verdict::kRefused) return reply(verdict_answer(receipt.verdict));
    reply(error(409, word(*receipt.reason), "The auction does not wait to begin."));
  });
}

// Deputies come and go while the auction runs.
void AuctionDesk::follow_roles(const League& league, const LeagueEvents& events, ActorId by) {
  if (!has_unfinished_auction(league)) return;
  const AuctionId id = league.auctions.back().auction;
  const auto send = [&](ActorId actor, Command command) {
    needs_.records.house().submit({.stream = stream_of(id),
                                   .id = {},
                                   .actor = actor,
                                   .command = std::move(command),
                                   .at = later(now_, league.last_at)});
  };
  for (const LeagueEvent& event : events) {
    if (const auto* given = std::get_if<RoleGiven>(&event)) {
      if (given->role >= LeagueRole::kDeputy) {
        send(by, Appoint{given->member, {}});
      } else {
        send(by, Dismiss{given->member, {}});
      }
    } else if (const auto* changed = std::get_if<CommissionerChanged>(&event)) {
      send(by, Appoint{changed->to, {}});
      if (!by.is_nil()) send(changed->to, Dismiss{by, {}});
    }
  }
}

}  // namespace pilot
