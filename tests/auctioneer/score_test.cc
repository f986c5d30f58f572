// auctioneer score: which files it takes, and what it says of those it does not.
#include "tests/auctioneer/cli.h"
#include "tests/catch.h"

using auction::test::auctioneer;
using auction::test::Folder;
using auction::test::Ran;
using auction::test::source_dir;

namespace {

// A book of two figures keeps the samples small.
const std::string kBook = R"({"id":"small","title":"","source":"ours","sport":"football","scale":2,
  "stats":["minutes","saves"],"positions":["GK","MID"],"captain":[2,1],
  "rules":[{"reason":"minutes","of":["minutes"],"steps":[{"from":1,"points":1}]},
           {"reason":"saves","of":["saves"],"points":{"GK":"0.5"}}]})";
const std::string kBootstrap =
    R"({"element_types":[],"elements":[{"id":1,"web_name":"A","team":1,"element_type":1},
                                       {"id":2,"web_name":"B","team":1,"element_type":3}]})";
const std::string kLive =
    R"({"elements":[{"id":1,"stats":{"minutes":90,"saves":3},"explain":[{"fixture":7}]},
                    {"id":2,"stats":{"minutes":1,"saves":0},"explain":[{"fixture":7}]}]})";

}  // namespace

TEST_CASE("score takes the FPL API's answers, in any order") {
  const Folder folder;
  const std::string book = folder.file("book.json", kBook);
  const std::string live = folder.file("live.json", kLive);
  const std::string players = folder.file("players.json", kBootstrap);
  const Ran ran = auctioneer({"score", "--book", book, live, players});
  CAPTURE(ran.err);
  CHECK(ran.code == 0);
  CHECK(ran.out == "fixture,element,points\n7,1,2.5\n7,2,1\n");
  const Ran why = auctioneer({"score", "--book", book, live, players, "--explain", "1"});
  CHECK(why.out.find("1.5  saves: 3\n") != std::string::npos);
  CHECK(why.out.find("2.5 points in 1 match\n") != std::string::npos);
}

TEST_CASE("score wants one bootstrap-static, and each player once in a fixture") {
  const Folder folder;
  const std::string book = folder.file("book.json", kBook);
  const std::string live = folder.file("live.json", kLive);
  const std::string again = folder.file("again.json", kLive);
  const std::string players = folder.file("players.json", kBootstrap);
  const Ran none = auctioneer({"score", "--book", book, live});
  CHECK(none.code == 3);
  CHECK(none.err.find("need one bootstrap-static, which tells positions; here are 0") !=
        std::string::npos);
  const Ran twice = auctioneer({"score", "--book", book, players, live, again});
  CHECK(twice.code == 3);
  CHECK(twice.err.find("player 1 in fixture 7 is in " + live + " already") != std::string::npos);
  const Ran cricket = auctioneer({"score", "--book", "pilot-cricket", players, live});
  CHECK(cricket.code == 3);
  CHECK(cricket.err.find("holds football, which the book pilot-cricket does not score") !=
        std::string::npos);
}

TEST_CASE("score takes a table of another sport, by a book of one's own") {
  const Folder folder;
  std::string own = kBook;
  own.replace(own.find("football"), 8, "other");
  const std::string book = folder.file("book.json", own);
  const std::string table =
      folder.file("table.csv", "fixture,element,position,minutes,saves\nfinal,fazel,GK,40,5\n");
  CHECK(auctioneer({"score", "--book", book, table}).out ==
        "fixture,element,points\nfinal,fazel,3.5\n");
}

TEST_CASE("score takes Cricsheet matches, and files of one kind only") {
  const Folder folder;
  const std::string match = source_dir() + "/examples/data/season/1473438.json";
  const Ran ran = auctioneer({"score", "--book", "pilot-cricket", match});
  CAPTURE(ran.err);
  CHECK(ran.code == 0);
  CHECK(ran.out.starts_with("match_id,player,points\n1473438,"));
  const std::string scores = folder.file(
      "scores.csv",
      "matchId,playerExternalId,runs,wickets,catches,stumpings,runOuts\nm,p,89,0,1,0,0\n");
  CHECK(auctioneer({"score", "--book", "pilot-cricket", scores}).out ==
        "matchId,playerExternalId,points\nm,p,109\n");
  const Ran mixed = auctioneer({"score", "--book", "pilot-cricket", match, scores});
  CHECK(mixed.code == 3);
  CHECK(mixed.err.find("scores.csv: is of another kind of file") != std::string::npos);
  const Ran neither =
      auctioneer({"score", "--book", "pilot-cricket", folder.file("x.csv", "a,b\n")});
  CHECK(neither.code == 3);
  CHECK(neither.err.find("is neither JSON") != std::string::npos);
}
