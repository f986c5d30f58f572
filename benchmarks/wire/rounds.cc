#include "benchmarks/wire/rounds.h"

#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <utility>

namespace wire {
namespace {

using namespace std::chrono_literals;
constexpr auto kPatience = 30s;  // without any news

double ms_between(Instant from, Instant to) {
  return std::chrono::duration<double, std::milli>(to - from).count();
}

double processor_seconds() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

template <class Number>
Number number_at(std::string_view text, std::size_t from) {
  Number number{};
  const auto [end, fault] = std::from_chars(text.data() + from, text.data() + text.size(), number);
  if (fault != std::errc()) fail(text);
  return number;
}

}  // namespace

double percentile(std::vector<double> values, double part) {
  if (values.empty()) return 0;
  const auto place = static_cast<std::size_t>(part * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(place),
                   values.end());
  return values[place];
}

Rounds::Rounds(Gallery& gallery, BidPlan plan) : gallery_(&gallery), plan_(std::move(plan)) {
  gallery.listen(*this);
}

void Rounds::begin() {
  heard_.assign(gallery_->size(), 0);
  sums_.assign(gallery_->size(), 0);
  before_ += bids_.size();
  bids_.clear();
  result_ = {};
  began_ = Clock::now();
  processor_began_ = processor_seconds();
}

Heard Rounds::end() {
  result_.bids = bids_.size();
  result_.seconds = ms_between(began_, Clock::now()) / 1000;
  result_.processor_seconds = processor_seconds() - processor_began_;
  const std::size_t sum = bids_.empty() ? 0 : bids_.size() * (bids_.size() - 1) / 2;
  for (std::size_t line = 0; line < heard_.size(); ++line) {
    if (heard_[line] != bids_.size() || sums_[line] != sum) fail("a bid was missed or told twice");
  }
  return std::move(result_);
}

void Rounds::bid() {
  const std::size_t number = before_ + bids_.size();
  char said[512];
  const auto amount = plan_.first + static_cast<std::int64_t>(number) * plan_.step;
  std::snprintf(said, sizeof said,
                "42%zu[\"bid\",{\"auctionId\":\"%s\",\"lotId\":\"%s\",\"amount\":%lld,"
                "\"commandId\":\"00000000-0000-4000-8000-%012zx\"}]",
                number + 1, plan_.auction.c_str(), plan_.lot.c_str(),
                static_cast<long long>(amount), number);
  bids_.push_back({Clock::now()});
  ++on_their_way_;
  gallery_->say(number % plan_.bidders, said);
}

void Rounds::heard(std::size_t line, std::string_view text, Instant at) {
  if (text.starts_with("42[\"bid_update\"")) return told(line, text, at);
  if (text.starts_with("43")) acknowledged(text, at);
}

Rounds::Bid& Rounds::bid_at(std::size_t number) {
  if (number < before_ || number - before_ >= bids_.size()) fail("a bid that is not ours");
  return bids_[number - before_];
}

void Rounds::told(std::size_t line, std::string_view text, Instant at) {
  constexpr std::string_view kAmount = "\"amount\":";
  const std::size_t place = text.find(kAmount);
  if (place == std::string_view::npos) fail(text);
  const auto amount = number_at<std::int64_t>(text, place + kAmount.size());
  const auto number = static_cast<std::size_t>((amount - plan_.first) / plan_.step);
  Bid& bid = bid_at(number);
  ++heard_[line];
  sums_[line] += number - before_;
  result_.to_one_ms.push_back(ms_between(bid.sent, at));
  if (++bid.reached != gallery_->size()) return;
  result_.to_all_ms.push_back(ms_between(bid.sent, at));
  if (bid.acknowledged) --on_their_way_;
}

void Rounds::acknowledged(std::string_view text, Instant at) {
  Bid& bid = bid_at(number_at<std::size_t>(text, 2) - 1);
  if (bid.acknowledged || text.find("\"accepted\":true") == std::string_view::npos) fail(text);
  bid.acknowledged = true;
  result_.ack_ms.push_back(ms_between(bid.sent, at));
  if (bid.reached == gallery_->size()) --on_their_way_;
}

// Until all that were placed have reached everybody.
void Rounds::take_done() {
  Instant news = Clock::now();
  for (std::size_t known = 0; on_their_way_ > 0;) {
    gallery_->turn(100);
    const std::size_t told = result_.to_one_ms.size() + result_.ack_ms.size();
    if (std::exchange(known, told) != told) news = Clock::now();
    if (Clock::now() - news > kPatience) fail("a bid was never heard");
  }
}

Heard Rounds::paced(std::size_t bids, std::chrono::milliseconds pause) {
  begin();
  for (std::size_t i = 0; i < bids; ++i) {
    bid();
    take_done();
    for (const Instant until = Clock::now() + pause; Clock::now() < until;) gallery_->turn(1);
  }
  return end();
}

Heard Rounds::flood(std::chrono::milliseconds time, std::size_t window) {
  begin();
  while (Clock::now() - began_ < time) {
    while (on_their_way_ < window) bid();
    gallery_->turn(100);
  }
  take_done();
  return end();
}

}  // namespace wire
