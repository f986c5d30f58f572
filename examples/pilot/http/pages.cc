#include "examples/pilot/http/pages.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>

#include "examples/pilot/api/body.h"
#include "examples/pilot/api/router.h"
#include "libauction/base/hex.h"
#include "libauction/base/sha256.h"

namespace pilot {
namespace {

namespace files = std::filesystem;

std::string_view type_of(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".json", "application/json"},
      {".map", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".txt", "text/plain; charset=utf-8"},
      {".woff2", "font/woff2"},
      {".mp3", "audio/mpeg"},
      {".wav", "audio/wav"}};
  for (const auto& [suffix, type] : kTypes) {
    if (name.ends_with(suffix)) return type;
  }
  return "application/octet-stream";
}

std::string whole(const files::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string tag_of(const std::string& bytes) {
  const auto* first = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const Digest digest = sha256(std::span(first, bytes.size()));
  return '"' + to_hex(std::span(digest.bytes).first(8)) + '"';
}

bool names_a_file(std::string_view path) {
  return path.find('.', path.rfind('/')) != std::string_view::npos;
}

}  // namespace

std::optional<Pages> Pages::read(const std::string& folder) {
  std::error_code missing;
  Pages pages;
  for (const auto& entry : files::recursive_directory_iterator(folder, missing)) {
    if (!entry.is_regular_file()) continue;
    const std::string path = "/" + entry.path().lexically_relative(folder).generic_string();
    Page page{whole(entry.path()), type_of(path), {}, path.starts_with("/assets/")};
    page.tag = tag_of(page.bytes);
    pages.pages_.emplace(path, std::move(page));
  }
  if (missing || !pages.pages_.contains("/index.html")) return std::nullopt;
  return pages;
}

const Pages::Page* Pages::find(std::string_view path) const {
  auto found = pages_.find(path);
  if (found == pages_.end() && !names_a_file(path)) found = pages_.find("/index.html");
  return found == pages_.end() ? nullptr : &found->second;
}

Answer Pages::answer(const RequestHead& head) const {
  const auto path = percent_decoded(head.path);
  const Page* page = path ? find(*path) : nullptr;
  if (page == nullptr) return unknown();
  if (head.method != "GET" && head.method != "HEAD") {
    Answer answer = error(405, "method_not_allowed", "Pages are read only.");
    answer.headers.emplace_back("Allow", "GET, HEAD");
    return answer;
  }
  const bool known = head.header("if-none-match") == page->tag;
  Answer answer{known ? 304 : 200, known ? std::string() : page->bytes, page->type};
  answer.headers = {
      {"ETag", page->tag},
      {"Cache-Control", page->for_ever ? "public, max-age=31536000, immutable" : "no-cache"}};
  return answer;
}

}  // namespace pilot
