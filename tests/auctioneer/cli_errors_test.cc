// What the auctioneer says when something is wrong: the exit code, the file, the place, and what
// would do. One row a fault.
#include "tests/auctioneer/cli.h"
#include "tests/catch.h"

namespace auction {
namespace {

using test::auctioneer;
using test::Folder;
using test::Ran;

// "@name" in an argument is a file of this table, written before the call.
struct Case {
  int code;
  std::vector<std::string> call;
  std::string says;
  std::string file = "";  // the text of @in
};

const std::vector<std::string> kRun{"run",     "--preset",   "pilot-football", "--assets",
                                    "@assets", "--managers", "@managers"};

std::vector<std::string> with(std::vector<std::string> more) {
  std::vector<std::string> all = kRun;
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

std::string lines_of(const std::string& log) { return test::text_of(log); }

std::string without_line(std::string text, int number) {
  std::size_t begin = 0;
  for (int i = 1; i < number; ++i) begin = text.find('\n', begin) + 1;
  return text.erase(begin, text.find('\n', begin) + 1 - begin);
}

std::string without_last_line(std::string text) {
  return text.substr(0, text.rfind('\n', text.size() - 2) + 1);
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.rfind(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

class Table : public Folder {
 public:
  Table() {
    std::string assets = "externalId,name\n";
    for (int i = 1; i <= 8; ++i) assets += "C" + std::to_string(i) + ",Club\n";
    file("assets", assets);
    file("managers", "label,purse\nReds,\nBlues,\n");
    std::vector<std::string> call = with({"--log", *this / "log"});
    REQUIRE(auctioneer(resolved(call)).code == 0);
    log = lines_of(*this / "log");
  }

  std::vector<std::string> resolved(std::vector<std::string> call) const {
    for (std::string& argument : call) {
      if (argument.starts_with('@')) argument = *this / argument.substr(1);
    }
    return call;
  }

  void check(const Case& c) const {
    file("in", c.file);
    const Ran ran = auctioneer(resolved(c.call));
    std::string call;
    for (const std::string& argument : c.call) call += ' ' + argument;
    INFO("auctioneer" << call << "\nsays: " << ran.err << ran.out.substr(0, 400));
    CHECK(ran.code == c.code);
    CHECK((ran.err + ran.out).find(c.says) != std::string::npos);
  }

  std::string log;
};

TEST_CASE("exit code 2: the command line cannot be understood") {
  const Table table;
  const std::vector<Case> cases{
      {2, {}, "A subcommand is required"},
      {2, {"sell"}, "no subcommand is called 'sell': run, simulate, replay, show,"},
      {2, {"run", "--colour", "red"}, "--colour"},
      {2, {"run"}, "which rules? name --preset or --rules"},
      {2, {"run", "--preset", "ipl-2025"}, "what is sold? name --assets"},
      {2, {"run", "--preset", "ipl-2025", "--assets", "@assets"}, "who bids? name --managers"},
      {2, {"run", "--preset", "ipl"}, "no preset is called 'ipl': pilot-football, pilot-cricket"},
      {2, {"run", "--preset", "ipl-2025", "--rules", "@in"}, "excludes"},
      {2, {"run", "--preset", "ipl-2025", "--seed", "x"}, "--seed"},
      {2, {"run", "--preset", "ipl-2025", "--assets", "@assets", "--managers", "0"}, "1 to 64"},
      {2, {"run", "--preset", "ipl-2025", "--assets", "@assets", "--managers", "65"}, "not 65"},
      {2, with({"--bidders", "Reds=keen"}), "--bidders: at character 6"},
      {2, with({"--bidders", "Greens=eager"}), "--bidders: at character 1"},
      {2, with({"--bidders", "*=eager", "--script", "@in"}), "exclude each other"},
      {2, {"simulate", "--auctions", "0"}, "--auctions"},
      {2, {"replay"}, "log is required"},
      {2, {"replay", "@log", "--at", "0"}, "--at"},
      {2, {"verify", "@log", "--head", "9f2c"}, "64 lower-case hexadecimal digits"},
      {2, {"verify", "@log", "--head", "x:" + std::string(64, '0')}, "no SEQ:HEX"},
      {2, {"export", "@log"}, "in which form? --csv"},
      {2, {"export", "@log", "--csv", "--table", "money"}, "--table"},
      {2, {"presets", "ipl"}, "no preset is called 'ipl'"},
  };
  for (const Case& c : cases) table.check(c);
}

TEST_CASE("exit code 3: a file cannot be read or does not fit") {
  const Table table;
  const std::vector<std::string> rules{"run",     "--rules",    "@in",      "--assets",
                                       "@assets", "--managers", "@managers"};
  const std::vector<std::string> assets{"run", "--preset",   "ipl-2025", "--assets",
                                        "@in", "--managers", "@managers"};
  const std::vector<std::string> managers{"run",     "--preset",   "ipl-2025", "--assets",
                                          "@assets", "--managers", "@in"};
  const std::vector<Case> cases{
      {3, {"run", "--rules", "@none"}, "none: No such file"},
      {3, {"lint", "@none"}, "none: No such file"},
      {3, {"replay", "@none"}, "none: No such file"},
      {3, rules, "in: ", "{\"name\": "},
      {3, rules, "/clock/lotTime", R"({"preset": "ipl-2025", "clock": {"lotTime": 5}})"},
      {3, rules, "/budget: must be", R"({"preset": "ipl-2025", "budget": -5})"},
      {3, rules, "/preset", R"({"preset": "ipl"})"},
      {3, rules, "in: /squad/min: ", R"({"preset": "ipl-2025", "squad": {"min": 30}})"},
      {3, assets, "in: line 3, column externalId", "externalId,name\nA,One\nA,Two\n"},
      {3, assets, "in: line 2, column basePrice", "externalId,name,basePrice\nA,One,3o\n"},
      {3, assets, "in: line 1", "name\nOne\n"},
      {3, assets, "in: line 2", "externalId,name\nA\n"},
      {3, managers, "in: line 3, column label", "label\nReds\nReds\n"},
      {3, managers, "in: line 2, column retained", "label,retained\nReds,nobody:5\n"},
      {3, managers, "column colour", "label,colour\nReds,red\n"},
      {3, managers, "in: /managers/0/retained: at most 2 uncapped retained, not 7",
       "label,retained\nReds,C1:1;C2:1;C3:1;C4:1;C5:1;C6:1;C7:1\n"},
      {3, {"replay", "@in"}, "in: holds no record", ""},
      {3, {"replay", "@in"}, "in: line 1: ", "nonsense\n"},
      {3, {"replay", "@in"}, "in: line 2: ", table.log.substr(0, table.log.find('\n') + 20)},
      {3, {"replay", "@in"}, "begins with the record that creates", without_line(table.log, 1)},
      {3, {"replay", "@log", "--at", "99999"}, "there is no event 99999, the last one is"},
      {3, {"show", "@log", "--viewer", "Greens"}, "no manager is called 'Greens': Reds, Blues"},
      {3, {"demo", "--data", "@none"}, "assets.csv: No such file"},
      {3, with({"--script", "@in"}), ":1:10: the managers are given on the command line",
       "managers A, B\n"},
      {3, with({"--script", "@in"}), ": the assets are given on the command line", "asset A\n"},
      {3, with({"--script", "@in"}), ":1:8: the rules are given on the command line",
       "preset plain\n"},
  };
  for (const Case& c : cases) table.check(c);
}

TEST_CASE("exit code 1: a rule, an expectation or a verification says no") {
  const Table table;
  const std::string other(64, '0');
  const std::string last = table.log.substr(table.log.rfind("\"hash\":\"") + 8, 64);
  const std::vector<Case> cases{
      {1, {"lint", "@in"}, "/squad/min: error", R"({"preset": "ipl-2025", "squad": {"min": 30}})"},
      {1, {"verify", "@in"}, "not sound", without_line(table.log, 9)},
      {1, {"verify", "@in"}, "not sound", replaced(table.log, ".000Z", ".001Z")},
      {1, {"verify", "@in", "--head", last}, "not sound", without_last_line(table.log)},
      {1, {"verify", "@log", "--head", other}, "not sound"},
      {1, {"replay", "@in"}, "at event", without_line(table.log, 9)},
      {1,
       {"run", "--script", "@in"},
       "expected accepted, got too_low, limit 1",
       "asset A\nmanager R\nR bid 0\n"},
  };
  for (const Case& c : cases) table.check(c);
}

TEST_CASE("exit code 4: the machine says no") {
  const Table table;
  const std::vector<Case> cases{
      {4, with({"--log", "@log"}), "exists already; a log is never written over"},
      {4, with({"--log", "@no/such/folder"}), "No such file or directory"},
      {4, with({"--log", "/dev/full"}), "No space left on device"},
      {4, {"demo", "--log", "@log"}, "exists already"},
  };
  for (const Case& c : cases) table.check(c);
  std::FILE* full = std::fopen("/dev/full", "w");
  REQUIRE(full != nullptr);
  std::FILE* nowhere = std::fopen("/dev/null", "w");
  CHECK(cli::auctioneer({"presets"}, full, nowhere) == 4);
  std::fclose(nowhere);
  std::fclose(full);
}

TEST_CASE("with --json errors are JSON too") {
  const Ran ran = auctioneer({"replay", "--json", "/no/such/log"});
  CHECK(ran.code == 3);
  CHECK(ran.err == "{\"error\":\"/no/such/log: No such file or directory\",\"exitCode\":3}\n");
  CHECK(ran.out.empty());
}

}  // namespace
}  // namespace auction
