// Scripts that cannot be read: each says where, and what would do.
#include "examples/auctioneer/script/duration.h"
#include "tests/auctioneer/cli.h"
#include "tests/catch.h"

namespace auction {
namespace {

using script::duration_text;
using script::parse_duration;

TEST_CASE("lengths of time are read as people write them") {
  CHECK(parse_duration("25s") == Millis{25'000});
  CHECK(parse_duration("29.999s") == Millis{29'999});
  CHECK(parse_duration("0s") == Millis{0});
  CHECK(parse_duration("500ms") == Millis{500});
  CHECK(parse_duration("1m30s") == Millis{90'000});
  CHECK(parse_duration("1.5m") == Millis{90'000});
  CHECK(parse_duration("2h") == Millis{7'200'000});
  for (const char* wrong : {"", "25", "s", "1.5ms", "1.0001s", "1..5s", ".s", "5.s", "-5s", "5 s",
                            "5sec", "99999999999h", "999999999999999999999s"}) {
    INFO(wrong);
    CHECK(!parse_duration(wrong));
  }
}

TEST_CASE("lengths of time are told in exact seconds") {
  CHECK(duration_text({35'000}) == "35s");
  CHECK(duration_text({29'999}) == "29.999s");
  CHECK(duration_text({500}) == "0.5s");
  CHECK(duration_text({-1'500}) == "-1.5s");
  CHECK(duration_text({0}) == "0s");
}

struct BadScript {
  const char* text;
  const char* error;  // behind the file's name
};

// clang-format off
const BadScript kBadScripts[] = {
    {"preset nonsense\n", ":1:8: no preset is called 'nonsense'"},
    {"set /clock/lotMs -1\n", ":1:5: /clock/lotMs: must be"},
    {"set /clock/lotMS 1\n", ":1:5: a rule set has no field /clock/lotMS"},
    {"set clock 1\n", ":1:5: expected a JSON pointer"},
    {"set /clock/lotMs\n", ":1:17: expected a value"},
    {"asset A\nset /budget 5\n", ":2:1: rules come before assets and managers"},
    {"asset A colour\n", ":1:9: expected base, in, role or name=value"},
    {"asset A base much\n", ":1:14: 'much' is no amount of points"},
    {"assets A1..A2000\n", ":1:8: a range is written Lot1..Lot1000"},
    {"assets A9..A3\n", ":1:8: a range is written"},
    {"asset A\nmanager R retained B 5\n", ":2:20: no asset is called 'B'"},
    {"seed many\n", ":1:6: expected a seed"},
    {"start soon\n", ":1:7: expected one of: nothing, set_up, waiting, running"},
    {"asset A\nmanager R\nReds bid 5\n", ":3:1: no manager is called 'Reds'"},
    {"asset A\nmanager R\nR bids 5\n", ":3:3: expected one of: bid, request"},
    {"asset A\nmanager R\nR bid\n", ":3:6: expected an amount"},
    {"asset A\nmanager R\nR bid 5x\n", ":3:7: '5x' is no amount of points"},
    {"asset A\nmanager R\nR bid 5 lot 1\n", ":3:9: nothing more was expected on this line"},
    {"asset A\nmanager R\nR bid 5 on lot 0\n", ":3:16: expected a lot number, 1 to"},
    {"asset A\nmanager R\nR bid 5 seen never\n", ":3:1: no mark is called 'never' yet"},
    {"asset A\nmanager R\nat noon R bid 5\n", ":3:4: expected a time, like 25s"},
    {"asset A\nmanager R\nat 9s R bid 5\nat 8s R bid 6\n", ":4:1: time does not run backwards"},
    {"asset A\nmanager R\nR bid 5 -> fine\n", ":3:12: 'fine' is no answer"},
    {"asset A\nmanager R\nR bid 5 -> clock 30s\n", ":3:21: the answer comes first"},
    {"asset A\nmanager R\nR bid 5 -> accepted, accepted\n", "the answer comes first"},
    {"asset A\nmanager R\nR bid 5 -> too_low, at first 5\n", ":3:24: expected one of: least, most"},
    {"asset A\nmanager R\nexpect R colour red\n", ":3:10: expected purse, free"},
    {"asset A\nmanager R\nexpect lot 1 red\n", ":3:14: nothing of a lot is called that"},
    {"asset A\nmanager R\nexpect completed\n", ":3:17: expected a reason"},
    {"asset A\nmanager R\ncommissioner extend lot 1\n", ":3:26: expected 'by'"},
    {"asset A\nmanager R\ncommissioner pause because \"fire\n", ":3:28: this quote is never closed"},
    {"asset A\n", ":1:1: /managers: 1 to 64 managers, not 0"},
    {"manager R\n", ":1:1: /assets: at least one asset"},
    {"set /squad/max 0\nasset A\nmanager R\n", ":1:1: /squad/max: must be"},
};
// clang-format on

TEST_CASE("a script that cannot be read says where, and what would do") {
  const test::Folder folder;
  for (const BadScript& c : kBadScripts) {
    const std::string path = folder.file("s.txt", c.text);
    const test::Ran ran = test::auctioneer({"run", "--script", path});
    INFO(c.text << "said: " << ran.err);
    CHECK(ran.code == 3);
    CHECK(ran.err.find(c.error) != std::string::npos);
    CHECK(ran.err.find(path) != std::string::npos);
  }
}

TEST_CASE("an expectation that fails prints file and line, expected and got; exit code 1") {
  const test::Folder folder;
  const std::string path =
      folder.file("s.txt",
                  "assets A, B\nmanagers R, S\n\nR bid 5 -> too_low, at least 9\n"
                  "S bid 5\nexpect R purse 90, squad 2\nexpect lot 1 sold to S 7\n");
  const test::Ran ran = test::auctioneer({"run", "--script", path});
  CHECK(ran.code == 1);
  CHECK(ran.err == path + ":4: expected too_low, got accepted\n" +               //
                       path + ":4: expected limit 9, got limit accepted\n" +     //
                       path + ":5: expected accepted, got too_low, limit 6\n" +  //
                       path + ":6: expected purse 90, got purse 100\n" +         //
                       path + ":6: expected squad 2, got squad 0\n" +            //
                       path + ":7: expected sold to S 7, got open\n");
  const test::Ran json = test::auctioneer({"run", "--json", "--script", path});
  CHECK(json.code == 1);
  CHECK(json.err.empty());
  CHECK(json.out.find(R"({"line": 5, "expected": "accepted", "got": "too_low, limit 6"})") !=
        std::string::npos);
}

}  // namespace
}  // namespace auction
