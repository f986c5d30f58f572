// Bids, from REST and from sockets: one reading, one receipt.
#include "examples/pilot/auctions/desk.h"

namespace pilot {
namespace {

// What a receipt repeats of the bid it is for.
struct Wish {
  AuctionId auction;
  std::string lot_id;
  PlaceBid bid;
  CommandId id;
};

Json money_or_null(Money amount) {
  if (amount.units == 0) return nullptr;
  return amount.units;
}

Answer receipt_of(const Scene& scene, const State& state, const Wish& wish,
                  const Receipt& receipt) {
  return json_answer(200, {{"ok", true},
                           {"accepted", receipt.verdict == Verdict::kAccepted},
                           {"commandId", to_text(wish.id)},
                           {"lotId", wish.lot_id},
                           {"amount", wish.bid.amount.units},
                           {"seq", receipt.seq},
                           {"reason", receipt.reason ? Json(word(*receipt.reason)) : Json()},
                           {"limit", money_or_null({receipt.limit})},
                           {"currentBid", money_or_null(receipt.price)},
                           {"leader", person_of(scene, state, receipt.leader)},
                           {"nextBid", money_or_null(receipt.next_bid)},
                           {"remainingMs", receipt.left.count},
                           {"replayed", receipt.replayed}});
}

std::optional<Wish> wish_from(AuctionId auction, const RuleSet& rules, Fields& fields) {
  const bool fixed = rules.english.bidding == Bidding::kFixedNext;
  Wish wish;
  wish.auction = auction;
  wish.lot_id = fields.text("lotId", 1, 80);
  const std::int64_t most = kMaxMoney.units;
  wish.bid.amount = {fixed ? fields.integer("amount", 0, 0, most)
                           : fields.integer("amount", 1, most)};
  wish.bid.expected_seq = static_cast<std::uint64_t>(fields.integer("expectedSeq", 0, 0, most));
  wish.id = fields.command_id();
  if (!fields.faults().empty()) return std::nullopt;
  wish.bid.lot = lot_number(auction, wish.lot_id);
  return wish;
}

}  // namespace

Answer verdict_answer(Verdict verdict) {
  switch (verdict) {
    case Verdict::kCommandConflict:
      return error(409, word(verdict), "Another command has this commandId.");
    case Verdict::kUnknownStream:
      return unknown();
    case Verdict::kQuarantined:
      return error(503, word(verdict), "This auction has stopped; its operator must look at it.");
    default:
      return error(503, "unavailable",
                   "It could not be stored just now. Send the same commandId again.");
  }
}

void AuctionDesk::bid(AuctionId id, ActorId who, const Json& body, Instant at, Answered answered) {
  const League* league = league_of(id);
  const bool member = league != nullptr && find_member(*league, who) != nullptr;
  const State* state = member ? find(id, at) : nullptr;
  if (state == nullptr) return answered(unknown());
  Fields fields(body);
  const std::optional<Wish> wish = wish_from(id, *state->rules, fields);
  if (!wish) return answered(malformed(fields.faults()));
  const Ticket ticket =
      expect([this, wish = *wish, answered = std::move(answered), at](const Receipt& receipt) {
        const bool decided =
            receipt.verdict == Verdict::kAccepted || receipt.verdict == Verdict::kRefused;
        const League* of = league_of(wish.auction);
        const State* shown = needs_.records.house().shown(stream_of(wish.auction));
        if (!decided || of == nullptr || shown == nullptr) {
          return answered(verdict_answer(decided ? Verdict::kUnknownStream : receipt.verdict));
        }
        if (!receipt.replayed) {
          needs_.metrics.bid_took(later(now_, at) - at);
          if (receipt.reason) {
            needs_.metrics.bid_rejected(word(*receipt.reason));
          } else {
            needs_.metrics.bid_placed();
          }
        }
        answered(receipt_of(scene(*of), *shown, wish, receipt));
      });
  needs_.records.house().submit({.stream = stream_of(id),
                                 .id = wish->id,
                                 .actor = who,
                                 .command = wish->bid,
                                 .at = at,
                                 .ticket = ticket});
}

void AuctionDesk::take_bid(const Call& call, Reply reply) {
  const auto id = parse_id<AuctionTag>(call.places[0]);
  if (!id) return reply(unknown());
  const std::variant<Json, Answer> body = read_object(call);
  if (const auto* refused = std::get_if<Answer>(&body)) return reply(*refused);
  bid(*id, call.user, std::get<Json>(body), call.at, std::move(reply));
}

}  // namespace pilot
