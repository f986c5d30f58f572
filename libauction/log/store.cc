#include "libauction/log/store.h"

#include <algorithm>

namespace auction {
namespace {

template <class Item, class Name>
bool all_differ(const std::vector<Item>& items, Name&& name) {
  using Key = std::decay_t<decltype(name(items.front()))>;
  std::vector<Key> names;
  for (const Item& item : items) names.push_back(name(item));
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) == names.end();
}

void check_part(const StreamBatch& part) {
  for (std::size_t i = 1; i < part.records.size(); ++i) {
    AUCTION_CHECK(follows(head_after(part.records[i - 1]), part.records[i]),
                  "records to commit follow");
  }
  AUCTION_CHECK(all_differ(part.answers, [](const StoredAnswer& a) { return a.command; }),
                "a command has one answer");
}

}  // namespace

void check_batch(std::span<const StreamBatch> batch) {
  std::vector<StreamId> streams;
  for (const StreamBatch& part : batch) {
    check_part(part);
    streams.push_back(part.stream);
  }
  AUCTION_CHECK(all_differ(streams, [](StreamId stream) { return stream; }),
                "a stream has one part in a batch");
}

bool fits(const StreamBatch& part, const Head& end) {
  if (part.expected_seq != end.seq) return false;
  return part.records.empty() || follows(end, part.records.front());
}

}  // namespace auction
