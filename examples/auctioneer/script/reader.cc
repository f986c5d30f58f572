#include "examples/auctioneer/script/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "examples/auctioneer/script/duration.h"

namespace auction::script {

bool Reader::take(std::string_view word) {
  if (!sees(word)) return false;
  ++at_;
  return true;
}

void Reader::expect(std::string_view word) {
  if (!take(word)) fail(fmt::format("expected '{}'", word));
}

void Reader::end() const {
  if (!done()) fail("nothing more was expected on this line");
}

const Word& Reader::word(std::string_view what) {
  if (done() || is(line_.words[at_], ",") || is(line_.words[at_], "->")) {
    fail(fmt::format("expected {}", what));
  }
  return line_.words[at_++];
}

std::string Reader::rest(std::string_view what) {
  if (done()) fail(fmt::format("expected {}", what));
  const std::string text = line_.text.substr(static_cast<std::size_t>(column()) - 1);
  at_ = line_.words.size();
  return text.substr(0, text.find_last_not_of(" \t\r") + 1);
}

Millis Reader::duration(std::string_view what) {
  const Word& text = word(what);
  const std::optional<Millis> length = parse_duration(text.text);
  if (!length) fail_at(text, fmt::format("expected {}, like 25s, 1m30s or 29.999s", what));
  return *length;
}

std::int64_t Reader::integer(std::string_view what, std::int64_t least, std::int64_t most) {
  const Word& text = word(what);
  const char* end = text.text.data() + text.text.size();
  std::int64_t value = 0;
  const auto read = std::from_chars(text.text.data(), end, value);
  if (read.ec != std::errc{} || read.ptr != end || value < least || value > most) {
    fail_at(text, fmt::format("expected {}, {} to {}", what, least, most));
  }
  return value;
}

Money Reader::money(const Currency& currency) {
  const Word& text = word("an amount");
  const bool plus = text.text.starts_with('+');
  const auto amount = parse_money(currency, std::string_view(text.text).substr(plus ? 1 : 0));
  if (!amount) fail_at(text, fmt::format("'{}' is no amount of {}", text.text, currency.code));
  return *amount;
}

ManagerSlot Reader::manager(const Setup& setup) {
  const Word& name = word("a manager");
  for (std::size_t i = 0; i < setup.participants.size(); ++i) {
    if (setup.participants[i].label == name.text) return {static_cast<std::uint8_t>(i)};
  }
  fail_at(name, fmt::format("no manager is called '{}'", name.text));
}

AssetSlot Reader::asset(const Setup& setup) {
  const Word& name = word("an asset");
  if (const auto slot = find_asset(*setup.catalogue, name.text)) return *slot;
  const auto& assets = setup.catalogue->assets;
  const auto named = [&](const Asset& asset) { return asset.name == name.text; };
  const auto found = std::find_if(assets.begin(), assets.end(), named);
  if (found == assets.end()) fail_at(name, fmt::format("no asset is called '{}'", name.text));
  return {static_cast<std::uint16_t>(found - assets.begin())};
}

std::size_t Reader::one_of(std::initializer_list<std::string_view> words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (take(words.begin()[i])) return i;
  }
  fail(fmt::format("expected one of: {}", fmt::join(words, ", ")));
}

int Reader::column() const {
  if (!done()) return line_.words[at_].column;
  const Word& last = line_.words.back();
  return last.column + static_cast<int>(last.text.size()) + (last.quoted ? 2 : 0);
}

void Reader::fail(const std::string& message) const {
  throw BadScript(line_.number, column(), message);
}

void Reader::fail_at(const Word& word, const std::string& message) const {
  throw BadScript(line_.number, word.column, message);
}

}  // namespace auction::script
