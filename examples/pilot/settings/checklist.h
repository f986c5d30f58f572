// `pilot --check`: what an operator should know before the server is started with these settings.
//
//   ok    ENV is production
//   FAIL  MAIL_URL: no answer from the mail server
//   warn  METRICS_TOKEN: metrics can be read from this machine alone
//
// Values are never printed. Fails if one line does.
#pragma once

#include <string>
#include <vector>

#include "examples/pilot/settings/settings.h"

namespace pilot {

enum class CheckResult : std::uint8_t { kOk, kWarn, kFail };

struct CheckLine {
  CheckResult result = CheckResult::kOk;
  std::string text;
};

std::vector<CheckLine> checklist(const Environment& environment);
std::string printed(const std::vector<CheckLine>& lines);
bool passes(const std::vector<CheckLine>& lines);

}  // namespace pilot
