#include "examples/auctioneer/screen.h"

#include <unistd.h>

#include <cstdlib>

namespace auction::cli {
namespace {

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
    : out_(out), err_(err), colours_(is_terminal(out) && wants_colours()), bar_(is_terminal(err)) {}

void Screen::say(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), out_) != text.size()) failed_ = true;
}

void Screen::remark(std::string_view text) {
  clear_progress();
  fmt::print(err_, "{}\n", text);
}

void Screen::finish() {
  clear_progress();
  if (std::fflush(out_) != 0 || std::ferror(out_) != 0) failed_ = true;
  if (failed_) stop(kEnvironment, "standard output cannot be written");
}

std::string Screen::paint(fmt::text_style style, std::string_view text) const {
  return colours_ ? fmt::format(style, "{}", text) : std::string(text);
}

void Screen::progress(std::uint64_t done, std::uint64_t all) {
  constexpr int kWidth = 40;
  if (!bar_ || all == 0) return;
  const int now = static_cast<int>(done * 1000 / all);
  if (now == drawn_) return;
  drawn_ = now;
  const auto full = static_cast<std::size_t>(now * kWidth / 1000);
  fmt::print(err_, "\r[{:<{}}] {:>3}%", std::string(full, '#'), kWidth, now / 10);
  std::fflush(err_);
}

void Screen::clear_progress() {
  if (drawn_ < 0) return;
  fmt::print(err_, "\r{:60}\r", "");
  drawn_ = -1;
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
