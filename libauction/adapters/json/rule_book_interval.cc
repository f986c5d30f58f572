#include "libauction/adapters/json/rule_book_interval_internal.h"

namespace auction {
namespace {

constexpr std::int32_t kHundredths = 100;
constexpr std::int64_t kMostEdge = 100'000'000;

// An empty text is no edge.
bool read_edge(std::string_view text, std::int32_t& edge) {
  edge = kNoEdge;
  if (text.empty()) return true;
  const std::optional<std::int64_t> value = read_points(text, kHundredths);
  if (!value || *value < -kMostEdge || *value > kMostEdge) return false;
  edge = static_cast<std::int32_t>(*value);
  return true;
}

std::string edge_text(std::int32_t edge) {
  return edge == kNoEdge ? "" : points_text(edge, kHundredths);
}

}  // namespace

std::optional<RateBand> band_of(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (text.size() < 3 || comma == std::string_view::npos) return std::nullopt;
  const char first = text.front();
  const char last = text.back();
  if ((first != '[' && first != '(') || (last != ']' && last != ')')) return std::nullopt;
  RateBand band;
  band.from_closed = first == '[';
  band.to_closed = last == ']';
  if (!read_edge(text.substr(1, comma - 1), band.from)) return std::nullopt;
  if (!read_edge(text.substr(comma + 1, text.size() - comma - 2), band.to)) return std::nullopt;
  // A missing edge has no side to be on.
  if (band.from == kNoEdge && first == '[') return std::nullopt;
  if (band.to == kNoEdge && last == ']') return std::nullopt;
  if (band.from == kNoEdge) band.from_closed = true;
  if (band.to == kNoEdge) band.to_closed = true;
  return band;
}

std::string interval_text(const RateBand& band) {
  std::string text = band.from != kNoEdge && band.from_closed ? "[" : "(";
  text += edge_text(band.from) + "," + edge_text(band.to);
  return text + (band.to != kNoEdge && band.to_closed ? "]" : ")");
}

}  // namespace auction
