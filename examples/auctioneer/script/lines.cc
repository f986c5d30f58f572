#include "examples/auctioneer/script/lines.h"

namespace auction::script {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// Cuts one line; `at` is the place of the next character.
class Cutter {
 public:
  Cutter(std::string_view text, int number) : text_(text), number_(number) {}

  std::vector<Word> words() {
    std::vector<Word> found;
    while (skip_blanks()) found.push_back(next());
    return found;
  }

 private:
  bool skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    return at_ < text_.size() && text_[at_] != '#';
  }

  Word next() {
    Word word{"", static_cast<int>(at_) + 1, false};
    if (text_[at_] == ',') return word.text = text_[at_++], word;
    while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != ',') {
      if (text_[at_] == '"') {
        quoted_part(word);
      } else {
        word.text += text_[at_++];
      }
    }
    return word;
  }

  void quoted_part(Word& word) {
    const std::size_t end = text_.find('"', at_ + 1);
    if (end == std::string_view::npos) {
      throw BadScript(number_, static_cast<int>(at_) + 1, "this quote is never closed");
    }
    word.text += text_.substr(at_ + 1, end - at_ - 1);
    word.quoted = true;
    at_ = end + 1;
  }

  std::string_view text_;
  int number_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Line> read_lines(std::string_view text) {
  std::vector<Line> lines;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    std::vector<Word> words = Cutter(line, number).words();
    if (!words.empty()) lines.push_back({number, std::string(line), std::move(words)});
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

}  // namespace auction::script
