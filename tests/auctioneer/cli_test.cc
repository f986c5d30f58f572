// The command line: each subcommand does its work, and each way to fail has its exit code and says
// what would do.
#include <nlohmann/json.hpp>

#include "tests/auctioneer/cli.h"
#include "tests/catch.h"

namespace auction {
namespace {

using test::auctioneer;
using test::Folder;
using test::Ran;

const char* const kAssets =
    "externalId,name,basePrice,country\nARS,Arsenal,,England\n"
    "RMA,Real Madrid,2m,Spain\nBAY,Bayern,3m,Germany\nPSG,Paris,,France\n"
    "LIV,Liverpool,,England\nMCI,Manchester City,5m,England\n";

// Files that many cases need, and a finished auction in log.jsonl.
class Desk : public Folder {
 public:
  Desk() {
    file("assets.csv", kAssets);
    file("managers.csv", "label,purse\nReds,\nBlues,400m\n");
    const Ran ran = run({"--log", *this / "log.jsonl"});
    REQUIRE(ran.code == 0);
    summary = ran.out;
  }

  Ran run(const std::vector<std::string>& more, const std::string& preset = "pilot-football") {
    std::vector<std::string> all{"run",        "--json",
                                 "--preset",   preset,
                                 "--assets",   *this / "assets.csv",
                                 "--managers", *this / "managers.csv",
                                 "--seed",     "5"};
    all.insert(all.end(), more.begin(), more.end());
    return auctioneer(all);
  }

  std::string summary;
};

nlohmann::json json(const Ran& ran) { return nlohmann::json::parse(ran.out); }

TEST_CASE("run, replay and verify agree, and the same seed writes the same log") {
  Desk desk;
  const auto summary = nlohmann::json::parse(desk.summary);
  CHECK(summary["status"] == "completed");
  CHECK(summary["managers"].size() == 2);
  const std::string log = desk / "log.jsonl";

  const Ran replayed = auctioneer({"replay", "--json", log});
  REQUIRE(replayed.code == 0);
  CHECK(json(replayed)["digest"] == summary["digest"]);
  CHECK(json(replayed)["managers"] == summary["managers"]);

  const Ran verified = auctioneer({"verify", "--json", log, "--head", summary["head"]});
  REQUIRE(verified.code == 0);
  CHECK(json(verified)["ok"] == true);
  CHECK(json(verified)["digest"] == summary["digest"]);

  REQUIRE(desk.run({"--log", desk / "again.jsonl"}).code == 0);
  CHECK(test::text_of(log) == test::text_of(desk / "again.jsonl"));
}

TEST_CASE("replay --at stops at an event, and so does show") {
  Desk desk;
  const Ran early = auctioneer({"replay", "--json", desk / "log.jsonl", "--at", "12"});
  REQUIRE(early.code == 0);
  CHECK(json(early)["seq"] == 12);
  CHECK(json(early)["status"] == "running");
  const Ran shown = auctioneer({"show", "--json", desk / "log.jsonl", "--at", "12"});
  REQUIRE(shown.code == 0);
  CHECK(json(shown)["seq"] == 12);
  CHECK(auctioneer({"show", desk / "log.jsonl", "--at", "1"}).code == 0);
  CHECK(auctioneer({"show", desk / "log.jsonl", "--viewer", "Reds"}).out.find("Reds has") !=
        std::string::npos);
}

TEST_CASE("a hidden order is in no view, whoever looks and in whatever form") {
  Desk desk;
  const std::string log = desk / "hidden.jsonl";
  REQUIRE(desk.run({"--log", log}, "pilot-cricket").code == 0);
  const auto lots = json(auctioneer({"show", "--json", log}))["closed"];
  const std::string last = lots[5]["asset"]["name"];  // drawn as the sixth
  for (const char* at : {"2", "3", "4", "5", "6"}) {
    for (const std::vector<std::string>& viewer :
         {std::vector<std::string>{}, {"--viewer", "Reds"}, {"--viewer", "Blues"}}) {
      std::vector<std::string> call{"show", log, "--at", at};
      call.insert(call.end(), viewer.begin(), viewer.end());
      const Ran text = auctioneer(call);
      call.push_back("--json");
      const Ran shown = auctioneer(call);
      INFO(at << text.out);
      REQUIRE(text.code == 0);
      REQUIRE(shown.code == 0);
      CHECK(text.out.find("next: hidden") != std::string::npos);
      CHECK(text.out.find(last) == std::string::npos);
      CHECK(json(shown)["upcoming"].empty());
      CHECK(shown.out.find(last) == std::string::npos);
    }
  }
}

TEST_CASE("export writes lots, squads and bids as tables") {
  Desk desk;
  const std::string log = desk / "log.jsonl";
  const auto summary = nlohmann::json::parse(desk.summary);
  const auto lines = [](const std::string& text) {
    return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n')) - 1;
  };
  const Ran lots = auctioneer({"export", log, "--csv"});
  REQUIRE(lots.code == 0);
  CHECK(lots.out.starts_with("lotNumber,externalId,name,round,openedAt,outcome,how,bids,"));
  CHECK(lines(lots.out) == summary["lots"]["concluded"]);
  const Ran squads = auctioneer({"export", log, "--csv", "--table", "squads"});
  CHECK(lines(squads.out) == summary["lots"]["sold"]);
  const Ran bids = auctioneer({"export", log, "--csv", "--table", "bids"});
  CHECK(lines(bids.out) == summary["lots"]["bids"]);
}

TEST_CASE("simulate tells averages, the same for the same seed") {
  Desk desk;
  const std::vector<std::string> call{
      "simulate",          "--json",     "--preset", "pilot-football", "--assets",
      desk / "assets.csv", "--managers", "2",        "--auctions",     "20"};
  const Ran first = auctioneer(call);
  REQUIRE(first.code == 0);
  CHECK(json(first)["auctions"] == 20);
  CHECK(json(first)["managers"].size() == 2);
  CHECK(first.out == auctioneer(call).out);
}

TEST_CASE("a preset is listed, printed, linted, and read back as rules") {
  Desk desk;
  const Ran listed = auctioneer({"presets", "--json"});
  REQUIRE(listed.code == 0);
  for (const auto& preset : json(listed)) {
    const std::string name = preset["name"];
    const Ran printed = auctioneer({"presets", name});
    REQUIRE(printed.code == 0);
    const std::string path = desk.file(name + ".json", printed.out);
    const Ran linted = auctioneer({"lint", path, "--json"});
    INFO(name << linted.out << linted.err);
    CHECK(linted.code == 0);
    CHECK(auctioneer({"lint", name}).code == 0);
  }
  const Ran run =
      auctioneer({"run", "--json", "--rules", desk / "pilot-football.json", "--assets",
                  desk / "assets.csv", "--managers", desk / "managers.csv", "--seed", "5"});
  CHECK(json(run)["digest"] == nlohmann::json::parse(desk.summary)["digest"]);
}

TEST_CASE("help is an answer, for the program and for each subcommand, with an example") {
  CHECK(auctioneer({"--help"}).code == 0);
  for (const char* name :
       {"run", "simulate", "replay", "show", "verify", "lint", "export", "presets", "demo"}) {
    const Ran ran = auctioneer({name, "--help"});
    INFO(ran.out);
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    CHECK(ran.out.find("Example:\n  auctioneer " + std::string(name)) != std::string::npos);
  }
}

}  // namespace
}  // namespace auction
