// Golden playthroughs: whole small auctions as text, compared byte for byte with tests/golden/.
//
// A changed rule shows here as a changed story. To accept it, run the test with
// LIBAUCTION_WRITE_GOLDEN=1 and review the difference like code.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "libauction/sim/lineup.h"
#include "tests/catch.h"
#include "tests/support/playthrough.h"

namespace auction {
namespace {

std::string golden_path(const std::string& name) {
  const char* root = std::getenv("LIBAUCTION_SOURCE_DIR");
  return std::string(root ? root : ".") + "/tests/golden/playthrough_" + name + ".txt";
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void check_golden(const std::string& name, const std::string& told) {
  const std::string path = golden_path(name);
  if (std::getenv("LIBAUCTION_WRITE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << told;
  }
  INFO("LIBAUCTION_WRITE_GOLDEN=1 writes " << path);
  CHECK(read_file(path) == told);
}

RuleSet small_ipl() {
  RuleSet rules = *small_setup("ipl-2025").rules;
  rules.budget = {400};
  rules.squad.min = 2;
  rules.squad.max = 3;
  rules.squad.quotas[0].max = 1;
  rules.retention = {};
  rules.unsold.request_ms = seconds(60);
  return rules;
}

// Acts on a book, a line each: seconds after the start, who, what.
class Script {
 public:
  explicit Script(const Setup& setup) : book_(log_, salts_, stream_of(setup.auction)) {
    must(start_auction(book_, setup, 1, kStart));
  }

  void at(std::int64_t second, ActorId actor, const Command& command) {
    must(book_.act(command, actor, kStart + seconds(second)));
  }
  void restart_at(std::int64_t second) {
    must(book_.act_as_host(Recover{}, kStart + seconds(second)));
  }
  void until(std::int64_t second) {
    while (next_deadline(book_.state()) <= kStart + seconds(second)) {
      must(book_.act_as_host(Tick{}, next_deadline(book_.state())));
    }
  }
  std::string told() const { return playthrough(log_.records(book_.stream())); }

 private:
  static void must(const BookAnswer& answer) { REQUIRE(std::holds_alternative<Written>(answer)); }

  static constexpr Instant kStart{1'000'000};
  MemoryLog log_;
  SeededSalts salts_{1};
  Book book_;
};

Note note(const char* text) { return Shared<std::string>(text); }

constexpr ActorId kReds{0x3a4a6e4, 1}, kBlues{0x3a4a6e4, 2}, kGreens{0x3a4a6e4, 3};
constexpr Money kNext{0};
constexpr LotNumber kOne{1}, kTwo{2};

// Clubs 0, 2 and 4 come first, then 1, 3 and 5: the sets "first" and "second".
void play_with_commissioner(Script& script) {
  const ActorId boss = commissioner_id();
  script.until(0);
  script.at(2, kReds, PlaceBid{kOne, kNext});
  script.at(3, kBlues, PlaceBid{kOne, kNext});
  script.at(4, boss, Retract{kOne, note("a typing error")});
  script.at(9, boss, Pause{note("the line is down")});
  script.at(69, boss, Resume{});
  script.at(70, kGreens, PlaceBid{kOne, kNext});
  script.at(71, boss, Extend{kOne, seconds(30), {}});
  script.at(72, boss, CloseNow{kOne, {}});
  script.until(75);
  script.restart_at(80);
  script.at(81, boss, PassLot{kTwo, note("injured")});
  script.until(84);
  script.at(85, boss, AdjustPurse{ManagerSlot{1}, Money{-50}, note("a fine")});
  script.at(86, boss, Assign{AssetSlot{5}, ManagerSlot{0}, Money{30}, note("by drawing lots")});
  script.until(138);  // nobody bids on the last three
}

void ask_again(Script& script) {
  script.at(140, kBlues, RequestLots{AssetList({AssetSlot{2}, AssetSlot{3}})});
  script.at(141, kBlues, RequestLots{AssetList({AssetSlot{3}})});
  script.at(142, kGreens, RequestLots{AssetList({AssetSlot{4}})});
  script.until(205);
  script.at(206, kBlues, PlaceBid{LotNumber{7}, kNext});
  script.until(300);
}

// The hall changes its mind: a sale voided and sold anew, a deputy, a reset, and an early end.
void undo_and_begin_again(Script& script) {
  const ActorId boss = commissioner_id();
  script.until(0);
  script.at(2, kReds, PlaceBid{kOne, kNext});
  script.at(3, boss, CloseNow{kOne, {}});
  script.at(4, boss, VoidSale{kOne, true, note("a typing error")});
  script.at(5, boss, Assign{AssetSlot{1}, ManagerSlot{1}, Money{30}, {}});
  script.at(6, boss, VoidSale{LotNumber{2}, false, {}});
  script.at(7, boss, Appoint{kGreens, note("I must leave")});
  script.at(8, kGreens, Dismiss{boss, {}});
  script.until(10);
  script.at(11, kGreens, Reset{{}, note("wrong purses")});
  script.at(12, kGreens, Begin{});
  script.until(12);
  script.at(13, kBlues, PlaceBid{LotNumber{4}, kNext});
  script.at(14, kGreens, End{note("the hall closes")});
  script.until(100);
  script.at(101, kGreens, VoidSale{LotNumber{4}, false, note("after the end")});
}

}  // namespace

TEST_CASE("playthrough: a sale voided, an auction reset, and the end called") {
  Script script(small_setup(small_ipl(), 3, 6));
  undo_and_begin_again(script);
  check_golden("undo", script.told());
}

TEST_CASE("playthrough: a commissioner at work, a restart, and players asked for again") {
  Script script(small_setup(small_ipl(), 3, 6));
  play_with_commissioner(script);
  ask_again(script);
  check_golden("commissioner", script.told());
}

TEST_CASE("playthrough: three friends and five clubs by the pilot's rules") {
  const Setup setup = small_setup("pilot-football", 3, 5);
  const Kept kept = kept_auction(setup, "Reds=eager;Blues=sniper;*=valuing:raise=40", 3);
  check_golden("pilot", playthrough(kept.records));
}

TEST_CASE("playthrough: franchises bid by the next price") {
  Setup setup = small_setup(small_ipl(), 3, 6);
  setup.participants[1].purse = {120};
  const Kept kept = kept_auction(setup, "Reds=timid:under=60;Blues=timid:under=30;*=pacing", 4);
  check_golden("ipl", playthrough(kept.records));
}

TEST_CASE("playthrough: two lots open at once, clocks that add time, a cap and a hard stop") {
  RuleSet rules = *small_setup("pilot-football").rules;
  rules.open_lots = 2;
  rules.order = {};
  rules.clock.lot_ms = seconds(20);
  rules.clock.soft_close = {
      seconds(10), Trigger::kLeaderChanged, ClockForm::kAdditive, seconds(5), 3, seconds(30)};
  const Kept kept = kept_auction(small_setup(rules, 3, 4), "Blues=sniper;*=valuing:raise=50", 9);
  check_golden("several", playthrough(kept.records));
}

}  // namespace auction
