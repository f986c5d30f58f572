#include <nlohmann/json.hpp>

#include "libauction/adapters/results/json_tape_internal.h"

namespace auction {
namespace {

constexpr std::size_t kMaxDepth = 32;
constexpr std::size_t kMaxMembers = 256;

absl::Status refusal(std::string_view message) {
  return absl::InvalidArgumentError({message.data(), message.size()});
}

}  // namespace

// Takes nlohmann's events and writes the tape. Any answer of false stops the parser.
class TapeWriter final : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit TapeWriter(std::size_t bytes) {
    tape_.nodes_.reserve(bytes / 10);
    tape_.buffer_.reserve(bytes);  // decoded text is never longer than its JSON
  }

  bool null() override { return leaf(JsonKind::kNull, 0); }
  bool boolean(bool value) override { return leaf(JsonKind::kBool, value ? 1 : 0); }
  bool number_integer(std::int64_t value) override { return leaf(JsonKind::kInteger, value); }
  bool number_unsigned(std::uint64_t value) override {
    if (value > INT64_MAX) return fail("has a number beyond 64 bits");
    return leaf(JsonKind::kInteger, static_cast<std::int64_t>(value));
  }
  bool number_float(double, const std::string& text) override {
    return leaf(JsonKind::kDecimal, 0) && keep(text);
  }
  bool string(std::string& text) override { return leaf(JsonKind::kText, 0) && keep(text); }
  bool binary(nlohmann::json::binary_t&) override { return false; }

  bool start_object(std::size_t) override { return open(JsonKind::kObject); }
  bool start_array(std::size_t) override { return open(JsonKind::kList); }
  bool end_array() override { return close(); }
  bool end_object() override { return keys_differ(open_.back()) && close(); }

  bool key(std::string& name) override {
    key_ = place_of(name);
    key_size_ = static_cast<std::uint32_t>(name.size());
    return true;
  }

  bool parse_error(std::size_t byte, const std::string&,
                   const nlohmann::json::exception&) override {
    return fail("is not JSON, from byte " + std::to_string(byte) + " on");
  }

  const std::string& failed() const { return failed_; }
  JsonTape take() && { return std::move(tape_); }

 private:
  std::uint32_t next() const { return static_cast<std::uint32_t>(tape_.nodes_.size()); }

  bool fail(std::string message) {
    failed_ = std::move(message);
    return false;
  }

  std::uint32_t place_of(const std::string& text) {
    const auto place = static_cast<std::uint32_t>(tape_.buffer_.size());
    tape_.buffer_ += text;
    return place;
  }

  bool keep(const std::string& text) {
    tape_.nodes_.back().text = place_of(text);
    tape_.nodes_.back().text_size = static_cast<std::uint32_t>(text.size());
    return true;
  }

  bool leaf(JsonKind kind, std::int64_t number) {
    tape_.nodes_.push_back({kind, next() + 1, key_, key_size_, 0, 0, number});
    return true;
  }

  bool open(JsonKind kind) {
    if (open_.size() == kMaxDepth) return fail("is nested deeper than 32");
    open_.push_back(next());
    return leaf(kind, 0);
  }

  bool close() {
    tape_.nodes_[open_.back()].end = next();
    open_.pop_back();
    return true;
  }

  bool keys_differ(std::uint32_t object) {
    keys_.clear();
    for (std::uint32_t at = object + 1; at != next(); at = tape_.nodes_[at].end) {
      const JsonNode& node = tape_.nodes_[at];
      const std::string_view name = tape_.text(node.key, node.key_size);
      for (const std::string_view other : keys_) {
        if (other == name) return fail("has the key \"" + std::string(name) + "\" twice");
      }
      if (keys_.size() == kMaxMembers) return fail("has an object of more than 256 members");
      keys_.push_back(name);
    }
    return true;
  }

  JsonTape tape_;
  std::vector<std::uint32_t> open_;
  std::vector<std::string_view> keys_;
  std::uint32_t key_ = 0;
  std::uint32_t key_size_ = 0;
  std::string failed_;
};

absl::StatusOr<JsonTape> JsonTape::parse(std::string_view text) {
  if (text.size() > kMaxResultBytes) return refusal("must be 16777216 bytes at most");
  // The parser would skip a byte order mark; who writes one writes another encoding next.
  if (text.substr(0, 3) == "\xef\xbb\xbf") return refusal("begins with a byte order mark");
  TapeWriter writer(text.size());
  if (!nlohmann::json::sax_parse(text, &writer)) return refusal(writer.failed());
  return std::move(writer).take();
}

std::string JsonTape::pointer(std::uint32_t place) const {
  std::string pointer;
  std::uint32_t at = 0;
  while (at != place) {
    const bool object = nodes_[at].kind == JsonKind::kObject;
    std::size_t index = 0;
    std::uint32_t child = at + 1;
    for (; nodes_[child].end <= place; child = nodes_[child].end) ++index;
    pointer += "/";
    pointer += object ? std::string(text(nodes_[child].key, nodes_[child].key_size))
                      : std::to_string(index);
    at = child;
  }
  return pointer;
}

}  // namespace auction
