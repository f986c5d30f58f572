// auctioneer demo: the IPL 2025 mega auction, every lot, proved equal to the published result.
#include <memory>

#include "examples/auctioneer/demo/board.h"
#include "examples/auctioneer/demo/reconstruction.h"
#include "examples/auctioneer/file_log.h"
#include "examples/auctioneer/files.h"
#include "examples/auctioneer/shell.h"
#include "examples/auctioneer/summary.h"
#include "libauction/adapters/json/record.h"

namespace auction::cli {
namespace {

// 24 November 2024, 10:00 UTC: the first day, in Jeddah.
constexpr Instant kFirstDay{1'732'442'400'000};

struct Options {
  std::string data;
  std::string log;
};

Json claims_json(const demo::Proof& proof) {
  Json claims = Json::array();
  for (const demo::Claim& claim : proof.claims) {
    claims.push_back(
        {{"holds", claim.holds}, {"claim", claim.what}, {"exceptions", claim.exceptions}});
  }
  return claims;
}

void show(Shell& shell, const Book& book, const demo::Facts& facts, const demo::Proof& proof) {
  if (shell.json) {
    Json json = summary_json(book.state(), book.head());
    json["holds"] = proof.holds();
    json["bids"] = proof.bids;
    json["claims"] = claims_json(proof);
    return print_json(shell.screen, json);
  }
  demo::show_squads(shell.screen, book.state());
  demo::show_table(shell.screen, book.state(), facts);
  demo::show_proof(shell.screen, proof);
}

void play(Book& book, const demo::Facts& facts, Shell& shell) {
  demo::Board board(shell.screen);
  if (!shell.json) book.tell(std::ref(board));
  demo::play(book, facts, kFirstDay);
}

// What a file would hold.
std::string lines_of(std::span<const Record> records) {
  std::string lines;
  for (const Record& record : records) lines += to_json(record) + '\n';
  return lines;
}

void prove(const Book& book, const demo::Facts& facts, std::string_view lines, Shell& shell) {
  const demo::Proof proof = demo::prove(book.state(), facts, lines);
  show(shell, book, facts, proof);
  shell.code = proof.holds() ? kDone : kSaidNo;
}

void run(const Options& options, Shell& shell) {
  const demo::Facts facts =
      demo::read_facts(options.data.empty() ? demo::find_facts() : options.data);
  if (!shell.json) {
    demo::show_retentions(shell.screen, facts.prologue.setup);
    demo::show_moves(shell.screen, facts);
  }
  SeededSalts salts(facts.prologue.seed);
  const StreamId stream = stream_of(facts.prologue.setup.auction);
  if (options.log.empty()) {
    MemoryLog log;
    Book book(log, salts, stream);
    play(book, facts, shell);
    return prove(book, facts, lines_of(log.records(stream)), shell);
  }
  FileLog log(options.log);
  Book book(log, salts, stream);
  play(book, facts, shell);
  log.close();
  prove(book, facts, read_file(options.log), shell);
}

}  // namespace

void add_demo(CLI::App& app, Shell& shell) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      add_command(app, shell, "demo", "Replay the IPL 2025 auction and prove the published result",
                  "auctioneer demo --log ipl_2025.jsonl");
  command->add_option("--data", options->data, "The folder with the tables");
  command->add_option("--log", options->log, "Write the log here, JSON Lines; a new file");
  command->callback(
      [options, &shell] { shell.chosen = [options, &shell] { run(*options, shell); }; });
}

}  // namespace auction::cli
