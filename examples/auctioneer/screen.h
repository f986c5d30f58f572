// The screen: standard output and error of one command. Colour and progress only on a terminal.
//
// Every write is checked: output that got lost (a full disk, a closed pipe) ends the command with
// exit code 4, never with a quiet success.
#pragma once

#include <fmt/color.h>

#include <cstdio>

#include "examples/auctioneer/stop.h"

namespace auction::cli {

class Screen {
 public:
  Screen(std::FILE* out, std::FILE* err);

  template <class... Args>
  void print(fmt::format_string<Args...> text, Args&&... args) {
    say(fmt::format(text, std::forward<Args>(args)...));
  }
  void say(std::string_view text);     // to standard output, as it is
  void remark(std::string_view text);  // to standard error, a line
  void finish();                       // all of it written, or Stop

  // Text in a style where there is a terminal, and as it is where there is none.
  std::string paint(fmt::text_style style, std::string_view text) const;

  // A line on standard error that is drawn over itself and gone before anything else is said;
  // nothing where that is no terminal. And a bar in its place.
  void redraw(std::string_view line);
  void progress(std::uint64_t done, std::uint64_t all);
  void clear();

  bool colours() const { return colours_; }

 private:
  std::FILE* out_;
  std::FILE* err_;
  bool colours_;
  bool redraws_;
  bool failed_ = false;
  bool drawn_ = false;
  int per_mille_ = -1;  // as last drawn
};

inline const fmt::text_style kGood = fmt::fg(fmt::terminal_color::green);
inline const fmt::text_style kBad = fmt::fg(fmt::terminal_color::red) | fmt::emphasis::bold;
inline const fmt::text_style kFaint = fmt::fg(fmt::terminal_color::bright_black);
inline const fmt::text_style kStrong = fmt::emphasis::bold;

// Text cut or filled to a width in characters (code points): a table stays a table.
std::string fit(std::string_view text, std::size_t width);
std::string fit_right(std::string_view text, std::size_t width);

}  // namespace auction::cli
