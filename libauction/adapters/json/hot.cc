// The writers of the hot messages. Each text is laid down piece by piece, with no look-up, no
// allocation and one bound for all: JsonBuffer holds the longest message there can be.
#include <charconv>
#include <cstring>

#include "libauction/adapters/json/bid.h"

namespace auction {
namespace {

constexpr std::array<char, 512> make_pairs() {
  std::array<char, 512> pairs{};
  for (std::size_t i = 0; i < 256; ++i) {
    pairs[2 * i] = "0123456789abcdef"[i >> 4];
    pairs[2 * i + 1] = "0123456789abcdef"[i & 15];
  }
  return pairs;
}
constexpr std::array<char, 512> kPairs = make_pairs();

class Pen {
 public:
  explicit Pen(JsonBuffer& buffer) : buffer_(buffer), at_(buffer.data()) {}

  template <std::size_t N>
  Pen& put(const char (&literal)[N]) {
    std::memcpy(at_, literal, N - 1);
    at_ += N - 1;
    return *this;
  }
  Pen& text(std::string_view word) {
    std::memcpy(at_, word.data(), word.size());
    at_ += word.size();
    return *this;
  }
  template <class Number>
  Pen& number(Number value) {
    at_ = std::to_chars(at_, buffer_.data() + buffer_.size(), value).ptr;
    return *this;
  }
  // Zero says "none" in every field that is written with this.
  Pen& number_or_null(std::int64_t value) { return value == 0 ? put("null") : number(value); }
  Pen& manager(ManagerSlot slot) {
    return slot == kNoManager ? put("null") : number(unsigned{slot.value});
  }
  Pen& time(Instant at) { return at == kNever ? put("null") : number(at.unix_ms); }
  Pen& boolean(bool value) { return value ? put("true") : put("false"); }

  template <class Tag>
  Pen& id(Id<Tag> id) {
    half(id.hi >> 32, 4).put("-").half(id.hi >> 16, 2).put("-").half(id.hi, 2).put("-");
    return half(id.lo >> 48, 2).put("-").half(id.lo, 6);
  }

  std::string_view done() const {
    return {buffer_.data(), static_cast<std::size_t>(at_ - buffer_.data())};
  }

 private:
  // The low `bytes` bytes of a number, most significant first.
  Pen& half(std::uint64_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
      std::memcpy(at_, &kPairs[2 * ((value >> shift) & 255)], 2);
      at_ += 2;
    }
    return *this;
  }

  JsonBuffer& buffer_;
  char* at_;
};

void put_lot(Pen& pen, AuctionId auction, LotNumber lot) {
  if (auction.is_nil()) {
    pen.put(",\"lotNumber\":").number(lot.value);
  } else {
    pen.put(",\"lotId\":\"").id(auction).put("-lot-").number(lot.value).put("\"");
  }
}

}  // namespace

std::string_view to_json(const BidReceipt& receipt, JsonBuffer& buffer) {
  Pen pen(buffer);
  pen.put("{\"ok\":true,\"accepted\":").boolean(!receipt.reason).put(",\"commandId\":");
  receipt.id.is_nil() ? pen.put("null") : pen.put("\"").id(receipt.id).put("\"");
  put_lot(pen, receipt.auction, receipt.lot);
  pen.put(",\"amount\":").number(receipt.amount.units).put(",\"seq\":").number(receipt.seq);
  if (receipt.reason) {
    pen.put(",\"reason\":\"").text(word(*receipt.reason)).put("\"");
  } else {
    pen.put(",\"reason\":null");
  }
  pen.put(",\"limit\":").number_or_null(receipt.limit);
  pen.put(",\"currentBid\":").number_or_null(receipt.current_bid.units);
  pen.put(",\"leader\":").manager(receipt.leader);
  pen.put(",\"nextBid\":").number_or_null(receipt.next_bid.units);
  pen.put(",\"remainingMs\":").number(receipt.remaining.count);
  return pen.put(",\"replayed\":").boolean(receipt.replayed).put("}").done();
}

std::string_view to_json(const BidPlaced& event, JsonBuffer& buffer) {
  Pen pen(buffer);
  pen.put("{\"type\":\"BidPlaced\",\"lotNumber\":").number(event.lot.value);
  pen.put(",\"manager\":").manager(event.manager);
  return pen.put(",\"amount\":").number(event.amount.units).put("}").done();
}

std::string_view to_json(const ClockExtended& event, JsonBuffer& buffer) {
  Pen pen(buffer);
  pen.put("{\"type\":\"ClockExtended\",\"lotNumber\":").number(event.lot.value);
  return pen.put(",\"endsAt\":").time(event.ends_at).put("}").done();
}

std::string_view to_json(const Rejection& rejection, JsonBuffer& buffer) {
  Pen pen(buffer);
  pen.put("{\"reason\":\"").text(word(rejection.reason)).put("\",\"limit\":");
  pen.number_or_null(rejection.limit).put(",\"seq\":").number(rejection.seq);
  return pen.put(",\"remainingMs\":").number(rejection.left.count).put("}").done();
}

}  // namespace auction
