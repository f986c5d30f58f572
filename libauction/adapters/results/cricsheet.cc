#include "libauction/adapters/results/cricsheet.h"

#include "libauction/adapters/results/cricsheet_internal.h"

namespace auction {

absl::StatusOr<CricketMatch> CricsheetReader::match() {
  if (!read_.object(root_)) return read_.status();
  if (const auto info = read_.needed(root_, "info")) read_info(*info);
  if (read_.failed()) return read_.status();
  if (const auto innings = read_.member(root_, "innings"); innings && read_.list(*innings)) {
    for (const JsonView one : innings->children()) read_innings(one);
  }
  // Last, because names of old files are known only when their innings are read.
  if (const auto info = read_.member(root_, "info")) read_registry(*info);
  if (read_.failed()) return read_.status();
  return std::move(match_);
}

absl::StatusOr<CricketMatch> match_from_cricsheet(std::string_view json) {
  const absl::StatusOr<JsonTape> tape = JsonTape::parse(json);
  if (!tape.ok()) return tape.status();
  return CricsheetReader(*tape).match();
}

}  // namespace auction
