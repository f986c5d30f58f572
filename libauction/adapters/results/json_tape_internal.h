// A JSON text as a tape: its values in the order of the text, in one vector, with one buffer for
// all strings. Reading a match this way allocates a handful of times, not once a name.
//
// Refused: anything RFC 8259 refuses, a key that appears twice, an object of more than 256 members,
// nesting deeper than 32, more bytes than the limit. Numbers keep their text, so 26.1 overs stay
// "26.1" and become balls without passing through a fraction.
#pragma once

#include <absl/status/statusor.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace auction {

inline constexpr std::size_t kMaxResultBytes = 16 * 1024 * 1024;

enum class JsonKind : std::uint8_t { kNull, kBool, kInteger, kDecimal, kText, kList, kObject };

struct JsonNode {
  JsonKind kind = JsonKind::kNull;
  std::uint32_t end = 0;  // place of the first node after this value
  std::uint32_t key = 0;  // in the buffer; used inside objects
  std::uint32_t key_size = 0;
  std::uint32_t text = 0;  // kText, kDecimal
  std::uint32_t text_size = 0;
  std::int64_t number = 0;  // kInteger; kBool: 0 or 1
};

class JsonTape;

// A value on the tape. Cheap to copy; the tape must live.
class JsonView {
 public:
  JsonView(const JsonTape& tape, std::uint32_t at) : tape_(&tape), at_(at) {}

  JsonKind kind() const { return node().kind; }
  bool is(JsonKind kind) const { return node().kind == kind; }
  std::string_view key() const;
  std::string_view text() const;
  std::int64_t number() const { return node().number; }
  std::uint32_t place() const { return at_; }

  // Members of an object or items of a list, in the order of the text.
  class Children;
  Children children() const;

 private:
  const JsonNode& node() const;

  const JsonTape* tape_;
  std::uint32_t at_;
};

class JsonTape {
 public:
  static absl::StatusOr<JsonTape> parse(std::string_view text);

  JsonView root() const { return {*this, 0}; }
  const std::vector<JsonNode>& nodes() const { return nodes_; }
  std::string_view text(std::uint32_t from, std::uint32_t size) const {
    return std::string_view(buffer_).substr(from, size);
  }

  // "/innings/0/overs/3": the JSON pointer of a value.
  std::string pointer(std::uint32_t place) const;

 private:
  friend class TapeWriter;

  std::vector<JsonNode> nodes_;
  std::string buffer_;
};

class JsonView::Children {
 public:
  class Walk {
   public:
    Walk(const JsonTape& tape, std::uint32_t at) : tape_(&tape), at_(at) {}
    JsonView operator*() const { return {*tape_, at_}; }
    Walk& operator++() {
      at_ = tape_->nodes()[at_].end;
      return *this;
    }
    bool operator!=(const Walk& other) const { return at_ != other.at_; }

   private:
    const JsonTape* tape_;
    std::uint32_t at_;
  };

  Children(const JsonTape& tape, std::uint32_t parent) : tape_(&tape), parent_(parent) {}
  Walk begin() const { return {*tape_, parent_ + 1}; }
  Walk end() const {
    const JsonNode& node = tape_->nodes()[parent_];
    const bool holds = node.kind == JsonKind::kList || node.kind == JsonKind::kObject;
    return {*tape_, holds ? node.end : parent_ + 1};
  }

 private:
  const JsonTape* tape_;
  std::uint32_t parent_;
};

inline const JsonNode& JsonView::node() const { return tape_->nodes()[at_]; }
inline JsonView::Children JsonView::children() const { return {*tape_, at_}; }
inline std::string_view JsonView::key() const { return tape_->text(node().key, node().key_size); }
inline std::string_view JsonView::text() const {
  return tape_->text(node().text, node().text_size);
}

}  // namespace auction
