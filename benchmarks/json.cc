// How fast are the hot messages? A bid read, a receipt and the events of a bid written, beside
// nlohmann/json doing the same: the same texts in, the same texts out (checked), once each.
#include <cstdlib>
#include <new>
#include <nlohmann/json.hpp>

#include "benchmarks/harness.h"
#include "libauction/adapters/json/bid_internal.h"
#include "libauction/base/random.h"

namespace {

std::size_t allocations = 0;

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* block = std::malloc(size)) return block;
  throw std::bad_alloc();
}
// g++ 12 inlines one half of the pair and then misses the other.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
void operator delete(void* block) noexcept { std::free(block); }
void operator delete(void* block, std::size_t) noexcept { std::free(block); }

namespace {

using namespace auction;
using Json = nlohmann::ordered_json;

constexpr std::size_t kMessages = 1'024;
constexpr int kRounds = 20;
constexpr double kOperations = double{kMessages} * kRounds;

struct Message {
  std::string text;
  BidReceipt receipt;
  BidPlaced placed;
  ClockExtended extended;
};

Message message_of(SplitMix64& chance) {
  Message m;
  const auto lot = static_cast<std::uint32_t>(1 + chance.below(577));
  const auto amount = static_cast<std::int64_t>(1'000'000 + 100'000 * chance.below(5'000));
  const std::uint64_t seq = chance.below(20'000);
  const CommandId id{chance.next(), chance.next()};
  const ManagerSlot manager{static_cast<std::uint8_t>(chance.below(10))};
  m.text = "{\"lotNumber\":" + std::to_string(lot) + ",\"amount\":" + std::to_string(amount) +
           ",\"commandId\":\"" + to_text(id) + "\",\"expectedSeq\":" + std::to_string(seq) + "}";
  m.placed = {{lot}, manager, {amount}};
  m.extended = {{lot}, {1'760'640'000'000 + static_cast<std::int64_t>(seq)}};
  m.receipt.id = id;
  m.receipt.lot = {lot};
  m.receipt.amount = m.receipt.current_bid = {amount};
  m.receipt.seq = seq;
  m.receipt.leader = manager;
  m.receipt.next_bid = {amount + 100'000};
  m.receipt.remaining = {static_cast<std::int64_t>(chance.below(30'000))};
  if (chance.below(4) == 0) {
    m.receipt.reason = Reason::kTooLow;
    m.receipt.limit = amount + 100'000;
  }
  return m;
}

BidMessage read_with_nlohmann(const std::string& text) {
  const Json json = Json::parse(text);
  BidMessage message;
  message.bid.lot.value = json.at("lotNumber").get<std::uint32_t>();
  message.bid.amount.units = json.at("amount").get<std::int64_t>();
  message.id = *parse_id<CommandTag>(json.at("commandId").get_ref<const std::string&>());
  message.bid.expected_seq = json.at("expectedSeq").get<std::uint64_t>();
  return message;
}

Json or_null(std::int64_t value) { return value == 0 ? Json() : Json(value); }

std::string receipt_with_nlohmann(const BidReceipt& r) {
  Json json;
  json["ok"] = true;
  json["accepted"] = !r.reason;
  json["commandId"] = to_text(r.id);
  json["lotNumber"] = r.lot.value;
  json["amount"] = r.amount.units;
  json["seq"] = r.seq;
  json["reason"] = r.reason ? Json(std::string(word(*r.reason))) : Json();
  json["limit"] = or_null(r.limit);
  json["currentBid"] = or_null(r.current_bid.units);
  json["leader"] = r.leader.value;
  json["nextBid"] = or_null(r.next_bid.units);
  json["remainingMs"] = r.remaining.count;
  json["replayed"] = r.replayed;
  return json.dump();
}

std::string events_with_nlohmann(const Message& m) {
  const Json placed{{"type", "BidPlaced"},
                    {"lotNumber", m.placed.lot.value},
                    {"manager", m.placed.manager.value},
                    {"amount", m.placed.amount.units}};
  const Json extended{{"type", "ClockExtended"},
                      {"lotNumber", m.extended.lot.value},
                      {"endsAt", m.extended.ends_at.unix_ms}};
  return placed.dump() + extended.dump();
}

std::string events_with_ours(const Message& m) {
  JsonBuffer first, second;
  return std::string(to_json(m.placed, first)) + std::string(to_json(m.extended, second));
}

// Both ways give the same, or the figures say nothing.
bool same(const std::vector<Message>& messages) {
  for (const Message& m : messages) {
    JsonBuffer buffer;
    BidMessage fast;
    if (!read_bid_fast(m.text, fast) || !(fast == read_with_nlohmann(m.text))) return false;
    if (to_json(m.receipt, buffer) != receipt_with_nlohmann(m.receipt)) return false;
    if (events_with_ours(m) != events_with_nlohmann(m)) return false;
  }
  return true;
}

template <class Work>
bench::Side side(const std::string& name, const std::vector<Message>& messages, Work work) {
  return {name, [&messages, work] {
            return bench::timed([&] {
              for (int round = 0; round < kRounds; ++round) {
                for (const Message& m : messages) bench::keep(work(m));
              }
            });
          }};
}

}  // namespace

int main(int argc, char** argv) {
  SplitMix64 chance(7);
  std::vector<Message> messages;
  for (std::size_t i = 0; i < kMessages; ++i) messages.push_back(message_of(chance));
  if (!same(messages)) {
    std::fprintf(stderr, "ours and nlohmann/json do not say the same\n");
    return 1;
  }

  const auto ours_decode = [](const Message& m) { return bid_from_json(m.text)->bid.amount; };
  const auto ours_receipt = [](const Message& m) {
    JsonBuffer buffer;
    bench::keep(buffer);
    return to_json(m.receipt, buffer).size();
  };
  const auto ours_events = [](const Message& m) {
    JsonBuffer first, second;
    bench::keep(first);
    bench::keep(second);
    return to_json(m.placed, first).size() + to_json(m.extended, second).size();
  };

  bench::Table table("json", argc, argv);
  table.compare(
      "read a bid",
      side("nlohmann/json", messages, [](const Message& m) { return read_with_nlohmann(m.text); }),
      side("bid_from_json", messages, ours_decode), kOperations, 10);
  table.compare("write a receipt",
                side("nlohmann/json", messages,
                     [](const Message& m) { return receipt_with_nlohmann(m.receipt); }),
                side("to_json", messages, ours_receipt), kOperations, 20);
  table.compare("write BidPlaced + ClockExtended",
                side("nlohmann/json", messages, events_with_nlohmann),
                side("to_json", messages, ours_events), kOperations, 20);
  table.compare(
      "read a bid, strict reader",
      side("nlohmann/json", messages, [](const Message& m) { return read_with_nlohmann(m.text); }),
      side("read_bid_strict", messages,
           [](const Message& m) { return read_bid_strict(m.text)->bid.amount; }),
      kOperations, 0);

  const std::size_t before = allocations;
  for (const Message& m : messages) {
    bench::keep(ours_decode(m));
    bench::keep(ours_receipt(m));
    bench::keep(ours_events(m));
  }
  table.note("allocations in " + std::to_string(3 * messages.size()) +
             " hot messages read and written: " + std::to_string(allocations - before));
  return table.finish();
}
