// A log: written by a book, sent as text, checked and replayed by somebody who trusts nobody.
#include <cstdio>

#include "libauction/adapters/json/record.h"
#include "libauction/base/hex.h"
#include "libauction/log/memory_log.h"
#include "libauction/replay/verify.h"
#include "libauction/rules/presets.h"
#include "libauction/sim/lineup.h"
#include "libauction/sim/simulate.h"

using namespace auction;

namespace {

Setup table_of_two() {
  Catalogue catalogue;
  for (std::uint64_t i = 1; i <= 8; ++i) {
    Asset asset;
    asset.id = {1, i};
    asset.external_id = asset.name = "Club " + std::to_string(i);
    catalogue.assets.push_back(asset);
  }
  const RuleSet rules = *preset("pilot-football");
  return {{7, 7},
          Shared(rules),
          Shared(catalogue),
          {{{2, 1}, "Reds", rules.budget, {}}, {{2, 2}, "Blues", rules.budget, {}}},
          {{3, 1}},
          {}};
}

}  // namespace

int main() {
  const Setup setup = table_of_two();
  const StreamId stream = stream_of(setup.auction);
  MemoryLog log;
  SeededSalts salts(7);
  Book book(log, salts, stream);  // stores, then changes, then tells
  const auto bidders = std::get<Bidders>(parse_lineup("*=eager", setup.participants));
  if (!std::holds_alternative<Written>(start_auction(book, setup, 7, {0}))) return 1;
  if (!std::holds_alternative<Written>(play_auction(book, bidders, Market{}, 7))) return 1;

  std::string text;  // JSON Lines: one record a line
  for (const Record& record : log.records(stream)) text += to_json(record) + '\n';

  auto records = records_from_lines(text);
  if (!records.ok()) return 1;
  const VerifyReport sound = verify(*records, stream);
  std::printf("%llu records, %s, digest %.16s...\n", static_cast<unsigned long long>(sound.records),
              sound.ok() ? "sound" : "not sound", to_hex(state_digest(book.state()).bytes).c_str());

  (*records)[records->size() / 2].at.unix_ms += 1;  // somebody edits one time by a millisecond
  const VerifyReport edited = verify(*records, stream);
  std::printf("edited: event %llu: %s\n", static_cast<unsigned long long>(edited.fault->seq),
              edited.fault->what.c_str());
  return sound.ok() && sound.digest == state_digest(book.state()) && !edited.ok() ? 0 : 1;
}
