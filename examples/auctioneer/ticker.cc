#include "examples/auctioneer/ticker.h"

#include "examples/auctioneer/summary.h"

namespace auction::cli {

void Ticker::operator()(const State& state, const Record&, std::span<const Event> events) {
  for (const Event& event : events) {
    std::visit(
        [&](const auto& e) {
          using E = std::decay_t<decltype(e)>;
          if constexpr (std::is_same_v<E, LotSold> || std::is_same_v<E, LotUnsold> ||
                        std::is_same_v<E, LotPassed> || std::is_same_v<E, LotAssigned> ||
                        std::is_same_v<E, LotWithdrawn> || std::is_same_v<E, LotSkipped> ||
                        std::is_same_v<E, SaleVoided>) {
            concluded(state, e.lot);
          } else if constexpr (std::is_same_v<E, AuctionReset>) {
            screen_.say("reset: every sale is void\n");
          }
        },
        event);
  }
}

void Ticker::concluded(const State& state, LotNumber number) {
  const LotRecord& lot = state.lots[number.value - 1];
  const Asset& asset = (*state.setup->catalogue)[lot.asset];
  if (lot.outcome != Outcome::kSold) {
    const std::string how = lot.how == How::kHammer
                                ? std::string(word(lot.outcome))
                                : fmt::format("{}: {}", word(lot.outcome), word(lot.how));
    screen_.print("{:>5}  {}  {}\n", number.value, fit(asset.name, 28), screen_.paint(kFaint, how));
    return;
  }
  screen_.print("{:>5}  {}  {}  {}  {:>4} bid{}\n", number.value, fit(asset.name, 28),
                screen_.paint(kGood, fit(label_of(state, lot.winner), 12)),
                fit_right(money_text(state, lot.price), 12), lot.bid_count,
                lot.bid_count == 1 ? "" : "s");
}

}  // namespace auction::cli
