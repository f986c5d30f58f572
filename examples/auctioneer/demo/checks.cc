#include "examples/auctioneer/demo/checks.h"

#include <algorithm>

#include "examples/auctioneer/stop.h"
#include "libauction/base/hex.h"
#include "libauction/replay/verify.h"

namespace auction::demo {
namespace {

constexpr std::uint64_t kBids = 2739;  // by the ladder, from the base prices to the published ones

Claim counted(std::size_t good, std::size_t all, const std::string& what,
              std::vector<std::string> exceptions) {
  return {good == all && exceptions.empty(), fmt::format("{} of {} {}", good, all, what),
          std::move(exceptions)};
}

Claim franchises(const State& state, const Facts& facts) {
  std::size_t good = 0;
  std::vector<std::string> differ;
  for (const Published& published : facts.published) {
    if (as_published(state, published)) {
      ++good;
    } else {
      differ.push_back(published.label);
    }
  }
  return counted(good, facts.published.size(), "franchises: purse left and squad as published",
                 std::move(differ));
}

// The lot's outcome and the published one, or what differs.
bool same(const State& state, const LotRecord& lot, const Result& result) {
  const bool sold = lot.outcome == Outcome::kSold;
  if (sold != result.sold) return false;
  return !sold || (lot.price == result.price &&
                   state.setup->participants[lot.winner.value].label == result.team);
}

Claim outcomes(const State& state, const Facts& facts, bool sold, const std::string& what) {
  std::size_t all = 0;
  std::size_t good = 0;
  std::vector<std::string> differ;
  for (const auto& [slot, result] : facts.results) all += result.sold == sold ? 1u : 0u;
  for (const LotRecord& lot : state.lots) {
    const Result& result = facts.results.at(lot.asset.value);
    if (result.sold != sold) continue;
    if (same(state, lot, result)) {
      ++good;
    } else {
      differ.push_back((*state.setup->catalogue)[lot.asset].name);
    }
  }
  return counted(good, all, what, std::move(differ));
}

struct Counted {
  std::uint64_t bids = 0;
  std::uint64_t by_hand = 0;
};

Counted count(std::span<const Record> records) {
  Counted counted;
  Events events;
  for (const Record& record : records) {
    if (!decode_body(record, events)) continue;
    for (const Event& event : events) {
      counted.bids += std::holds_alternative<BidPlaced>(event) ? 1u : 0u;
      counted.by_hand += std::holds_alternative<LotAssigned>(event) ? 1u : 0u;
      counted.by_hand += std::holds_alternative<BidRetracted>(event) ? 1u : 0u;
      counted.by_hand += std::holds_alternative<PurseAdjusted>(event) ? 1u : 0u;
      const auto* sale = std::get_if<LotSold>(&event);
      counted.by_hand += sale != nullptr && sale->how != How::kHammer ? 1u : 0u;
    }
  }
  return counted;
}

void add_chain(Proof& proof, const VerifyReport& report, const State& state) {
  Claim chain{report.ok(), fmt::format("chain of {} records verified", report.records), {}};
  if (report.fault) chain.exceptions.push_back(report.fault->what);
  proof.claims.push_back(std::move(chain));
  proof.digest = to_hex(state_digest(state).bytes);
  const bool same_digest = report.digest && to_hex(report.digest->bytes) == proof.digest;
  proof.claims.push_back({same_digest, "replayed from nothing to the same digest", {}});
  proof.head = to_hex(report.head.hash.bytes);
  proof.records = report.records;
  proof.events = report.events;
}

}  // namespace

bool Proof::holds() const {
  return std::all_of(claims.begin(), claims.end(), [](const Claim& claim) { return claim.holds; });
}

ManagerSlot seat_of(const State& state, const std::string& label) {
  const auto& participants = state.setup->participants;
  for (std::size_t i = 0; i < participants.size(); ++i) {
    if (participants[i].label == label) return {static_cast<std::uint8_t>(i)};
  }
  return kNoManager;
}

bool as_published(const State& state, const Published& published) {
  const ManagerSlot seat = seat_of(state, published.label);
  if (seat == kNoManager) return false;
  const Account& account = state.accounts[seat.value];
  return purse(account) == published.left && account.squad.size() == published.squad;
}

Proof prove(const State& state, const Facts& facts, std::span<const Record> records) {
  const Counted found = count(records);
  Proof proof;
  proof.bids = found.bids;
  proof.claims.push_back(franchises(state, facts));
  proof.claims.push_back(outcomes(state, facts, true, "prices reached, each by its buyer"));
  proof.claims.push_back(outcomes(state, facts, false, "unsold players unsold"));
  proof.claims.push_back({found.bids == kBids,
                          fmt::format("{} bids, each judged legal by the engine", found.bids),
                          {}});
  proof.claims.push_back(
      {found.by_hand == 0, "no sale by hand: no assign, retract or adjust in the log", {}});
  add_chain(proof, verify(records, stream_of(state.setup->auction)), state);
  return proof;
}

}  // namespace auction::demo
