// Logs that no engine wrote, with hashes that fit: a report comes back, and nothing else happens.
#include "libauction/base/random.h"
#include "libauction/replay/verify.h"
#include "tests/catch.h"
#include "tests/support/small_auction.h"

namespace auction {
namespace {

struct Source {
  StreamId stream;
  std::vector<Record> records;
};

const std::vector<Source>& sources() {
  static const std::vector<Source> made = [] {
    std::vector<Source> list;
    for (const char* name : {"pilot-football", "ipl-2025"}) {
      RuleSet rules = *small_setup(name).rules;
      rules.open_lots = 2;
      const Setup setup = small_setup(rules, 2, 4);
      list.push_back(
          {stream_of(setup.auction), kept_auction(setup, "*=timid:bids=2,under=50", 5).records});
    }
    return list;
  }();
  return made;
}

std::vector<Record> resealed(std::vector<Record> records, StreamId stream) {
  Head head = genesis(stream);
  for (Record& record : records) {
    record.seq = head.seq + 1;
    record.prev = head.hash;
    record.body_hash = content_hash(record.salt, record.body);
    record.hash = link_hash(record);
    head = head_after(record);
  }
  return records;
}

// The text keeps the failing draw; Catch prints it when a check fails.
void survives(const std::vector<Record>& records, StreamId stream) {
  const VerifyReport report = verify(resealed(records, stream), stream);
  CHECK((report.ok() || !report.fault->what.empty()));
}

void flip_bytes(Bytes& body, SplitMix64& chance) {
  const std::uint64_t times = 1 + chance.below(3);
  for (std::uint64_t i = 0; i < times; ++i) {
    std::uint8_t& byte = body[chance.below(body.size())];
    constexpr std::uint8_t kEdges[]{0, 1, 0x7f, 0x80, 0xff};
    byte = chance.below(2) == 0 ? kEdges[chance.below(5)] : std::uint8_t(chance.next());
  }
}

}  // namespace

TEST_CASE("bodies with changed bytes are survived") {
  for (const Source& source : sources()) {
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
      SplitMix64 chance(seed);
      std::vector<Record> records = source.records;
      // The first records are met most often: they hold rules and set-up.
      const bool early = chance.below(3) == 0;
      const std::size_t i = chance.below(early ? 2 : records.size());
      flip_bytes(records[i].body, chance);
      INFO("seed " << seed << " record " << i);
      survives(records, source.stream);
    }
  }
}

TEST_CASE("events in any other order, left out or doubled are survived") {
  for (const Source& source : sources()) {
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
      SplitMix64 chance(seed);
      std::vector<Record> records = source.records;
      const std::uint64_t times = 1 + chance.below(4);
      for (std::uint64_t k = 0; k < times && records.size() > 2; ++k) {
        const std::size_t i = chance.below(records.size());
        const std::size_t j = chance.below(records.size());
        const auto place = records.begin() + static_cast<std::ptrdiff_t>(i);
        const std::uint64_t act = chance.below(3);
        if (act == 0) {
          std::swap(records[i].body, records[j].body);
          std::swap(records[i].count, records[j].count);
        } else if (act == 1) {
          records.erase(place);
        } else {
          records.insert(place, Record(records[j]));
        }
      }
      INFO("seed " << seed);
      survives(records, source.stream);
    }
  }
}

TEST_CASE("counts far beyond the bytes are refused before anything is allocated") {
  for (const Source& source : sources()) {
    for (std::size_t i = 0; i < source.records.size(); i += 3) {
      const Bytes& body = source.records[i].body;
      for (std::size_t at = 0; at + 4 <= body.size(); ++at) {
        std::vector<Record> records = source.records;
        for (std::size_t b = 0; b < 4; ++b) records[i].body[at + b] = 0xff;
        records.resize(i + 1);
        survives(records, source.stream);
      }
    }
  }
}

}  // namespace auction
