// A reader of one line: takes words from left to right, and says where one does not fit.
//
//   Reader in(line);
//   if (in.take("bid")) amount = in.money(rules.currency);
//   in.end();
#pragma once

#include <cstdint>
#include <initializer_list>

#include "examples/auctioneer/script/lines.h"
#include "libauction/auction/setup.h"

namespace auction::script {

class Reader {
 public:
  explicit Reader(const Line& line) : line_(line) {}

  bool done() const { return at_ == line_.words.size(); }
  bool sees(std::string_view word) const { return !done() && is(line_.words[at_], word); }
  bool take(std::string_view word);    // steps over it if it stands here
  void expect(std::string_view word);  // and refuses the line if it does not
  void end() const;                    // refuses the line if words are left

  const Word& word(std::string_view what);  // `what` is what is missing, in the error
  std::string rest(std::string_view what);  // all that is left, as written
  Millis duration(std::string_view what);
  std::int64_t integer(std::string_view what, std::int64_t least, std::int64_t most);
  Money money(const Currency& currency);
  ManagerSlot manager(const Setup& setup);
  AssetSlot asset(const Setup& setup);

  // One of the words, by its place in the list.
  std::size_t one_of(std::initializer_list<std::string_view> words);

  int line() const { return line_.number; }
  int column() const;  // of the next word; behind the last one at the end
  [[noreturn]] void fail(const std::string& message) const;  // at the next word
  [[noreturn]] void fail_at(const Word& word, const std::string& message) const;

 private:
  const Line& line_;
  std::size_t at_ = 0;
};

}  // namespace auction::script
