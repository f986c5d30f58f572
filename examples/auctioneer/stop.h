// How a command ends: with an exit code, and when it is not 0 with a sentence.
#pragma once

#include <fmt/format.h>

#include <stdexcept>
#include <string>

namespace auction::cli {

enum ExitCode : int {
  kDone = 0,
  kSaidNo = 1,       // a rule, an expectation or a verification says no
  kUsage = 2,        // the command line cannot be understood
  kBadInput = 3,     // a file cannot be read, or what it holds does not fit
  kEnvironment = 4,  // the machine: disk full, no permission
};

// Thrown from anywhere in a command; the sentence goes to standard error.
struct Stop : std::runtime_error {
  Stop(ExitCode exit_code, const std::string& sentence)
      : std::runtime_error(sentence), code(exit_code) {}
  ExitCode code;
};

template <class... Args>
[[noreturn]] void stop(ExitCode code, fmt::format_string<Args...> sentence, Args&&... args) {
  throw Stop(code, fmt::format(sentence, std::forward<Args>(args)...));
}

}  // namespace auction::cli
