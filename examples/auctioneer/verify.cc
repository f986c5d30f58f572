// auctioneer verify: is this log whole, unchanged, and one that adds up?
#include <memory>

#include "examples/auctioneer/database.h"
#include "examples/auctioneer/log_reading.h"
#include "examples/auctioneer/shell.h"
#include "examples/auctioneer/summary.h"
#include "libauction/adapters/json/json_fault.h"
#include "libauction/base/hex.h"
#include "libauction/replay/verify.h"

namespace auction::cli {
namespace {

struct VerifyCommand {
  LogPlace log;
  std::string head;
};

std::optional<std::uint64_t> seq_of(const std::string& text) {
  if (text.empty() || text.size() > 19) return std::nullopt;
  std::uint64_t seq = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    seq = seq * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return seq;
}

// HEX, or SEQ:HEX as published with a sale.
PublishedHead published_head(const std::string& text) {
  PublishedHead head;
  const std::size_t colon = text.find(':');
  if (colon != std::string::npos) {
    head.seq = seq_of(text.substr(0, colon));
    if (!head.seq) stop(kUsage, "--head: '{}' is no SEQ:HEX", text);
  }
  std::vector<std::uint8_t> bytes;
  const std::string hex = colon == std::string::npos ? text : text.substr(colon + 1);
  if (!parse_hex(hex, bytes) || bytes.size() != head.hash.bytes.size()) {
    stop(kUsage, "--head: expected 64 lower-case hexadecimal digits, or SEQ:HEX");
  }
  std::copy(bytes.begin(), bytes.end(), head.hash.bytes.begin());
  return head;
}

Json report_json(const VerifyReport& report) {
  Json json{{"ok", report.ok()}, {"records", report.records}, {"events", report.events}};
  json["withheld"] = report.withheld;
  json["seq"] = report.head.seq;
  json["head"] = to_hex(report.head.hash.bytes);
  json["digest"] = report.digest ? Json(to_hex(report.digest->bytes)) : Json(nullptr);
  json["status"] = std::string(word(report.status));
  json["fault"] = nullptr;
  if (report.fault) json["fault"] = {{"seq", report.fault->seq}, {"what", report.fault->what}};
  return json;
}

void print_report(Screen& screen, const LoadedLog& log, const VerifyReport& report) {
  screen.print("{} records, {} events, {} withheld\n", report.records, report.events,
               report.withheld);
  screen.print("head    {}:{}\n", report.head.seq, to_hex(report.head.hash.bytes));
  if (report.digest) screen.print("digest  {}\n", to_hex(report.digest->bytes));
  if (report.ok()) return screen.print("{}\n", screen.paint(kGood, "sound"));
  screen.print("{}\n", screen.paint(kBad, "not sound"));
  screen.finish();
  stop(kSaidNo, "{}: at event {}: {}", log.name, report.fault->seq, report.fault->what);
}

// A database has more to it than one log: its pages, the other auctions, the answers given.
void check_whole_file(const std::string& path) {
  const absl::Status sound = open_database(path, Opening::kToRead)->verify();
  if (absl::IsDataLoss(sound)) stop(kSaidNo, "{}: {}", path, to_std(sound.message()));
  demand(sound);
}

void run(const VerifyCommand& options, Shell& shell) {
  VerifyOptions how;
  if (!options.head.empty()) how.published = published_head(options.head);
  const LoadedLog log = load_log(options.log);
  const VerifyReport report = verify(log.records, log.stream, how);
  if (report.ok() && is_database(options.log.path)) check_whole_file(options.log.path);
  if (!shell.json) return print_report(shell.screen, log, report);
  print_json(shell.screen, report_json(report));
  shell.code = report.ok() ? kDone : kSaidNo;
}

}  // namespace

void add_verify(CLI::App& app, Shell& shell) {
  auto options = std::make_shared<VerifyCommand>();
  CLI::App* command =
      add_command(app, shell, "verify", "Check a log's hash chain, its events and its invariants",
                  "auctioneer verify friends.jsonl --head 147:9f2c... (64 digits)");
  add_log_to_read(*command, options->log);
  command->add_option("--head", options->head,
                      "A head that was published: its hash, or SEQ:HASH. Shows a tail cut off");
  command->callback(
      [options, &shell] { shell.chosen = [options, &shell] { run(*options, shell); }; });
}

}  // namespace auction::cli
