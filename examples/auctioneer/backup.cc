// auctioneer backup: a copy of a log, or of a database of them, that ends at the same head.
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

#include "examples/auctioneer/database.h"
#include "examples/auctioneer/files.h"
#include "examples/auctioneer/log_reading.h"
#include "examples/auctioneer/summary.h"
#include "libauction/base/hex.h"
#include "libauction/replay/verify.h"

namespace auction::cli {
namespace {

struct BackupOptions {
  std::string log;
  std::string to;
};

struct Copied {
  StreamId auction;
  Head head;

  bool operator==(const Copied&) const = default;
};

std::vector<Copied> heads_of(SqliteStore& store, const std::string& path) {
  std::vector<Copied> heads;
  for (const StreamId stream : demand<std::vector<StreamId>>(store.streams(), store, path)) {
    heads.push_back({stream, demand<Head>(store.head(stream), store, path)});
  }
  return heads;
}

std::vector<Copied> copy_database(const BackupOptions& options) {
  const std::unique_ptr<SqliteStore> store = open_database(options.log, Opening::kToRead);
  demand(store->backup(options.to), Opening::kToWrite);
  const std::vector<Copied> heads = heads_of(*store, options.log);
  const std::unique_ptr<SqliteStore> copy = open_database(options.to, Opening::kToRead);
  if (heads_of(*copy, options.to) != heads) {
    stop(kEnvironment, "{}: does not end where {} ends", options.to, options.log);
  }
  return heads;
}

// A new file, flushed, and read back.
void write_new(const std::string& path, const std::string& text) {
  std::FILE* file = std::fopen(path.c_str(), "wbx");
  if (file == nullptr && errno == EEXIST) {
    stop(kEnvironment, "{}: exists already; a backup is written where nothing is yet", path);
  }
  if (file == nullptr) stop(kEnvironment, "{}: {}", path, std::strerror(errno));
  bool kept = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  kept = std::fflush(file) == 0 && ::fsync(::fileno(file)) == 0 && kept;
  kept = std::fclose(file) == 0 && kept;
  if (!kept) stop(kEnvironment, "{}: {}", path, std::strerror(errno));
  if (read_file(path) != text) stop(kEnvironment, "{}: reads back as something else", path);
}

std::vector<Copied> copy_lines(const BackupOptions& options) {
  const std::string text = read_file(options.log);
  const LoadedLog log = log_from_lines(text, name_of(options.log));
  const VerifyReport report = verify(log.records, log.stream);
  if (!report.ok()) {
    stop(kSaidNo, "{}: at event {}: {}", log.name, report.fault->seq, report.fault->what);
  }
  write_new(options.to, text);
  return {{log.stream, report.head}};
}

void run(const BackupOptions& options, Shell& shell) {
  const bool database = is_database(options.log);
  if (database != is_database(options.to)) {
    stop(kUsage, "backup: {} is {}, and so must its copy be", name_of(options.log),
         database ? "a database (.db, .sqlite)" : "JSON Lines");
  }
  const std::vector<Copied> copied = database ? copy_database(options) : copy_lines(options);
  Json json{{"to", options.to}, {"auctions", Json::array()}};
  for (const Copied& one : copied) {
    const std::string hash = to_hex(one.head.hash.bytes);
    json["auctions"].push_back(
        {{"auction", to_text(one.auction)}, {"seq", one.head.seq}, {"head", hash}});
    if (shell.json) continue;
    shell.screen.print("auction {}\nhead    {}:{}\n", to_text(one.auction), one.head.seq, hash);
  }
  if (shell.json) return print_json(shell.screen, json);
  shell.screen.print("{} copied to {}, verified\n", copied.size(), options.to);
}

}  // namespace

void add_backup(CLI::App& app, Shell& shell) {
  auto options = std::make_shared<BackupOptions>();
  CLI::App* command =
      add_command(app, shell, "backup", "Copy a log to the same head, and verify it",
                  "auctioneer backup auctions.db saved/auctions.db");
  command->add_option("log", options->log, "The log: JSON Lines, or a database")->required();
  command->add_option("to", options->to, "A file of the same kind that is not there yet")
      ->required();
  command->callback(
      [options, &shell] { shell.chosen = [options, &shell] { run(*options, shell); }; });
}

}  // namespace auction::cli
