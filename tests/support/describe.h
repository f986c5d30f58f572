// Commands and answers in a line each, for the story of a failure.
#pragma once

#include <optional>
#include <string>

#include "libauction/auction/command.h"
#include "libauction/bid/rejection.h"

namespace auction {

std::string describe(const Command& command, const Context& context);
std::string describe(const std::optional<Rejection>& answer);

// The rules of an auction, as far as they decide anything.
std::string describe(const Setup& setup);

}  // namespace auction
