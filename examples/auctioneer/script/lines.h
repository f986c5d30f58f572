// Lines of a script, cut into words; and the one error of everything that reads them.
//
//   at 25s "Old Town" bid 5m -> accepted, clock 35s   # a comment
//
// A word is what stands between blanks, commas and arrows; double quotes keep blanks and commas
// inside one word. Lines without a word are dropped.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace auction::script {

struct Word {
  std::string text;
  int column = 1;       // from 1
  bool quoted = false;  // never a key word, a comma or an arrow
};

struct Line {
  int number = 1;  // from 1
  std::string text;
  std::vector<Word> words;
};

// A script that cannot be read: where, and what would do.
struct BadScript : std::runtime_error {
  BadScript(int line_number, int column_number, const std::string& message)
      : std::runtime_error(message), line(line_number), column(column_number) {}
  int line;
  int column;
};

std::vector<Line> read_lines(std::string_view text);

inline bool is(const Word& word, std::string_view text) {
  return !word.quoted && word.text == text;
}

}  // namespace auction::script
