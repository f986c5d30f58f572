// The words of the enumerations in rule sets, as they stand in JSON. Case is exact.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "libauction/auction/state.h"

namespace auction {

// words_of(E{})[static_cast<int>(e)] is the word of e.
using Words = std::span<const std::string_view>;

inline constexpr std::array<std::string_view, 3> kQuotaWords{"is", "is_not", "role"};
inline constexpr std::array<std::string_view, 3> kBiddingWords{"any_higher", "ladder",
                                                               "fixed_next"};
inline constexpr std::array<std::string_view, 3> kTriggerWords{"any", "price_changed",
                                                               "leader_changed"};
inline constexpr std::array<std::string_view, 3> kFormWords{"additive", "floor", "reset"};
inline constexpr std::array<std::string_view, 4> kOrderWords{"given", "shuffled", "sets",
                                                             "sets_shuffled_inside"};
inline constexpr std::array<std::string_view, 3> kUnsoldWords{"never", "rounds", "by_request"};

inline Words words_of(QuotaTest) { return kQuotaWords; }
inline Words words_of(Bidding) { return kBiddingWords; }
inline Words words_of(Trigger) { return kTriggerWords; }
inline Words words_of(ClockForm) { return kFormWords; }
inline Words words_of(OrderKind) { return kOrderWords; }
inline Words words_of(UnsoldKind) { return kUnsoldWords; }

// The engine's own words, in the order of the numbers.
inline Words words_of(How) {
  static const std::array<std::string_view, 6> kWords{
      word(How::kHammer),   word(How::kClosedByCommissioner),
      word(How::kPassed),   word(How::kNobodyCanBid),
      word(How::kAssigned), word(How::kWithdrawn)};
  return kWords;
}

inline Words words_of(EndReason) {
  static const std::array<std::string_view, 5> kWords{
      "none", word(EndReason::kAllLotsDone), word(EndReason::kAllSquadsFull),
      word(EndReason::kNobodyCanBid), word(EndReason::kEndedByCommissioner)};
  return kWords;
}

template <class Enum>
std::string_view word_of(Enum value) {
  const Words words = words_of(Enum{});
  const auto i = static_cast<std::size_t>(value);
  return i < words.size() ? words[i] : std::string_view("?");
}

}  // namespace auction
