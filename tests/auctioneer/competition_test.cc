// The commands of a competition: what they print, and which code they end with.
#include "tests/auctioneer/cli.h"
#include "tests/catch.h"

using auction::test::auctioneer;
using auction::test::Folder;
using auction::test::Ran;
using auction::test::source_dir;

namespace {

const std::string kFixtures =
    "startsAt,homeAssetExternalId,awayAssetExternalId,venue,round,externalMatchId\n";

}  // namespace

TEST_CASE("table orders a league and takes deductions") {
  const Folder folder;
  const std::string results = folder.file(
      "results.csv", "Date,HomeTeam,AwayTeam,FTHG,FTAG\n2024-08-16,A,B,2,0\n2024-08-17,B,C,1,1\n");
  const Ran plain = auctioneer({"table", "--results", results, "--csv"});
  CHECK(plain.code == 0);
  CHECK(plain.out ==
        "pos,team,played,won,drawn,lost,gf,ga,gd,deducted,points\n"
        "1,A,1,1,0,0,2,0,2,0,3\n2,C,1,0,1,0,1,1,0,0,1\n3,B,2,0,1,1,1,3,-2,0,1\n");
  const std::string deductions = folder.file("d.csv", "team,points,note\nA,9,administration\n");
  const Ran less = auctioneer({"table", "--results", results, "--deductions", deductions});
  CHECK(less.out.find("(9 deducted)") != std::string::npos);
  const std::string wrong = folder.file("w.csv", "team,points\nAston,9\n");
  const Ran no = auctioneer({"table", "--results", results, "--deductions", wrong});
  CHECK(no.code == 3);
  CHECK(no.err.find("no team is called Aston") != std::string::npos);
  CHECK(auctioneer({"table", "--results", results, "--rules", "subbuteo"}).code == 2);
}

TEST_CASE("cricket-table reads matches, and abandoned ones from the command line") {
  const std::string folder = source_dir() + "/examples/data/season/";
  const Ran ran = auctioneer({"cricket-table", folder + "1473438.json", folder + "1473443.json",
                              "--abandoned", "Rajasthan Royals:Sunrisers Hyderabad"});
  CHECK(ran.code == 0);
  CHECK(ran.out.find("Royal Challengers Bengaluru") != std::string::npos);
  CHECK(ran.out.find("2.137") != std::string::npos);  // 177 off 98 balls against 174 off 120
  CHECK(auctioneer({"cricket-table", folder + "1473438.json", "--abandoned", "x"}).code == 2);
}

TEST_CASE("import tries a file onto others and changes nothing") {
  const Folder folder;
  const std::string assets = folder.file("a.csv", "externalId,name\nARS,Arsenal\nINT,Inter\n");
  const std::string one =
      folder.file("one.csv", kFixtures + "2025-01-15T19:00:00Z,ARS,INT,,1,m1\n");
  const std::string bad = folder.file("bad.csv", kFixtures +
                                                     "2025-01-15T19:00:00Z,ARS,INT,,1,m1\n"
                                                     "2025-01-16T19:00:00Z,Inter,ARS,,1,m2\n");
  const auto import = [&](std::vector<std::string> more) {
    std::vector<std::string> all{"import", "fixtures", "--assets", assets, "--dry-run"};
    all.insert(all.begin() + 2, more.begin(), more.end());
    return auctioneer(all);
  };
  CHECK(import({one}).out == "dry run: 1 new, 0 changed, 0 unchanged\n");
  CHECK(import({one, "--onto", one}).out == "dry run: 0 new, 0 changed, 1 unchanged\n");
  const Ran no = import({bad});
  CHECK(no.code == 3);
  CHECK(no.err.find("line 3, column homeAssetExternalId: no team has this id, not Inter") !=
        std::string::npos);
  CHECK(auctioneer({"import", "fixtures", one, "--assets", assets}).code == 2);
}

TEST_CASE("standings takes rosters from a log and points from results") {
  const Folder folder;
  const std::string clubs = folder.file(
      "clubs.csv", "externalId,name\nPSG,Paris\nBAY,Bayern\nLIV,Liverpool\nRMA,Madrid\n");
  const std::string names = folder.file("names.csv",
                                        "name,externalId\nParis Saint-Germain FC (FRA),PSG\n"
                                        "FC Bayern München (GER),BAY\nLiverpool FC (ENG),LIV\n"
                                        "Real Madrid CF (ESP),RMA\n");
  const std::string log = folder / "log.jsonl";
  REQUIRE(auctioneer({"run", "--preset", "pilot-football", "--assets", clubs, "--managers", "2",
                      "--log", log})
              .code == 0);
  const std::string ucl = source_dir() + "/examples/data/season/ucl_2024-25.json";
  const std::vector<std::string> ask{"standings",
                                     "--log",
                                     log,
                                     "--results",
                                     ucl,
                                     "--names",
                                     names,
                                     "--book",
                                     "pilot-football-clubs",
                                     "--json",
                                     "--whole-season"};
  const Ran ran = auctioneer(ask);
  CHECK(ran.code == 0);
  CHECK(ran.out.find("\"externalId\": \"BAY\"") != std::string::npos);
  std::vector<std::string> unknown = ask;
  unknown[8] = "no-such-book";
  CHECK(auctioneer(unknown).code == 2);
}

TEST_CASE("standings of players: tables of player-matches, and when the matches began") {
  const Folder folder;
  const std::string players =
      folder.file("players.csv", "externalId,name,roles\n1,Keeper,GK\n9,Runner,MID\n");
  const std::string log = folder / "log.jsonl";
  REQUIRE(auctioneer({"run", "--preset", "pilot-football", "--assets", players, "--managers", "2",
                      "--log", log})
              .code == 0);
  const std::string book = folder.file(
      "book.json", R"({"id":"small","title":"","source":"ours","sport":"football","scale":2,
        "stats":["minutes","saves"],"positions":["MID","GK"],"captain":[2,1],"viceCaptain":[1,1],
        "byInnings":false,"rules":[
          {"reason":"minutes","of":["minutes"],"steps":[{"from":1,"points":1}]},
          {"reason":"saves","of":["saves"],"points":{"GK":"0.5"}}]})");
  const std::string table = folder.file(
      "week.csv",
      "fixture,element,position,minutes,saves\n7,1,GK,90,3\n7,9,MID,90,3\n8,1,GK,0,1\n");
  const std::vector<std::string> ask{"standings", "--log", log,      "--results",     table,
                                     "--book",    book,    "--json", "--whole-season"};
  const Ran ran = auctioneer(ask);
  CAPTURE(ran.err, ran.out);
  CHECK(ran.code == 0);
  // The keeper's saves count by the half: the role in the auction's list decides.
  CHECK(ran.out.find(R"({"externalId": "1", "points": "3", "matches": 2})") != std::string::npos);
  CHECK(ran.out.find(R"({"externalId": "9", "points": "1", "matches": 1})") != std::string::npos);
  const Ran early = auctioneer({ask.begin(), ask.end() - 1});
  CHECK(early.code == 3);
  CHECK(early.err.find("no results tell when match 7 began") != std::string::npos);
}
