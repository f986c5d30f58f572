// The journal: what the operator reads, a line of JSON each, on standard error.
//
//   journal::note("listening", {{"port", 8001}});
//   {"at":"2025-10-16T18:40:21.120Z","level":"info","event":"listening","port":8001}
//
// Never in it: tokens, secrets, e-mail addresses, names, bodies, queries, amounts. Any thread.
#pragma once

#include <nlohmann/json.hpp>

#include <string_view>

namespace pilot::journal {

using Fields = nlohmann::ordered_json;

void note(std::string_view event, const Fields& fields = Fields::object());
void warn(std::string_view event, const Fields& fields = Fields::object());
void fault(std::string_view event, const Fields& fields = Fields::object());
void quiet();  // for tests: nothing is written from now on

}  // namespace pilot::journal
