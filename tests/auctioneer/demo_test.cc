// The demo: the IPL 2025 auction comes out as it was published, or the demo says no.
#include <nlohmann/json.hpp>

#include "tests/auctioneer/cli.h"
#include "tests/catch.h"

namespace auction {
namespace {

using test::auctioneer;
using test::Ran;

const std::string kTables = "/examples/auctioneer/data/ipl_2025";
const std::string kResults = "/examples/data/season";

// The demo over its own tables and results, wherever the tests run.
Ran demo(std::vector<std::string> more = {}) {
  std::vector<std::string> all{"demo", "--data", test::source_dir() + kTables, "--results",
                               test::source_dir() + kResults};
  all.insert(all.end(), more.begin(), more.end());
  return auctioneer(all);
}

// A copy of the tables in which one text is replaced, once.
void copy_tables(const test::Folder& folder, const std::string& file, const std::string& what,
                 const std::string& by) {
  for (const auto& entry : std::filesystem::directory_iterator(test::source_dir() + kTables)) {
    const std::string name = entry.path().filename().string();
    std::string text = test::text_of(entry.path().string());
    if (name == file) {
      const std::size_t at = text.find(what);
      REQUIRE(at != std::string::npos);
      text.replace(at, what.size(), by);
    }
    folder.file(name, text);
  }
}

TEST_CASE("the demo proves franchises, prices, chain and digest") {
  const test::Folder folder;
  const std::string log = folder / "ipl.jsonl";
  const Ran ran = demo({"--json", "--log", log});
  REQUIRE(ran.code == 0);
  const auto json = nlohmann::json::parse(ran.out);
  CHECK(json["holds"] == true);
  CHECK(json["bids"] == 2739);
  CHECK(json["lots"]["concluded"] == 577);
  CHECK(json["lots"]["sold"] == 182);
  CHECK(json["lots"]["unsold"] == 395);
  CHECK(json["status"] == "completed");
  CHECK(json["claims"][0]["claim"] == "10 of 10 franchises: purse left and squad as published");
  CHECK(json["claims"][1]["claim"] == "182 of 182 prices reached, each by its buyer");
  for (const auto& claim : json["claims"]) CHECK(claim["holds"] == true);

  const Ran verified = auctioneer({"verify", "--json", log, "--head", json["head"]});
  CHECK(verified.code == 0);
  CHECK(nlohmann::json::parse(verified.out)["digest"] == json["digest"]);
}

TEST_CASE("the demo fits 80 columns, and without a terminal it has no colours") {
  const Ran ran = demo();
  REQUIRE(ran.code == 0);
  CHECK(ran.err.empty());
  CHECK(ran.out.find('\x1b') == std::string::npos);
  CHECK(ran.out.find(
            "    3  Rishabh Pant                  LSG               27.00 cr   104 bids\n") !=
        std::string::npos);
  std::istringstream lines(ran.out);
  for (std::string line; std::getline(lines, line);) {
    INFO(line);
    CHECK(line.size() <= 80);
  }
}

TEST_CASE("the demo scores what was bought, and loses no point") {
  const auto json = nlohmann::json::parse(demo({"--json"}).out);
  REQUIRE(json["leagues"].size() == 2);
  const auto& squads = json["leagues"][0];
  CHECK(squads["book"] == "pilot-cricket");
  CHECK(squads["table"][0]["manager"] == "KKR");
  CHECK(squads["table"][0]["points"] == "710");
  CHECK(squads["claims"][0]["exceptions"].size() == 1);
  const auto& clubs = json["leagues"][1];
  CHECK(clubs["book"] == "pilot-football-clubs");
  CHECK(clubs["table"].size() == 4);
  CHECK(clubs["claims"][0]["claim"] ==
        "1151 points from 188 results: 376 to the friends, 775 to nobody");
  for (const auto& league : json["leagues"]) {
    for (const auto& claim : league["claims"]) CHECK(claim["holds"] == true);
  }
}

TEST_CASE("the demo says no when a player turns out for a squad that did not buy him") {
  const test::Folder folder;
  for (const auto& entry : std::filesystem::directory_iterator(test::source_dir() + kResults)) {
    folder.file(entry.path().filename().string(), test::text_of(entry.path().string()));
  }
  const std::string names = test::text_of(folder / "ipl_2025_names.csv");
  const auto with = [&](const std::string& what, const std::string& by) {
    std::string text = names;
    text.replace(text.find(what), what.size(), by);
    folder.file("ipl_2025_names.csv", text);
    return auctioneer({"demo", "--data", test::source_dir() + kTables, "--results", folder / ""});
  };
  const Ran other = with("TM Head,travis_head", "TM Head,ms_dhoni");
  CHECK(other.code == 1);
  CHECK(other.out.find("NO   59 of 61 players on the team sheets") != std::string::npos);
  const Ran missing = with("TM Head,travis_head\n", "");
  CHECK(missing.code == 3);
  CHECK(missing.err.find("TM Head is in no list of names") != std::string::npos);
}

TEST_CASE("the README shows what the demo really prints") {
  const Ran ran = demo();
  const std::size_t end = ran.out.find("Purses, and what was published");
  REQUIRE(end != std::string::npos);
  const std::string readme = test::text_of(test::source_dir() + "/README.md");
  CHECK(readme.find(ran.out.substr(end)) != std::string::npos);
}

TEST_CASE("the demo says no when its tables and what was published disagree") {
  struct Wrong {
    const char* file;
    const char* what;
    const char* by;
    int code;
    const char* says;
  };
  const Wrong kWrongs[] = {
      {"published.csv", "CSK,5,25", "CSK,6,25", 1, "9 of 10 franchises"},
      {"published.csv", "GT,15,25", "GT,15,24", 1, "9 of 10 franchises"},
      {"result.csv", "jos_buttler,sold,1575,GT", "jos_buttler,sold,1580,GT", 1, "on no rung"},
      {"result.csv", "liam_livingstone,sold,875,RCB", "liam_livingstone,sold,900,RCB", 1,
       "9 of 10"},
      {"result.csv", "jos_buttler,sold,1575,GT", "jos_buttler,sold,6950,GT", 1, "refused"},
      {"result.csv", "jos_buttler,sold,1575,GT", "jos_buttler,sold,12025,GT", 1, "no legal rival"},
      {"result.csv", "jos_buttler,sold,1575,GT", "jos_buttler,unsold,,", 1, "181 of 181"},
      {"result.csv", "jos_buttler,sold,1575,GT", "jos_buttler,sold,x,GT", 3, "result.csv: line 2"},
      {"result.csv", "jos_buttler,sold,1575,GT", "jos_buttler,sold,1575", 3, "4 cells, not 3"},
      {"result.csv", "jos_buttler,sold", "jos_butler,sold", 3, "no asset is called 'jos_butler'"},
      {"result.csv", "jos_buttler,sold,1575,GT", "jos_buttler,sold,1575,XX", 3, "'XX'"},
      {"moves.csv", "jofra_archer,after,anrich_nortje\n", "", 1, "Jofra Archer: no legal rival"},
      {"assets.csv", "externalId,", "external,", 3, "assets.csv"},
      {"managers.csv", "label,", "lable,", 3, "managers.csv"},
  };
  for (const Wrong& wrong : kWrongs) {
    const test::Folder folder;
    copy_tables(folder, wrong.file, wrong.what, wrong.by);
    const Ran ran = auctioneer({"demo", "--data", folder / ""});
    INFO(wrong.file << ": " << wrong.by << '\n' << ran.err);
    CHECK(ran.code == wrong.code);
    CHECK((ran.out + ran.err).find(wrong.says) != std::string::npos);
  }
}

}  // namespace
}  // namespace auction
