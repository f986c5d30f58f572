// auctioneer demo: the IPL 2025 mega auction, every lot, proved equal to the published result; then
// what was bought, scored by real matches.
#include <memory>

#include "examples/auctioneer/demo/competition.h"
#include "examples/auctioneer/demo/live.h"
#include "examples/auctioneer/demo/reconstruction.h"
#include "examples/auctioneer/log_reading.h"
#include "examples/auctioneer/log_writing.h"
#include "examples/auctioneer/summary.h"

namespace auction::cli {
namespace {

// 24 November 2024, 10:00 UTC: the first day, in Jeddah.
constexpr Instant kFirstDay{1'732'442'400'000};

struct DemoOptions {
  std::string data;
  std::string results;
  LogPlace log;
  bool live = false;
  std::int64_t speed = 1;
};

using Leagues = std::vector<demo::League>;

Json claims_json(const std::vector<demo::Claim>& all) {
  Json claims = Json::array();
  for (const demo::Claim& claim : all) {
    claims.push_back(
        {{"holds", claim.holds}, {"claim", claim.what}, {"exceptions", claim.exceptions}});
  }
  return claims;
}

Json leagues_json(const Leagues& leagues) {
  Json all = Json::array();
  for (const demo::League& league : leagues) {
    Json table = Json::array();
    for (const ManagerRow& row : league.table.rows) {
      table.push_back({{"rank", row.rank},
                       {"manager", league.season.members[row.manager.value].label},
                       {"points", demo::points_of(row.hundredths)}});
    }
    all.push_back({{"title", league.title},
                   {"book", league.book.id},
                   {"table", table},
                   {"claims", claims_json(league.claims)}});
  }
  return all;
}

bool hold(const demo::Proof& proof, const Leagues& leagues) {
  bool all = proof.holds();
  for (const demo::League& league : leagues) all = all && league.holds();
  return all;
}

void show(Shell& shell, const Replay& played, const demo::Facts& facts, const demo::Proof& proof,
          const Leagues& leagues) {
  if (shell.json) {
    Json json = summary_json(played.state, played.head);
    json["holds"] = hold(proof, leagues);
    json["bids"] = proof.bids;
    json["claims"] = claims_json(proof.claims);
    json["leagues"] = leagues_json(leagues);
    return print_json(shell.screen, json);
  }
  demo::show_squads(shell.screen, played.state);
  demo::show_table(shell.screen, played.state, facts);
  demo::show_proof(shell.screen, proof);
  for (const demo::League& league : leagues) demo::show_league(shell.screen, league);
}

Replay play(EventLog& log, const demo::Facts& facts, const DemoOptions& options, Shell& shell) {
  SeededSalts salts(facts.prologue.seed);
  Book book(log, salts, stream_of(facts.prologue.setup.auction));
  demo::Board board(shell.screen);
  demo::Live live(shell.screen, demo::Pace(options.speed));
  demo::Wait wait = [](Instant) {};
  if (options.live) {
    book.tell(std::ref(live));
    wait = [&](Instant at) { live.wait_until(book.state(), at); };
  } else if (!shell.json) {
    book.tell(std::ref(board));
  }
  demo::play(book, facts, kFirstDay, wait);
  return {book.state(), book.head()};
}

std::vector<Record> records_of(EventLog& log, StreamId stream) {
  std::vector<Record> records;
  (void)log.read(stream, 1, [&](const Record& record) {
    records.push_back(record);
    return true;
  });
  return records;
}

demo::Facts facts_for(const DemoOptions& options) {
  demo::Facts facts = demo::read_facts(options.data.empty() ? demo::find_facts() : options.data);
  if (const auto id = auction_of(options.log)) facts.prologue.setup.auction = *id;
  return facts;
}

// An auction that is not the published one is told as such, and scored by nobody.
Leagues leagues_after(const demo::Proof& proof, const Setup& setup, std::span<const Record> records,
                      const DemoOptions& options) {
  if (!proof.holds()) return {};
  const std::string folder = options.results.empty() ? demo::find_results() : options.results;
  return {demo::squads_league(setup, records, folder), demo::clubs_league(folder)};
}

// What is proved is what can be read back from the file, if there is one.
void run(const DemoOptions& options, Shell& shell) {
  if (options.live && shell.json) stop(kUsage, "demo: --live is for people, --json is not");
  const demo::Facts facts = facts_for(options);
  if (!shell.json) {
    demo::show_retentions(shell.screen, facts.prologue.setup);
    demo::show_moves(shell.screen, facts);
  }
  const StreamId stream = stream_of(facts.prologue.setup.auction);
  Replay played;
  std::vector<Record> records;
  with_log(options.log, [&](EventLog& log) {
    played = play(log, facts, options, shell);
    if (options.log.path.empty()) records = records_of(log, stream);
  });
  if (!options.log.path.empty()) records = load_log({options.log.path, to_text(stream)}).records;
  const demo::Proof proof = demo::prove(played.state, facts, records);
  const Leagues leagues = leagues_after(proof, *played.state.setup, records, options);
  show(shell, played, facts, proof, leagues);
  shell.code = hold(proof, leagues) ? kDone : kSaidNo;
}

}  // namespace

void add_demo(CLI::App& app, Shell& shell) {
  auto options = std::make_shared<DemoOptions>();
  CLI::App* command =
      add_command(app, shell, "demo", "Replay the IPL 2025 auction and prove the published result",
                  "auctioneer demo --live --speed 10 --log ipl_2025.db");
  command->add_option("--data", options->data, "The folder with the tables");
  command->add_option("--results", options->results, "The folder with the matches played since");
  add_log_to_write(*command, options->log);
  CLI::Option* live = command->add_flag("--live", options->live, "Lots go by in their own time");
  command->add_option("--speed", options->speed, "How many times faster than that")
      ->needs(live)
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000}));
  command->callback(
      [options, &shell] { shell.chosen = [options, &shell] { run(*options, shell); }; });
}

}  // namespace auction::cli
