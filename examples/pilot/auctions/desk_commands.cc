// What the commissioner and the deputies may do: one way in for all of it.
#include <algorithm>

#include "examples/pilot/auctions/desk.h"

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
std::optional<Command> AuctionDesk::command_from(const Case& what, Act act, Fields& fields) {
  const Note note = note_from(fields);
  LotNumber lot;
  if (act == Act::kComplete || act == Act::kPass || act == Act::kExtend) {
    lot = lot_number(what.auction, fields.text("lotId", 1, 80));
  }
  if (act == Act::kDelete) {
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
    case Act::kExtend:
      return Extend{lot, seconds(fields.integer("seconds", 1, kMaxExtension.count / 1000)), note};
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
  const std::optional<Command> command = command_from(*what, act, fields);
  if (!fields.faults().empty()) return reply(malformed(fields.faults()));
  const std::uint64_t seq = places_.at(what->auction).board.shown_seq();
  if (is_stale(*what, id, expected))
    return reply(done(id, false, seq, Reason::kStale, Json::array()));
  submit(*what, id, *command, call, [id, reply](const Receipt& receipt) {
    const bool accepted = receipt.verdict == Verdict::kAccepted;
    if (!accepted && receipt.verdict != Verdict::kRefused) {
      return reply(verdict_answer(receipt.verdict));
    }
    reply(done(id, accepted, receipt.seq, receipt.reason, Json::array()));
  });
}

void AuctionDesk::submit(const Case& what, CommandId id, const Command& command, const Call& call,
                         Heard heard) {
  House& house = needs_.records.house();
  Request request{.stream = stream_of(what.auction),
                  .id = id,
                  .actor = call.user,
                  .command = command,
                  .at = call.at,
                  .ticket = expect(std::move(heard))};
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
  submit(*what, {}, Begin{}, call, [begun, reply](const Receipt& receipt) {
    if (receipt.verdict == Verdict::kAccepted) return reply(begun("running"));
    if (receipt.verdict != Verdict::kRefused) return reply(verdict_answer(receipt.verdict));
    reply(error(409, word(*receipt.reason), "The auction does not wait to begin."));
  });
}

}  // namespace pilot
