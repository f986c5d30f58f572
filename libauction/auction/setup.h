// Set-up: everything an auction pins in its first record, by value.
//
// Participants carry a public label (the team's name), never a person's name or address.
#pragma once

#include <string>
#include <vector>

#include "libauction/base/shared.h"
#include "libauction/lot/lot.h"
#include "libauction/rules/lint.h"
#include "libauction/rules/rule_set.h"

namespace auction {

struct Participant {
  ManagerId id;
  std::string label;
  Money purse;                     // before retention
  std::vector<Retained> retained;  // charged at set-up

  bool operator==(const Participant&) const = default;
};

struct Setup {
  AuctionId auction;
  Shared<RuleSet> rules;
  Shared<Catalogue> catalogue;
  std::vector<Participant> participants;  // a manager's slot is the place in this list
  std::vector<ActorId> commissioners;     // need no seat
  Digest order_commitment;                // SHA-256 of the seed; zero where nothing is drawn

  bool operator==(const Setup&) const = default;
};

// What in this set-up cannot work: pointers are into {"rules", "assets", "managers",
// "commissioners"}. Includes the errors of lint(rules). A Create with any finding of severity error
// is refused.
std::vector<Finding> check_setup(const Setup& setup);

// The assets that will be offered (not retained), in catalogue order.
std::vector<AssetSlot> offered_assets(const Setup& setup);

void put(Bytes& out, const Setup& setup);
Setup read_setup(ByteReader& in);

}  // namespace auction
