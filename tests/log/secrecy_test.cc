#include "libauction/log/secrecy.h"

#include "tests/catch.h"
#include "tests/support/small_auction.h"

namespace auction {
namespace {

std::vector<std::uint64_t> secret_seqs(const Kept& kept, const RuleSet& rules, Status status) {
  std::vector<std::uint64_t> seqs;
  for (const Record& record : kept.records) {
    if (is_secret(record, rules, status)) seqs.push_back(record.seq);
  }
  return seqs;
}

}  // namespace

TEST_CASE("a hidden order is secret until the auction ends, and nothing else is") {
  const Setup setup = small_setup("pilot-football");
  const Kept kept = kept_auction(setup, "*=valuing", 7);
  for (const Status status :
       {Status::kSetUp, Status::kWaiting, Status::kRunning, Status::kPaused}) {
    CHECK(secret_seqs(kept, *setup.rules, status) == std::vector<std::uint64_t>{2});
  }
  CHECK(secret_seqs(kept, *setup.rules, Status::kCompleted).empty());
  CHECK(secret_seqs(kept, *setup.rules, Status::kCancelled).empty());
}

TEST_CASE("an open draw is no secret") {
  RuleSet rules = *small_setup("pilot-football").rules;
  rules.order.hidden = false;
  const Setup setup = small_setup(rules);
  const Kept kept = kept_auction(setup, "*=valuing", 7);
  CHECK(secret_seqs(kept, rules, Status::kRunning).empty());
}

TEST_CASE("a withheld record tells neither order nor seed, and is not withheld twice") {
  const Setup setup = small_setup("pilot-football");
  const Kept kept = kept_auction(setup, "*=valuing", 7);
  const Record shown = withhold(kept.records[1]);
  CHECK(shown.body.empty());
  CHECK(shown.salt == Salt{});
  CHECK(shown.hash == kept.records[1].hash);
  CHECK_FALSE(is_secret(shown, *setup.rules, Status::kRunning));
}

TEST_CASE("garbage in a body is judged without a crash") {
  const Setup setup = small_setup("pilot-football");
  Record record;
  record.body = {1, 0, 255, 255, 255, 255, 3};
  CHECK_FALSE(is_secret(record, *setup.rules, Status::kRunning));
}

}  // namespace auction
