#include "libauction/auction/state.h"

namespace auction {

std::string_view word(EndReason reason) {
  switch (reason) {
    case EndReason::kNone:
      return "";
    case EndReason::kAllLotsDone:
      return "all_lots_done";
    case EndReason::kAllSquadsFull:
      return "all_squads_full";
    case EndReason::kNobodyCanBid:
      return "nobody_can_bid";
    case EndReason::kEndedByCommissioner:
      return "ended_by_commissioner";
  }
  return "";
}

std::string_view word(Status status) {
  switch (status) {
    case Status::kNone:
      return "none";
    case Status::kSetUp:
      return "set_up";
    case Status::kWaiting:
      return "waiting";
    case Status::kRunning:
      return "running";
    case Status::kPaused:
      return "paused";
    case Status::kCompleted:
      return "completed";
    case Status::kCancelled:
      return "cancelled";
  }
  return "";
}

std::string_view word(Phase phase) {
  switch (phase) {
    case Phase::kSetUp:
      return "set_up";
    case Phase::kWaiting:
      return "waiting";
    case Phase::kLotOpen:
      return "lot_open";
    case Phase::kGap:
      return "gap";
    case Phase::kRequests:
      return "requests";
    case Phase::kPaused:
      return "paused";
    case Phase::kDone:
      return "done";
  }
  return "";
}

}  // namespace auction
