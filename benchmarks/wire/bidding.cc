#include "benchmarks/wire/bidding.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

namespace wire {
namespace {

using Json = nlohmann::json;
using namespace std::chrono_literals;

constexpr std::int64_t kStep = 100'000;
constexpr const char* kWays[] = {"legal", "race", "retry", "low"};

std::int64_t micros(Instant at) {
  return std::chrono::duration_cast<std::chrono::microseconds>(at.time_since_epoch()).count();
}

// A number that follows a name: what is read often is not parsed whole.
std::int64_t number_after(std::string_view text, std::string_view name) {
  const std::size_t at = text.find(name);
  std::int64_t number = -1;
  if (at != std::string_view::npos) {
    std::from_chars(text.data() + at + name.size(), text.data() + text.size(), number);
  }
  return number;
}

std::int64_t pounds(const Json& json, const char* name) {
  return json.at(name).is_null() ? 0 : json.at(name).get<std::int64_t>();
}

}  // namespace

Bidding::Bidding(Gallery& gallery, LeagueCast cast, std::uint64_t seed, std::FILE* report)
    : gallery_(&gallery),
      cast_(std::move(cast)),
      chance_(seed),
      report_(report),
      commands_(seed << 32),
      stories_(cast_.lines) {}

void Bidding::wait(Instant now) { due_ = now + std::chrono::milliseconds(20 + any(100)); }

std::vector<std::size_t> Bidding::able(std::int64_t amount) const {
  std::vector<std::size_t> managers;
  for (std::size_t m = 0; m < cast_.managers.size(); ++m) {
    const auto most = max_bids_.find(cast_.managers[m]);
    const bool can = most != max_bids_.end() && most->second >= amount;
    if (can && cast_.managers[m] != leader_) managers.push_back(m);
  }
  return managers;
}

void Bidding::act(Instant now) {
  const bool knows = stories_.front().last_seq >= known_seq_;  // all that was answered was told too
  if (now < due_ || !asked_.empty() || !knows || lot_.empty() || bids_left_ == 0) return;
  wait(now);
  const std::int64_t amount = next_ + kStep * static_cast<std::int64_t>(any(3));
  std::vector<std::size_t> managers = able(amount);
  if (managers.empty()) return;
  --bids_left_;
  std::shuffle(managers.begin(), managers.end(), chance_);
  const std::size_t dice = any(20);
  if (dice == 0 && current_ > 0) {
    bid(Way::kLow, managers[0], current_, ++commands_, now);
  } else if (dice <= 2) {
    bid(Way::kRetry, managers[0], amount, ++commands_, now);
    bid(Way::kRetry, managers[0], amount, commands_, now);
  } else if (dice <= 5 && managers.size() > 1) {
    bid(Way::kRace, managers[0], amount, ++commands_, now);
    bid(Way::kRace, managers[1], amount, ++commands_, now);
  } else {
    bid(Way::kLegal, managers[0], amount, ++commands_, now);
  }
}

void Bidding::bid(Way way, std::size_t manager, std::int64_t amount, std::uint64_t command,
                  Instant now) {
  const std::size_t sockets = cast_.lines / cast_.managers.size();
  const std::size_t line = cast_.first_line + manager + cast_.managers.size() * any(sockets);
  const std::uint64_t number = ++placed_;
  char said[512];
  std::snprintf(said, sizeof said,
                "42%llu[\"bid\",{\"auctionId\":\"%s\",\"lotId\":\"%s\",\"amount\":%lld,"
                "\"commandId\":\"10ad0000-0000-4000-%04llx-%012llx\"}]",
                static_cast<unsigned long long>(number), cast_.auction.c_str(), lot_.c_str(),
                static_cast<long long>(amount),
                static_cast<unsigned long long>(0x8000 | command >> 48),
                static_cast<unsigned long long>(command & 0xffff'ffff'ffff));
  asked_[number] = {way, manager, amount, command, now};
  gallery_->say(line, said);
}

void Bidding::heard(std::size_t line, std::string_view text, Instant at) {
  if (text.starts_with("42")) return told(line - cast_.first_line, text);
  if (text.starts_with("43")) answered(text, at);
}

void Bidding::answered(std::string_view text, Instant at) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(text.data() + 2, text.data() + text.size(), number);
  const std::string_view receipt = text.substr(static_cast<std::size_t>(read.ptr - text.data()));
  const auto asked = asked_.find(number);
  if (asked == asked_.end()) {
    std::fprintf(report_, "{\"kind\":\"twice\",\"auction\":\"%s\",\"number\":%llu}\n",
                 cast_.auction.c_str(), static_cast<unsigned long long>(number));
    return;
  }
  const Asked& it = asked->second;
  std::fprintf(report_,
               "{\"kind\":\"answer\",\"way\":\"%s\",\"auction\":\"%s\",\"user\":\"%s\","
               "\"amount\":%lld,\"command\":%llu,\"us\":%lld,\"receipt\":%.*s}\n",
               kWays[static_cast<int>(it.way)], cast_.auction.c_str(),
               cast_.managers[it.manager].c_str(), static_cast<long long>(it.amount),
               static_cast<unsigned long long>(it.command),
               static_cast<long long>(micros(at) - micros(it.sent)),
               static_cast<int>(receipt.size()), receipt.data());
  asked_.erase(asked);
  if (receipt.find("\"accepted\":true") != std::string_view::npos) {
    known_seq_ = std::max(known_seq_, number_after(receipt, "\"seq\":"));
  }
}

