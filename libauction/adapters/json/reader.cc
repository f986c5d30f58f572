#include "libauction/adapters/json/reader_internal.h"

#include <algorithm>

namespace auction {

void JsonMembers::missing(std::string_view name) const {
  if (object_ == nullptr) return;
  place_.fail("must have the member " + std::string(name));
}

void JsonMembers::finish() const {
  if (object_ == nullptr) return;
  for (const auto& [name, value] : *object_) {
    if (std::find(known_.begin(), known_.end(), name) != known_.end()) continue;
    JsonPlace(place_, name, value).fail("is unknown here; the members are " + one_of(known_));
    return;
  }
}

}  // namespace auction
