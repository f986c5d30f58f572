#include "libauction/adapters/json/pretty.h"

namespace auction {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// Reads JSON character by character and writes it anew.
class Layout {
 public:
  Layout(std::string_view json, std::size_t width) : rest_(json), width_(width) {}

  std::string all() {
    value(0);
    out_.push_back('\n');
    return std::move(out_);
  }

 private:
  char peek() {
    while (!rest_.empty() && is_blank(rest_.front())) rest_.remove_prefix(1);
    return rest_.empty() ? '\0' : rest_.front();
  }

  void take() {
    out_.push_back(rest_.front());
    rest_.remove_prefix(1);
  }

  // A text, a number or a word.
  void scalar() {
    const bool text = peek() == '"';
    bool escaped = false;
    do {
      const char c = rest_.front();
      take();
      if (text && c == '"' && !escaped && out_.size() > scalar_start_ + 1) return;
      escaped = text && c == '\\' && !escaped;
    } while (!rest_.empty() && (text || (!is_blank(rest_.front()) && rest_.front() != ',' &&
                                         rest_.front() != ']' && rest_.front() != '}')));
  }

  void value(std::size_t indent) {
    const char c = peek();
    if (c == '{' || c == '[') return container(indent);
    scalar_start_ = out_.size();
    if (c != '\0') scalar();
  }

  // On one line if it fits; otherwise what was written is taken back and an item gets a line each.
  void container(std::size_t indent) {
    const std::string_view rest = rest_;
    const std::size_t start = out_.size();
    const std::size_t line_start = out_.rfind('\n') + 1;  // npos + 1 is 0
    const bool may_break = !one_line_;
    one_line_ = true;
    items(indent, " ");
    one_line_ = !may_break;
    const bool fits = out_.size() - line_start < width_ || out_.size() - start == 2;
    if (!may_break || fits) return;
    out_.resize(start);
    rest_ = rest;
    items(indent + 2, "\n" + std::string(indent + 2, ' '));
  }

  void items(std::size_t indent, const std::string& between) {
    const char end = peek() == '{' ? '}' : ']';
    const bool lines = between.front() == '\n';
    take();
    for (bool first = true; peek() != end && !rest_.empty(); first = false) {
      if (!first) take();  // the comma
      if (!first || lines) out_ += between;
      item(indent, end == '}');
    }
    if (lines) out_ += between.substr(0, between.size() - 2);
    if (peek() == end) take();
  }

  void item(std::size_t indent, bool named) {
    value(indent);
    if (!named || peek() != ':') return;
    take();
    out_.push_back(' ');
    value(indent);
  }

  std::string_view rest_;
  std::size_t width_;
  std::string out_;
  std::size_t scalar_start_ = 0;
  bool one_line_ = false;
};

}  // namespace

std::string pretty_json(std::string_view json, std::size_t width) {
  return Layout(json, width).all();
}

}  // namespace auction