void Bidding::told(std::size_t line, std::string_view text) {
  const std::size_t open = text.find("[\"") + 2;
  const std::string_view name = text.substr(open, text.find('"', open) - open);
  const std::string_view json = text.substr(open + name.size() + 2);
  if (line == 0) watch(name, json.substr(0, json.size() - 1));
  const std::int64_t before = number_after(json, "\"prevSeq\":");
  if (before < 0) return;
  Story& story = stories_[line];
  story.gap = story.gap || (story.last_seq >= 0 && before != story.last_seq);
  story.last_seq = number_after(json, "\"seq\":");
  ++story.events;
  for (const char c : text) {
    story.digest = (story.digest ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
  }
}

void Bidding::watch(std::string_view name, std::string_view text) {
  const bool of_lot = name == "lot_started" || name == "bid_update" || name == "sold";
  if (!of_lot) return;
  std::fprintf(report_, "{\"kind\":\"told\",\"name\":\"%.*s\",\"data\":%.*s}\n",
               static_cast<int>(name.size()), name.data(), static_cast<int>(text.size()),
               text.data());
  const Json json = Json::parse(text);
  if (name == "sold") {
    lot_.clear();
  } else if (name == "bid_update") {
    current_ = pounds(json, "amount");
    next_ = pounds(json, "nextBid");
    leader_ = json.at("bidder").at("userId");
  } else {
    const Json& lot = json.at("lot");
    lot_ = lot.at("lotId");
    current_ = 0;
    next_ = pounds(lot, "nextBid");
    leader_.clear();
    for (const Json& most : json.at("maxBids"))
      max_bids_[most.at("userId")] = pounds(most, "maxBid");
    bids_left_ = 10 + any(50);
  }
}

void Bidding::finish(Instant now) {
  for (const auto& [number, it] : asked_) {
    std::fprintf(report_, "{\"kind\":\"lost\",\"auction\":\"%s\",\"number\":%llu,\"us\":%lld}\n",
                 cast_.auction.c_str(), static_cast<unsigned long long>(number),
                 static_cast<long long>(micros(now) - micros(it.sent)));
  }
  for (const Story& story : stories_) {
    std::fprintf(report_,
                 "{\"kind\":\"story\",\"auction\":\"%s\",\"events\":%llu,\"digest\":%llu,"
                 "\"lastSeq\":%lld,\"gap\":%s}\n",
                 cast_.auction.c_str(), static_cast<unsigned long long>(story.events),
                 static_cast<unsigned long long>(story.digest),
                 static_cast<long long>(story.last_seq), story.gap ? "true" : "false");
  }
}

}  // namespace wire
