// Logs in a database: every command reads them as it reads JSON Lines, several auctions share a
// file, and what is there is never written over.
#include <nlohmann/json.hpp>

#include "libauction/adapters/json/record.h"
#include "libauction/adapters/sqlite/sqlite_store.h"
#include "tests/auctioneer/cli.h"
#include "tests/catch.h"

namespace auction {
namespace {

using test::auctioneer;
using test::Ran;

const std::string kReds = "5b0c0000-0000-4000-8000-000000000001";
const std::string kBlues = "5b0c0000-0000-4000-8000-000000000002";

const char* const kScript =
    "assets Arsenal, Brighton, Chelsea\nmanagers Reds, Blues\n"
    "at 5s Reds bid 5\nBlues bid 8\nat 40s Blues bid 3\nat 80s Reds bid 7\n";

std::vector<std::string> joined(std::vector<std::string> call,
                                const std::vector<std::string>& more) {
  call.insert(call.end(), more.begin(), more.end());
  return call;
}

class Shelf : public test::Folder {
 public:
  Shelf() { file("script", kScript); }

  Ran run(const std::string& log, const std::vector<std::string>& more = {}) const {
    return auctioneer(
        joined({"run", "--json", "--script", *this / "script", "--log", *this / log}, more));
  }
};

// A summary; without what only the run itself can tell.
nlohmann::json summary_of(const Ran& ran) {
  INFO(ran.err);
  REQUIRE(ran.code == 0);
  nlohmann::json summary = nlohmann::json::parse(ran.out);
  summary.erase("failedExpectations");
  return summary;
}

std::vector<Record> records_of(const std::string& lines) {
  auto records = records_from_lines(test::text_of(lines));
  REQUIRE(records.ok());
  return *std::move(records);
}

bool says(const Ran& ran, const std::string& text) {
  UNSCOPED_INFO(ran.err);
  return ran.err.find(text) != std::string::npos;
}

TEST_CASE("every command reads a database as it reads JSON Lines") {
  const Shelf shelf;
  CHECK(summary_of(shelf.run("a.jsonl")) == summary_of(shelf.run("a.db")));
  const std::vector<std::vector<std::string>> kCalls{
      {"replay"},
      {"replay", "--at", "9"},
      {"show", "--viewer", "Reds"},
      {"verify"},
      {"export", "--csv"},
      {"export", "--csv", "--table", "squads"},
      {"export", "--csv", "--table", "bids", "--at", "12"}};
  for (const std::vector<std::string>& call : kCalls) {
    INFO(call[0]);
    const Ran lines = auctioneer(joined(call, {shelf / "a.jsonl"}));
    const Ran database = auctioneer(joined(call, {shelf / "a.db"}));
    CHECK(lines.code == 0);
    CHECK(database.code == 0);
    CHECK(lines.out == database.out);
  }
}

TEST_CASE("verify prints the head as it takes it back") {
  const Shelf shelf;
  for (const char* log : {"a.jsonl", "a.sqlite"}) {
    const auto summary = summary_of(shelf.run(log));
    const std::string head = summary["seq"].dump() + ":" + summary["head"].get<std::string>();
    const Ran verified = auctioneer({"verify", shelf / log, "--head", head});
    CHECK(verified.code == 0);
    CHECK(verified.out.find("head    " + head + "\n") != std::string::npos);
    CHECK(auctioneer({"verify", shelf / log, "--head", "9" + head}).code == 1);
  }
}

TEST_CASE("several auctions share a file, and --auction says which is meant") {
  const Shelf shelf;
  const auto reds = summary_of(shelf.run("a.db", {"--auction", kReds}));
  CHECK(summary_of(auctioneer({"replay", "--json", shelf / "a.db"})) == reds);
  const auto blues = summary_of(shelf.run("a.db", {"--auction", kBlues}));
  CHECK(reds["head"] != blues["head"]);
  const Ran unnamed = auctioneer({"replay", shelf / "a.db"});
  CHECK(unnamed.code == 3);
  CHECK(says(unnamed, "holds 2 auctions, name one with --auction: " + kReds + ", " + kBlues));
  CHECK(summary_of(auctioneer({"replay", "--json", shelf / "a.db", "--auction", kReds})) == reds);
  CHECK(summary_of(auctioneer({"replay", "--json", shelf / "a.db", "--auction", kBlues})) == blues);
}

TEST_CASE("the same auction again changes nothing, and another history is refused") {
  const Shelf shelf;
  const auto first = summary_of(shelf.run("a.db"));
  CHECK(summary_of(shelf.run("a.db")) == first);
  shelf.file("script", std::string(kScript) + "at 81s Blues bid 9\n");  // goes on: more is kept
  const auto more = summary_of(shelf.run("a.db"));
  CHECK(more["seq"] > first["seq"]);
  for (const char* other : {"at 5s Reds bid 6\n", "at 5s Reds bid 5\n"}) {  // differs, and is less
    shelf.file("script",
               std::string(kScript).substr(0, std::string(kScript).find("at 5s")) + other);
    const Ran refused = shelf.run("a.db");
    CHECK(refused.code == 3);
    CHECK(says(refused, "already, with another history from event "));
  }
  CHECK(summary_of(auctioneer({"verify", "--json", shelf / "a.db"}))["head"] == more["head"]);
}

TEST_CASE("a run that broke off is finished by the same command") {
  const Shelf shelf;
  const auto whole = summary_of(shelf.run("a.jsonl"));
  std::vector<Record> records = records_of(shelf / "a.jsonl");
  records.resize(records.size() / 2);
  {
    auto store = SqliteStore::open(shelf / "a.db");
    REQUIRE(store.ok());
    const StreamId stream = stream_of(*parse_id<AuctionTag>(whole["auction"].get<std::string>()));
    const StreamBatch part{stream, 0, records, {}};
    REQUIRE(std::holds_alternative<Committed>((*store)->commit({&part, 1})));
  }
  CHECK(summary_of(shelf.run("a.db")) == whole);
  CHECK(summary_of(auctioneer({"replay", "--json", shelf / "a.db"})) == whole);
}

TEST_CASE("a backup ends at the same heads, and is written where nothing is yet") {
  const Shelf shelf;
  const auto lines = summary_of(shelf.run("a.jsonl"));
  const auto reds = summary_of(shelf.run("a.db", {"--auction", kReds}));
  const auto blues = summary_of(shelf.run("a.db", {"--auction", kBlues}));
  const auto copied =
      summary_of(auctioneer({"backup", "--json", shelf / "a.db", shelf / "b.db"}))["auctions"];
  REQUIRE(copied.size() == 2);
  CHECK(copied[0]["head"] == reds["head"]);
  CHECK(copied[1]["head"] == blues["head"]);
  CHECK(summary_of(auctioneer({"replay", "--json", shelf / "b.db", "--auction", kBlues})) == blues);
  CHECK(summary_of(auctioneer({"backup", "--json", shelf / "a.jsonl",
                               shelf / "b.jsonl"}))["auctions"][0]["head"] == lines["head"]);
  CHECK(test::text_of(shelf / "a.jsonl") == test::text_of(shelf / "b.jsonl"));
  for (const char* kind : {".db", ".jsonl"}) {
    const std::string from = shelf / ("a" + std::string(kind));
    CHECK(auctioneer({"backup", from, shelf / ("b" + std::string(kind))}).code == 4);
    CHECK(auctioneer({"backup", from, shelf / ("none/b" + std::string(kind))}).code == 4);
  }
  CHECK(auctioneer({"backup", shelf / "a.db", shelf / "c.jsonl"}).code == 2);
  CHECK(auctioneer({"backup", shelf / "a.jsonl", shelf / "c.db"}).code == 2);
}

TEST_CASE("a changed record is no backup and not sound, in a file of either kind") {
  const Shelf shelf;
  REQUIRE(shelf.run("a.db").code == 0);
  REQUIRE(shelf.run("a.jsonl").code == 0);
  std::string bytes = test::text_of(shelf / "a.db");
  const std::size_t name = bytes.find("Brighton");
  REQUIRE(name != std::string::npos);
  bytes.replace(name, 8, "Brightom");
  shelf.file("bad.db", bytes);
  std::string text = test::text_of(shelf / "a.jsonl");
  text.replace(text.find(".000Z"), 5, ".001Z");
  shelf.file("bad.jsonl", text);
  for (const char* log : {"bad.db", "bad.jsonl"}) {
    INFO(log);
    const Ran verified = auctioneer({"verify", shelf / log});
    CHECK(verified.code == 1);
    CHECK(says(verified, "at event 1: "));
    CHECK(auctioneer({"backup", shelf / log, shelf / ("copy_of_" + std::string(log))}).code == 1);
  }
}

TEST_CASE("verify reads the whole database, whichever auction it reports on") {
  const Shelf shelf;
  REQUIRE(shelf.run("a.db", {"--auction", kReds}).code == 0);
  REQUIRE(shelf.run("a.db", {"--auction", kBlues}).code == 0);
  std::string bytes = test::text_of(shelf / "a.db");
  bytes.replace(bytes.find("Brighton"), 8, "Brightom");
  shelf.file("bad.db", bytes);
  for (const std::string& id : {kReds, kBlues}) {
    CHECK(auctioneer({"verify", shelf / "a.db", "--auction", id}).code == 0);
    CHECK(auctioneer({"verify", shelf / "bad.db", "--auction", id}).code == 1);
  }
}

TEST_CASE("a database that cannot be read says why, with its exit code") {
  const Shelf shelf;
  REQUIRE(shelf.run("a.db").code == 0);
  REQUIRE(shelf.run("a.jsonl").code == 0);
  shelf.file("text.db", std::string(5000, 'x'));
  std::filesystem::create_directory(shelf / "folder.db");
  {
    auto empty = SqliteStore::open(shelf / "empty.db");
  }
  const auto held = SqliteStore::open(shelf / "held.db");
  struct BadCall {
    int code;
    std::vector<std::string> call;
    std::string says;
  };
  const BadCall kBadCalls[] = {
      {3, {"verify", shelf / "none.db"}, "none.db: there is no such file"},
      {3, {"verify", shelf / "text.db"}, "text.db: file is not a database"},
      {3, {"show", shelf / "folder.db"}, "folder.db: is not a regular file"},
      {3, {"replay", shelf / "empty.db"}, "empty.db: holds no auction"},
      {3, {"replay", shelf / "a.db", "--auction", kReds}, "holds no auction " + kReds + ": "},
      {3, {"replay", shelf / "a.jsonl", "--auction", kReds}, ", not " + kReds},
      {2, {"replay", shelf / "a.db", "--auction", "Reds"}, "--auction: 'Reds' is no id"},
      {4, {"replay", shelf / "held.db"}, "another process has it open"},
      {4, {"run", "--script", shelf / "script", "--log", shelf / "none/a.db"}, "No such file"},
      {3, {"run", "--script", shelf / "script", "--log", shelf / "text.db"}, "not a database"},
  };
  for (const BadCall& c : kBadCalls) {
    const Ran ran = auctioneer(c.call);
    INFO(ran.out);
    CHECK(ran.code == c.code);
    CHECK(says(ran, c.says));
  }
}

}  // namespace
}  // namespace auction
