// The assets of a prologue: `asset Arsenal base 5m in S1 role GK country=England`,
// `assets Chelsea, Lot1..Lot40`.
#include <fmt/format.h>

#include <algorithm>

#include "examples/auctioneer/script/prologue.h"
#include "libauction/adapters/csv/ids.h"

namespace auction::script {
namespace {

constexpr std::int64_t kMostInRange = 1000;
constexpr std::string_view kDigits = "0123456789";

void add(Catalogue& catalogue, Asset asset) {
  asset.id = asset_id(asset.external_id);
  asset.name = asset.external_id;
  std::sort(asset.attributes.begin(), asset.attributes.end(),
            [](const Attribute& a, const Attribute& b) { return a.name < b.name; });
  catalogue.assets.push_back(std::move(asset));
}

void add_named(Catalogue& catalogue, std::string name) {
  Asset asset;
  asset.external_id = std::move(name);
  add(catalogue, std::move(asset));
}

Attribute attribute_of(Reader& in) {
  const Word& word = in.word("base, in, role or name=value");
  const std::size_t equals = word.text.find('=');
  if (equals == std::string::npos || equals == 0) {
    in.fail_at(word, "expected base, in, role or name=value");
  }
  return {word.text.substr(0, equals), word.text.substr(equals + 1)};
}

Asset read_asset(Reader& in, const Currency& currency) {
  Asset asset;
  asset.external_id = in.word("a name").text;
  while (!in.done()) {
    if (in.take("base")) {
      asset.base_price = in.money(currency);
    } else if (in.take("in")) {
      asset.set = in.word("a set").text;
    } else if (in.take("role")) {
      asset.roles.push_back(in.word("a role").text);
    } else {
      asset.attributes.push_back(attribute_of(in));
    }
  }
  return asset;
}

// The number behind the stem, up to four digits; -1 for anything else.
std::int64_t numbered(std::string_view text, std::string_view stem) {
  if (!text.starts_with(stem)) return -1;
  text.remove_prefix(stem.size());
  if (text.empty() || text.size() > 4 || text.find_first_not_of(kDigits) != text.npos) return -1;
  std::int64_t value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

// A name, or a range of numbered ones.
void read_names(Reader& in, Catalogue& catalogue) {
  const Word& word = in.word("a name");
  const std::size_t dots = word.text.find("..");
  if (word.quoted || dots == std::string::npos) return add_named(catalogue, word.text);
  const std::string stem = word.text.substr(0, word.text.find_first_of(kDigits));
  const std::string_view text = word.text;
  const std::int64_t first = numbered(text.substr(0, dots), stem);
  const std::int64_t last = numbered(text.substr(dots + 2), stem);
  if (first < 0 || last < first || last - first >= kMostInRange) {
    in.fail_at(word, fmt::format("a range is written Lot1..Lot{}", kMostInRange));
  }
  for (std::int64_t i = first; i <= last; ++i) add_named(catalogue, fmt::format("{}{}", stem, i));
}

}  // namespace

void read_asset_line(Reader& in, const Currency& currency, Catalogue& catalogue) {
  if (in.take("asset")) return add(catalogue, read_asset(in, currency));
  in.expect("assets");
  do read_names(in, catalogue);
  while (in.take(","));
}

}  // namespace auction::script
