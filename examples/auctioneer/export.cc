// auctioneer export: a log as tables for a spreadsheet.
#include <memory>

#include "examples/auctioneer/log_reading.h"
#include "examples/auctioneer/shell.h"
#include "examples/auctioneer/summary.h"
#include "libauction/adapters/csv/writer.h"
#include "libauction/adapters/json/iso_time.h"

namespace auction::cli {
namespace {

struct ExportOptions {
  LogPlace log;
  std::string table = "lots";
  std::uint64_t at = kToTheEnd;
  bool csv = false;
};

CsvWriter& cells(CsvWriter& csv, std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) csv.cell(text);
  return csv;
}

void lots(const State& state, CsvWriter& csv) {
  cells(csv, {"lotNumber", "externalId", "name", "round", "openedAt", "outcome", "how", "bids",
              "winner", "price"})
      .end_row();
  for (std::size_t i = 0; i < state.lots.size(); ++i) {
    const LotRecord& lot = state.lots[i];
    const Asset& asset = (*state.setup->catalogue)[lot.asset];
    csv.cell(static_cast<std::int64_t>(i) + 1).cell(asset.external_id).cell(asset.name);
    csv.cell(std::int64_t{lot.round}).cell(iso_time(lot.opened_at)).cell(word(lot.outcome));
    if (lot.outcome == Outcome::kOpen) {
      csv.empty();
    } else {
      csv.cell(word(lot.how));
    }
    csv.cell(std::int64_t{lot.bid_count});
    if (was_sold(lot)) {
      csv.cell(label_of(state, lot.winner)).cell(lot.price);
    } else {
      csv.empty().empty();
    }
    csv.end_row();
  }
}

void squads(const State& state, CsvWriter& csv) {
  cells(csv, {"manager", "externalId", "name", "price", "lotNumber"}).end_row();
  for (std::size_t seat = 0; seat < state.accounts.size(); ++seat) {
    for (const Holding& holding : state.accounts[seat].squad) {
      const Asset& asset = (*state.setup->catalogue)[holding.asset];
      csv.cell(state.setup->participants[seat].label).cell(asset.external_id).cell(asset.name);
      csv.cell(holding.price);
      if (holding.lot.value == 0) {
        csv.empty();
      } else {
        csv.cell(std::int64_t{holding.lot.value});
      }
      csv.end_row();
    }
  }
}

// Bids are in the events alone: the state forgets those of closed lots.
void bids(const LoadedLog& log, const State& state, std::uint64_t upto, CsvWriter& csv) {
  cells(csv, {"seq", "at", "lotNumber", "manager", "amount"}).end_row();
  Events events;
  for (const Record& record : log.records) {
    if (!decode_body(record, events)) continue;
    std::uint64_t seq = record.seq;
    for (const Event& event : events) {
      const auto* bid = std::get_if<BidPlaced>(&event);
      if (bid != nullptr && seq <= upto) {
        csv.cell(static_cast<std::int64_t>(seq)).cell(iso_time(record.at));
        csv.cell(std::int64_t{bid->lot.value}).cell(label_of(state, bid->manager));
        csv.cell(bid->amount).end_row();
      }
      ++seq;
    }
  }
}

void run(const ExportOptions& options, Shell& shell) {
  if (!options.csv) stop(kUsage, "export: in which form? --csv");
  const LoadedLog log = load_log(options.log);
  const Replay replay = replay_to(log, options.at);
  std::string text;
  CsvWriter csv(text);
  if (options.table == "lots") lots(replay.state, csv);
  if (options.table == "squads") squads(replay.state, csv);
  if (options.table == "bids") bids(log, replay.state, options.at, csv);
  if (!shell.json) return shell.screen.say(text);
  print_json(shell.screen, {{"table", options.table}, {"csv", text}});
}

}  // namespace

void add_export(CLI::App& app, Shell& shell) {
  auto options = std::make_shared<ExportOptions>();
  CLI::App* command =
      add_command(app, shell, "export", "Write a log's lots, squads or bids as a table",
                  "auctioneer export friends.jsonl --csv --table squads > squads.csv");
  add_log_to_read(*command, options->log);
  command->add_flag("--csv", options->csv, "As CSV, safe to open in a spreadsheet");
  command->add_option("--table", options->table, "lots, squads or bids")
      ->capture_default_str()
      ->check(CLI::IsMember({"lots", "squads", "bids"}));
  command->add_option("--at", options->at, "As of this event; else at the end")
      ->check(CLI::PositiveNumber);
  command->callback(
      [options, &shell] { shell.chosen = [options, &shell] { run(*options, shell); }; });
}

}  // namespace auction::cli
