#include "libauction/lot/lot.h"

namespace auction {

std::string_view word(Outcome outcome) {
  switch (outcome) {
    case Outcome::kOpen:
      return "open";
    case Outcome::kSold:
      return "sold";
    case Outcome::kUnsold:
      return "unsold";
    case Outcome::kWithdrawn:
      return "withdrawn";
    case Outcome::kVoided:
      return "voided";
  }
  return "";
}

std::string_view word(How how) {
  switch (how) {
    case How::kHammer:
      return "hammer";
    case How::kClosedByCommissioner:
      return "closed_by_commissioner";
    case How::kPassed:
      return "passed";
    case How::kNobodyCanBid:
      return "nobody_can_bid";
    case How::kAssigned:
      return "assigned";
    case How::kWithdrawn:
      return "withdrawn";
  }
  return "";
}

}  // namespace auction
