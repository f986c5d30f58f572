// Assets and managers as Python hands them over, before they are a set-up.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bindings/python/bind.h"
#include "libauction/auction/setup.h"

namespace auction::python {

// A participant by names: what is retained is named by external id.
struct Entrant {
  std::string label;
  std::optional<Money> purse;  // none: the rule set's budget
  std::vector<std::pair<std::string, Money>> retained;
  ManagerId id;

  bool operator==(const Entrant&) const = default;
};

// Raises InputError where something retained is in no catalogue.
Participant participant_of(const Entrant& entrant, const RuleSet& rules,
                           const Catalogue& catalogue);

}  // namespace auction::python
