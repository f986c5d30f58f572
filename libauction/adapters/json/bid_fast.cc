#include <cstring>

#include "libauction/adapters/json/bid_internal.h"
#include "libauction/base/hex.h"

namespace auction {
namespace {

constexpr std::array<std::uint8_t, 256> make_hex_table() {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const int value = hex_value(static_cast<char>(c));
    table[c] = value < 0 ? 0xff : static_cast<std::uint8_t>(value);
  }
  return table;
}
constexpr std::array<std::uint8_t, 256> kHexValues = make_hex_table();

constexpr std::size_t kUuidText = 36;

// Walks over a text. After the first thing that does not fit every take fails.
class Scan {
 public:
  explicit Scan(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  template <std::size_t N>
  bool take(const char (&literal)[N]) {
    constexpr std::size_t kSize = N - 1;
    if (left() < kSize || std::memcmp(at_, literal, kSize) != 0) return false;
    at_ += kSize;
    return true;
  }

  // A number as JSON writes it: no sign, no leading zero.
  bool take_number(std::uint64_t& value, std::uint64_t most) {
    constexpr int kMostDigits = 16;
    const char* const start = at_;
    std::uint64_t number = 0;
    while (at_ != end_ && static_cast<unsigned char>(*at_ - '0') < 10) {
      number = number * 10 + static_cast<unsigned char>(*at_++ - '0');
      if (at_ - start > kMostDigits) return false;
    }
    if (at_ == start || (*start == '0' && at_ - start > 1)) return false;
    value = number;
    return number <= most;
  }

  template <class Tag>
  bool take_id(Id<Tag>& id) {
    if (left() < kUuidText) return false;
    unsigned wrong = 0;
    std::uint64_t half[2] = {0, 0};
    constexpr std::uint8_t kPairs[16] = {0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34};
    for (std::size_t i = 0; i < 16; ++i) {
      const unsigned high = kHexValues[static_cast<unsigned char>(at_[kPairs[i]])];
      const unsigned low = kHexValues[static_cast<unsigned char>(at_[kPairs[i] + 1])];
      wrong |= high | low;
      half[i / 8] = (half[i / 8] << 8) | ((high << 4) | low);
    }
    const bool dashes = at_[8] == '-' && at_[13] == '-' && at_[18] == '-' && at_[23] == '-';
    if ((wrong & 0xf0u) != 0 || !dashes) return false;
    id = {half[0], half[1]};
    at_ += kUuidText;
    return true;
  }

  bool done() const { return at_ == end_; }

 private:
  std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

  const char* at_;
  const char* end_;
};

bool take_lot_number(Scan& in, LotNumber& lot) {
  std::uint64_t number = 0;
  if (!in.take_number(number, UINT32_MAX)) return false;
  lot.value = static_cast<std::uint32_t>(number);
  return true;
}

bool take_lot_id(Scan& in, AuctionId& auction, LotNumber& lot) {
  return in.take_id(auction) && in.take("-lot-") && take_lot_number(in, lot);
}

bool take_lot(Scan& in, BidMessage& out) {
  if (in.take("{\"lotNumber\":")) {
    out.auction = {};
    return take_lot_number(in, out.bid.lot);
  }
  return in.take("{\"lotId\":\"") && take_lot_id(in, out.auction, out.bid.lot) && in.take("\"");
}

}  // namespace

bool parse_lot_id(std::string_view text, AuctionId& auction, LotNumber& lot) {
  Scan in(text);
  return take_lot_id(in, auction, lot) && in.done();
}

bool read_bid_fast(std::string_view text, BidMessage& out) {
  constexpr auto kMost = static_cast<std::uint64_t>(kMaxMoney.units);
  Scan in(text);
  std::uint64_t amount = 0;
  std::uint64_t expected_seq = 0;
  if (!take_lot(in, out) || !in.take(",\"amount\":") || !in.take_number(amount, kMost) ||
      !in.take(",\"commandId\":\"") || !in.take_id(out.id) || !in.take("\"")) {
    return false;
  }
  if (in.take(",\"expectedSeq\":") && !in.take_number(expected_seq, kMost)) return false;
  out.bid.amount.units = static_cast<std::int64_t>(amount);
  out.bid.expected_seq = expected_seq;
  return in.take("}") && in.done();
}

}  // namespace auction
