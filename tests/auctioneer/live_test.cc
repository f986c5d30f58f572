// The live demo: it waits as long as the clock of the auction says, and shows what it waits for.
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <thread>

#include "examples/auctioneer/demo/pace.h"
#include "tests/auctioneer/cli.h"
#include "tests/catch.h"

namespace auction {
namespace {

using demo::Pace;
using test::auctioneer;

const std::string kIplTables = test::source_dir() + "/examples/auctioneer/data/ipl_2025";

// A clock that only sleeping moves.
struct Wall {
  Pace::Span now{1'000};
  std::vector<std::int64_t> slept;

  Pace pace(std::int64_t speed) {
    return Pace(
        speed, [this] { return now; },
        [this](Pace::Span span) {
          slept.push_back(span.count());
          now += span;
        });
  }
};

TEST_CASE("a pace waits its share of the time, and tells what time it is meanwhile") {
  Wall wall;
  Pace pace = wall.pace(10);
  std::vector<std::int64_t> told;
  const auto tell = [&](Instant now) { told.push_back(now.unix_ms); };
  pace.wait_until({5'000}, tell);
  CHECK(wall.slept.empty());
  pace.wait_until({7'500}, tell);
  CHECK(wall.slept == std::vector<std::int64_t>{100'000, 100'000, 50'000});
  CHECK(told == std::vector<std::int64_t>{5'000, 6'000, 7'000});
}

TEST_CASE("a pace that fell behind catches up, and rounding does not add up") {
  Wall wall;
  Pace pace = wall.pace(3);
  const auto nothing = [](Instant) {};
  pace.wait_until({0}, nothing);
  wall.now += Pace::Span{500'000};
  pace.wait_until({1'200}, nothing);
  CHECK(wall.slept.empty());
  for (std::int64_t ms = 1'501; ms <= 3'000; ++ms) pace.wait_until({ms}, nothing);
  CHECK(wall.now == Pace::Span{1'000 + 1'000'000});
}

// Everything that is written to a terminal, until it is closed.
class Terminal {
 public:
  Terminal() : master_(::posix_openpt(O_RDWR | O_NOCTTY)) {
    REQUIRE(master_ >= 0);
    REQUIRE(::grantpt(master_) == 0);
    REQUIRE(::unlockpt(master_) == 0);
    file = ::fopen(::ptsname(master_), "w");
    REQUIRE(file != nullptr);
    reader_ = std::thread([this] {
      char buffer[4096];
      for (ssize_t n = 0; (n = ::read(master_, buffer, sizeof buffer)) > 0;) {
        seen_.append(buffer, static_cast<std::size_t>(n));
      }
    });
  }
  std::string close() {
    ::fclose(file);
    reader_.join();
    ::close(master_);
    return seen_;
  }

  std::FILE* file = nullptr;

 private:
  int master_;
  std::string seen_;
  std::thread reader_;
};

TEST_CASE("the live demo says what the demo says") {
  const auto still = auctioneer({"demo", "--data", kIplTables});
  const auto live = auctioneer({"demo", "--data", kIplTables, "--live", "--speed", "1000000"});
  CHECK(live.code == 0);
  CHECK(live.err.empty());
  CHECK(live.out == still.out);
  CHECK(auctioneer({"demo", "--data", kIplTables, "--speed", "5"}).code == 2);
  CHECK(auctioneer({"demo", "--data", kIplTables, "--live", "--speed", "0"}).code == 2);
  CHECK(auctioneer({"demo", "--data", kIplTables, "--live", "--json"}).code == 2);
}

TEST_CASE("on a terminal the open lot is shown with its price, leader and clock") {
  Terminal terminal;
  const int code = cli::auctioneer({"demo", "--data", kIplTables, "--live", "--speed", "1000000"},
                                   terminal.file, terminal.file);
  const std::string seen = terminal.close();
  CHECK(code == 0);
  CHECK(seen.find("\r    3  Rishabh Pant                  LSG               26.50 cr") !=
        std::string::npos);
  // Drawn over with blanks before the sale is told.
  CHECK(seen.find("\r" + std::string(79, ' ') + "\r    3  Rishabh Pant  ") != std::string::npos);
  CHECK(seen.find("next in ") != std::string::npos);
}

}  // namespace
}  // namespace auction
