// Records as JSON Lines: a log that people can read and other programs can verify.
//
//   {"seq":140,"count":2,"at":"2025-10-16T18:40:21.120Z","actor":"<uuid>","version":1,
//    "events":[{"type":"BidPlaced",...},{"type":"ClockExtended",...}],"body":"AQgB...",
//    "salt":"5e...","withheldUntil":null,"bodyHash":"1c...","prev":"...","hash":"..."}
//
// `body` is the exact bytes the hashes rest on, in base64; `events` is their reading, for people. A
// reader checks that both say the same. `version` tells whose events they are: 1 an auction's, 257
// a season's, 513 a league's. Hashes and salt are lower-case hexadecimal. A withheld record has no
// events, body and salt, and says until when. Whether the hashes hold is not checked here: ask
// `verify`. docs/record-format.md tells the format to the byte.
//
//   out << to_json(record) << '\n';
//   absl::StatusOr<std::vector<Record>> records = records_from_lines(text);
#pragma once

#include <absl/status/statusor.h>

#include <string>
#include <string_view>
#include <vector>

#include "libauction/log/record.h"

namespace auction {

std::string to_json(const Record& record);  // one line, without the line feed

absl::StatusOr<Record> record_from_json(std::string_view line);

// Every line of a file; an empty last line is none. A refusal names the line: "line 12: /at: ...".
absl::StatusOr<std::vector<Record>> records_from_lines(std::string_view text);

}  // namespace auction
