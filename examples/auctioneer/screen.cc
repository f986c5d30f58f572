#include "examples/auctioneer/screen.h"

#include <unistd.h>

#include <cstdlib>

namespace auction::cli {
namespace {

constexpr std::size_t kLineWidth = 79;  // one less than a terminal's, or it would wrap

bool is_terminal(std::FILE* file) {
  const int descriptor = ::fileno(file);
  return descriptor >= 0 && ::isatty(descriptor) == 1;
}

// The wish of people who see colours badly or not at all: https://no-color.org
bool wants_colours() {
  const char* no = std::getenv("NO_COLOR");
  return no == nullptr || *no == '\0';
}

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

std::size_t length(std::string_view text) {
  std::size_t characters = 0;
  for (const char c : text) characters += begins_character(c) ? 1u : 0u;
  return characters;
}

std::string_view cut(std::string_view text, std::size_t width) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (begins_character(text[i]) && ++characters > width) return text.substr(0, i);
  }
  return text;
}

}  // namespace

Screen::Screen(std::FILE* out, std::FILE* err)
    : out_(out),
      err_(err),
      colours_(is_terminal(out) && wants_colours()),
      redraws_(is_terminal(err)) {}

void Screen::say(std::string_view text) {
  clear();
  if (std::fwrite(text.data(), 1, text.size(), out_) != text.size()) failed_ = true;
}

void Screen::remark(std::string_view text) {
  clear();
  fmt::print(err_, "{}\n", text);
}

void Screen::finish() {
  clear();
  if (std::fflush(out_) != 0 || std::ferror(out_) != 0) failed_ = true;
  if (failed_) stop(kEnvironment, "standard output cannot be written");
}

std::string Screen::paint(fmt::text_style style, std::string_view text) const {
  return colours_ ? fmt::format(style, "{}", text) : std::string(text);
}

// What was said before stands above the line, also where both go to one terminal.
void Screen::redraw(std::string_view line) {
  if (!redraws_) return;
  std::fflush(out_);
  fmt::print(err_, "\r{}", fit(line, kLineWidth));
  std::fflush(err_);
  drawn_ = true;
}

void Screen::progress(std::uint64_t done, std::uint64_t all) {
  constexpr int kWidth = 40;
  if (!redraws_ || all == 0) return;
  const int now = static_cast<int>(done * 1000 / all);
  if (now == per_mille_) return;
  per_mille_ = now;
  const auto full = static_cast<std::size_t>(now * kWidth / 1000);
  redraw(fmt::format("[{:<{}}] {:>3}%", std::string(full, '#'), kWidth, now / 10));
}

void Screen::clear() {
  if (!drawn_) return;
  fmt::print(err_, "\r{:{}}\r", "", kLineWidth);
  std::fflush(err_);
  drawn_ = false;
}

std::string fit(std::string_view text, std::size_t width) {
  const std::string_view kept = cut(text, width);
  return std::string(kept) + std::string(width - length(kept), ' ');
}

std::string fit_right(std::string_view text, std::size_t width) {
  const std::string_view kept = cut(text, width);
  return std::string(width - length(kept), ' ') + std::string(kept);
}

}  // namespace auction::cli
