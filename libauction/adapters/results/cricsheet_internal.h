// Between the files of the Cricsheet reader: the match being read and its names.
#pragma once

#include "libauction/adapters/results/json_reading_internal.h"
#include "libauction/scoring/cricket_match.h"

namespace auction {

class CricsheetReader {
 public:
  explicit CricsheetReader(const JsonTape& tape) : read_(tape), root_(tape.root()) {}

  absl::StatusOr<CricketMatch> match();

 private:
  // cricsheet_info.cc
  void read_info(JsonView info);
  void read_about(JsonView info);
  void read_teams(JsonView info);
  void read_sheets(JsonView info);
  void read_outcome(JsonView outcome);
  void read_margin(JsonView by, CricketResult& result);
  void read_registry(JsonView info);
  Side side_of(JsonView team);

  // cricsheet_innings.cc
  void read_innings(JsonView innings);
  void read_header(JsonView innings, InningsHeader& header);
  void read_target(JsonView target, InningsHeader& header);
  void read_miscounted(JsonView miscounted, InningsHeader& header);
  void read_overs(JsonView overs, CricketInnings& innings);

  // cricsheet_delivery.cc
  void read_delivery(JsonView delivery, Ball& ball);
  void read_runs(JsonView runs, Ball& ball, std::int32_t& extras);
  std::int32_t read_extras(JsonView extras, Ball& ball);
  void read_wicket(JsonView wicket, Wicket& out);
  void read_fielder(JsonView fielder, Wicket& out);
  CricketerSlot player_of(JsonView name, Side side, CricketerSlot likely);
  CricketerSlot slot_of(std::string_view name, Side side);

  JsonReadings read_;
  JsonView root_;
  CricketMatch match_;
  bool sheets_ = false;  // the file lists who plays
  Side batting_ = 0;
  Ball last_;  // whose names are likely the next ball's
};

}  // namespace auction
