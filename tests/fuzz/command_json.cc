// Commands and bids from outside. The oracle for the fast path is the strict reader; what reads is
// written and read again to the same text.
#include "libauction/adapters/json/bid_internal.h"
#include "libauction/adapters/json/command.h"
#include "libauction/adapters/json/parse_internal.h"
#include "tests/fuzz/oracle.h"

namespace {

using namespace auction;

void check_bid(std::string_view text) {
  BidMessage fast;
  const bool is_fast = read_bid_fast(text, fast);
  const auto strict = read_bid_strict(text);
  if (is_fast) fuzz::require(strict.ok() && *strict == fast, "the fast path agrees");
}

void check_command(std::string_view text) {
  const auto read = command_from_json(text);
  if (!read.ok()) return;
  const std::string json = to_json(*read);
  const auto again = command_from_json(json, kMaxSetupBytes);
  fuzz::require(again.ok() && to_json(*again) == json, "a command survives JSON");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check_bid(fuzz::text_of(data, size));
  check_command(fuzz::text_of(data, size));
  return 0;
}
