#include "libauction/room/receipt.h"

#include "libauction/auction/deadline.h"

namespace auction {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kSize = 1 + 1 + 8 + 4 + 8 + 1 + 5 * 8 + 1;

void fill_lot(Receipt& receipt, const State& state, const Command& command) {
  const auto* bid = std::get_if<PlaceBid>(&command);
  const OpenLot* lot = bid == nullptr ? nullptr : find_open(state, bid->lot);
  if (lot == nullptr) return;
  receipt.price = lot->price;
  receipt.next_bid = lot->next_bid;
  receipt.leader = lot->leader;
  receipt.left = later(lot->ends_at, clock_now(state, receipt.at)) - clock_now(state, receipt.at);
}

bool is_kept(Verdict verdict) {
  return verdict == Verdict::kAccepted || verdict == Verdict::kRefused;
}

}  // namespace

std::string_view word(Verdict verdict) {
  switch (verdict) {
    case Verdict::kAccepted:
      return "accepted";
    case Verdict::kRefused:
      return "refused";
    case Verdict::kCommandConflict:
      return "command_conflict";
    case Verdict::kUnavailable:
      return "unavailable";
    case Verdict::kQuarantined:
      return "quarantined";
    case Verdict::kUnknownStream:
      return "unknown_stream";
  }
  return "";
}

Receipt accepted(const State& state, const Command& command, std::uint64_t seq, std::uint32_t count,
                 Instant at) {
  Receipt receipt;
  receipt.verdict = Verdict::kAccepted;
  receipt.seq = seq;
  receipt.count = count;
  receipt.at = at;
  fill_lot(receipt, state, command);
  return receipt;
}

Receipt refused(const State& state, const Command& command, const Rejection& rejection,
                Instant at) {
  Receipt receipt;
  receipt.verdict = Verdict::kRefused;
  receipt.seq = rejection.seq;
  receipt.at = at;
  receipt.reason = rejection.reason;
  receipt.limit = rejection.limit;
  fill_lot(receipt, state, command);
  receipt.left = rejection.left;
  return receipt;
}

Bytes encode(const Receipt& r) {
  Bytes out;
  out.reserve(kSize);
  put_u8(out, kVersion);
  put_u8(out, static_cast<std::uint8_t>(r.verdict));
  put_u64(out, r.seq);
  put_u32(out, r.count);
  put(out, r.at);
  put_u8(out, r.reason ? static_cast<std::uint8_t>(*r.reason) : 0);
  put_i64(out, r.limit);
  put(out, r.left);
  put(out, r.price);
  put(out, r.next_bid);
  put_u8(out, r.leader.value);
  return out;
}

std::optional<Receipt> decode_receipt(ByteView bytes) {
  ByteReader in(bytes);
  if (in.u8() != kVersion) return std::nullopt;
  Receipt r;
  r.verdict = static_cast<Verdict>(in.u8());
  r.seq = in.u64();
  r.count = in.u32();
  r.at = in.instant();
  if (const std::uint8_t reason = in.u8(); reason != 0) r.reason = static_cast<Reason>(reason);
  r.limit = in.i64();
  r.left = in.millis();
  r.price = in.money();
  r.next_bid = in.money();
  r.leader = {in.u8()};
  const bool has_reason = r.verdict == Verdict::kRefused;
  if (!in.finished() || !is_kept(r.verdict) || has_reason != r.reason.has_value()) {
    return std::nullopt;
  }
  if (r.reason && word(*r.reason).empty()) return std::nullopt;
  return r;
}

}  // namespace auction
