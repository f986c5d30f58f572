// A store where nothing may be written: refused with the name of what may not, and left as it is.
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <map>

#include "tests/sqlite/folder.h"
#include "tests/support/chains.h"

namespace auction {
namespace {

constexpr uid_t kNobody = 65534;

// Everything in a folder: names and bytes.
std::map<std::string, std::string> contents_of(const std::string& folder) {
  std::map<std::string, std::string> contents;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    contents[entry.path().filename()] = {std::istreambuf_iterator<char>(file), {}};
  }
  return contents;
}

// What opening says to somebody whom permissions hold, which root is not.
std::string said_to_somebody(const std::string& path) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t pid = ::fork();
  if (pid == 0) {
    if (::geteuid() == 0 && ::setresuid(kNobody, kNobody, kNobody) != 0) ::_exit(1);
    const std::string said = SqliteStore::open(path, small()).status().ToString();
    const bool told = ::write(ends[1], said.data(), said.size()) >= 0;
    ::_exit(told ? 0 : 1);
  }
  ::close(ends[1]);
  char buffer[1000];
  const ssize_t size = ::read(ends[0], buffer, sizeof buffer);
  ::close(ends[0]);
  int code = 1;
  ::waitpid(pid, &code, 0);
  REQUIRE(code == 0);
  return {buffer, static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
}

void give_away(const std::string& path, mode_t mode) {
  if (::geteuid() == 0) REQUIRE(::chown(path.c_str(), kNobody, kNobody) == 0);
  REQUIRE(::chmod(path.c_str(), mode) == 0);
}

// A store in a folder, both of the given modes, beside the log of a process that died if `live`.
void make(const Folder& folder, bool live, mode_t of_folder, mode_t of_file) {
  const pid_t pid = ::fork();
  if (pid == 0) {
    auto store = SqliteStore::open(folder / "in/a.db", small());
    const std::vector<Record> chain = chain_of({1, 2}, {1, 2, 3});
    const StreamBatch part{{1, 2}, 0, chain, {}};
    if (!store.ok() || !std::holds_alternative<Committed>((*store)->commit({&part, 1}))) ::_exit(1);
    if (!live) store->reset();
    ::_exit(0);
  }
  int code = 1;
  ::waitpid(pid, &code, 0);
  REQUIRE(code == 0);
  REQUIRE(std::filesystem::exists(folder / "in/a.db-wal") == live);
  for (const auto& entry : std::filesystem::directory_iterator(folder / "in")) {
    give_away(entry.path(), of_file);
  }
  give_away(folder / "in", of_folder);
  give_away(folder / "", 0755);
}

}  // namespace

TEST_CASE("a store whose file or folder may not be written is refused and left as it is") {
  const bool live = GENERATE(false, true);
  const Folder folder;
  std::filesystem::create_directory(folder / "in");
  struct Case {
    mode_t of_folder;
    mode_t of_file;
    const char* says;
  };
  const Case c = GENERATE(Case{0755, 0444, "in/a.db: Permission denied"},
                          Case{0555, 0644, "in: Permission denied"},
                          Case{0555, 0444, "in/a.db: Permission denied"});
  INFO(live << ' ' << c.says);
  make(folder, live, c.of_folder, c.of_file);
  const auto before = contents_of(folder / "in");
  const std::string said = said_to_somebody(folder / "in/a.db");
  INFO(said);
  CHECK(said.starts_with("PERMISSION_DENIED: "));
  CHECK(said.ends_with(c.says));
  CHECK(contents_of(folder / "in") == before);
  give_away(folder / "in", 0755);
  for (const auto& [name, bytes] : before) give_away((folder / "in/") + name, 0644);
  CHECK(said_to_somebody(folder / "in/a.db") == "OK");
}

TEST_CASE("no store is made in a folder that may not be written") {
  const Folder folder;
  std::filesystem::create_directory(folder / "in");
  give_away(folder / "in", 0555);
  give_away(folder / "", 0755);
  CHECK(said_to_somebody(folder / "in/a.db").ends_with("in: Permission denied"));
  CHECK(contents_of(folder / "in").empty());
}

}  // namespace auction
