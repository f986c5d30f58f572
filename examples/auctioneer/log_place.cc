#include "examples/auctioneer/log_place.h"

namespace auction::cli {
namespace {

std::string fault_of_id(const std::string& text) {
  if (parse_id<AuctionTag>(text)) return "";
  return "'" + text + "' is no id: 36 characters, lower-case hexadecimal with dashes";
}

void add_auction(CLI::App& command, LogPlace& place, const std::string& help) {
  command.add_option("--auction", place.auction, help)->check(CLI::Validator(fault_of_id, "ID"));
}

}  // namespace

bool is_database(const std::string& path) {
  return path.ends_with(".db") || path.ends_with(".sqlite");
}

std::optional<AuctionId> auction_of(const LogPlace& place) {
  return parse_id<AuctionTag>(place.auction);
}

void add_log_to_write(CLI::App& command, LogPlace& place) {
  command.add_option("--log", place.path,
                     "Write the log here: JSON Lines, a new file; or a database, F.db or F.sqlite, "
                     "beside the auctions that are in it");
  add_auction(command, place, "The auction's id; else it follows from rules and seed");
}

CLI::Option* add_log_to_read(CLI::App& command, LogPlace& place, const std::string& name) {
  add_auction(command, place, "Which auction, where a database holds several");
  return command
      .add_option(name, place.path, "The log: JSON Lines, - is standard input; or F.db, F.sqlite")
      ->required();
}

}  // namespace auction::cli
