// What the operator asks of the program beside serving. Each prints its answer and gives the exit
// code; what goes wrong is told on the error stream.
//
//   pilot link somebody@example.com     a sign-in link for somebody whose mail does not arrive
//   pilot backup /backup/pilot.db       the log and the people, copied together, with every head
#pragma once

#include <string>

#include "examples/pilot/settings/settings.h"

namespace pilot {

// Good once, for 15 minutes.
int print_link(const Settings& settings, const std::string& email);

// Into TO and TO.people, which must not be there yet; while no pilot has the database open. The
// log's copy is opened again and every chain in it verified.
int back_up(const Settings& settings, const std::string& to);

}  // namespace pilot
