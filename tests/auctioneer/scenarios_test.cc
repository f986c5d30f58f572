// Every scenario of tests/scenarios, one rule of the engine each, as people would tell it.
#include <algorithm>

#include "examples/auctioneer/script/stage.h"
#include "libauction/auction/invariants.h"
#include "libauction/log/memory_log.h"
#include "libauction/replay/verify.h"
#include "tests/auctioneer/cli.h"
#include "tests/catch.h"

namespace auction {
namespace {

namespace fs = std::filesystem;

constexpr Instant kStart{1'735'689'600'000};

std::vector<fs::path> scenarios() {
  std::vector<fs::path> found;
  for (const auto& entry :
       fs::recursive_directory_iterator(test::source_dir() + "/tests/scenarios")) {
    if (entry.path().extension() == ".txt") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

// The log must stand alone: verified, and replayed to the same state.
void check_log(const MemoryLog& log, const Book& book) {
  const VerifyReport report = verify(log.records(book.stream()), book.stream());
  CHECK(report.ok());
  if (report.fault) FAIL_CHECK(report.fault->what);
  if (book.state().seq > 0) CHECK(report.digest == state_digest(book.state()));
}

void play(const std::string& text) {
  const std::vector<script::Line> lines = script::read_lines(text);
  const script::Prologue prologue = script::read_prologue(lines);
  const auto steps = script::read_steps(std::span(lines).subspan(prologue.lines), prologue.setup);
  MemoryLog log;
  SeededSalts salts(prologue.seed);
  Book book(log, salts, stream_of(prologue.setup.auction));
  script::Stage stage(book, prologue, kStart);
  stage.begin();
  for (const script::Step& step : steps) {
    INFO("line " << step.line << ": " << step.text);
    for (const script::Failure& failure : stage.play(step).failures) {
      FAIL_CHECK("expected " << failure.expected << ", got " << failure.got);
    }
    if (book.state().status != Status::kNone) CHECK(broken_invariant(book.state()) == "");
  }
  check_log(log, book);
}

TEST_CASE("scenarios hold, and so do the invariants after every step") {
  const std::vector<fs::path> paths = scenarios();
  REQUIRE(paths.size() >= 60);
  for (const fs::path& path : paths) {
    INFO(path.string());
    try {
      play(test::text_of(path.string()));
    } catch (const script::BadScript& bad) {
      FAIL_CHECK("line " << bad.line << ", column " << bad.column << ": " << bad.what());
    }
  }
}

TEST_CASE("the auctioneer plays the same scenarios") {
  for (const fs::path& path : scenarios()) {
    const test::Ran ran = test::auctioneer({"run", "--json", "--script", path.string()});
    INFO(path.string() << '\n' << ran.err);
    CHECK(ran.code == 0);
  }
}

TEST_CASE("docs/rules.md links every scenario, and each scenario says first what it is about") {
  const std::string rules = test::text_of(test::source_dir() + "/docs/rules.md");
  for (const fs::path& path : scenarios()) {
    INFO(path.string());
    const fs::path link = path.lexically_relative(test::source_dir() + "/tests");
    CHECK(rules.find("../tests/" + link.generic_string()) != std::string::npos);
    CHECK(test::text_of(path.string()).starts_with("# "));
  }
}

}  // namespace
}  // namespace auction
