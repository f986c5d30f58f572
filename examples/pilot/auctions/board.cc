#include "examples/pilot/auctions/board.h"

namespace pilot {
namespace {

// A clock's reading is worth nothing later: every `serverNow` is written anew. It has thirteen
// digits until the year 2286, and quotes inside of text are escaped, so it is found by its key.
std::string read_now(std::string json, Instant now) {
  constexpr std::string_view kKey = "\"serverNow\":";
  const std::string digits = std::to_string(now.unix_ms);
  for (auto at = json.find(kKey); at != std::string::npos; at = json.find(kKey, at)) {
    at += kKey.size();
    const auto end = json.find_first_not_of("-0123456789", at);
    json.replace(at, end - at, digits);
  }
  return json;
}

ShownEvent as_of(ShownEvent event, Instant now) {
  event.json = read_now(std::move(event.json), now);
  return event;
}

}  // namespace

std::span<const ShownEvent> Board::take(const Scene& scene, const Record& record,
                                        std::span<const Event> events, const State& after,
                                        Instant now, std::uint64_t& position,
                                        std::uint64_t from_seq) {
  fresh_.clear();
  head_ = record.hash;
  std::uint64_t seq = record.seq;
  for (const Event& event : events) {
    const std::string_view name = shown_name(event, after);
    if (!name.empty()) {
      const bool sale = name == "sold";
      const bool kept = seq > from_seq;
      Json json;
      if (kept || sale) {
        json = shown_json({scene, record, after, before_, seq, shown_seq_, now}, event);
      }
      if (kept) fresh_.push_back({seq, ++position, name, text_of(json)});
      if (!kept) lost_seq_ = seq;
      if (sale) {
        json.erase("participants");
        last_sale_ = std::move(json);
      }
      shown_seq_ = seq;
    }
    follow(event, record);
    ++seq;
  }
  const OpenLot* lot = lot_on_block(after);
  before_ = lot == nullptr ? Before{} : Before{lot->leader, lot->ends_at};
  shown_.insert(shown_.end(), fresh_.begin(), fresh_.end());
  while (!shown_.empty() && shown_.front().seq + kMostBehind < shown_seq_) {
    lost_seq_ = shown_.front().seq;
    lost_position_ = shown_.front().position;
    shown_.pop_front();
  }
  return fresh_;
}

void Board::follow(const Event& event, const Record& record) {
  if (const auto* bid = std::get_if<BidPlaced>(&event)) before_.leader = bid->manager;
  if (const auto* extended = std::get_if<ClockExtended>(&event)) {
    before_.ends_at = extended->ends_at;
  }
  if (std::holds_alternative<AuctionReset>(event)) last_sale_ = nullptr;
  if (const auto* voided = std::get_if<SaleVoided>(&event)) {
    const bool last = last_sale_.is_object() && last_sale_["lotNumber"] == voided->lot.value;
    if (last) last_sale_ = nullptr;
  }
  if (std::holds_alternative<AuctionPaused>(event)) paused_by_ = record.actor;
  if (std::holds_alternative<AuctionResumed>(event)) paused_by_ = {};
}

std::optional<std::vector<ShownEvent>> Board::after(std::uint64_t seq, Instant now) const {
  const bool known = seq <= shown_seq_ && seq >= lost_seq_ && shown_seq_ - seq <= kMostBehind;
  if (!known) return std::nullopt;
  std::vector<ShownEvent> events;
  for (const ShownEvent& event : shown_) {
    if (event.seq > seq) events.push_back(as_of(event, now));
  }
  return events;
}

std::optional<std::vector<ShownEvent>> Board::after_position(std::uint64_t position,
                                                             Instant now) const {
  if (position < lost_position_) return std::nullopt;
  std::vector<ShownEvent> events;
  for (const ShownEvent& event : shown_) {
    if (event.position > position) events.push_back(as_of(event, now));
  }
  return events;
}

}  // namespace pilot
