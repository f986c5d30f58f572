#include "examples/pilot/seasons/upload.h"

#include <optional>

namespace pilot {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";

// Blind to the case of plain letters, as header names and parameters are.
std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// The boundary of a content type, without its quotes; "": none.
std::string_view boundary_of(std::string_view content_type) {
  constexpr std::string_view kName = "boundary=";
  const std::size_t at = lower_case(content_type).find(kName);
  if (at == std::string_view::npos) return {};
  std::string_view value = content_type.substr(at + kName.size());
  if (value.starts_with('"')) {
    value.remove_prefix(1);
    return value.substr(0, value.find('"'));
  }
  return value.substr(0, value.find_first_of("; \t"));
}

bool is_file(std::string_view head) {
  const std::string lower = lower_case(head);
  return lower.find("content-disposition:") != std::string::npos &&
         lower.find("filename") != std::string::npos;
}

Answer bad_form(std::string message) { return malformed({{"", std::move(message)}}); }

// Part after part; each ends where the next boundary begins.
class FormReader {
 public:
  FormReader(std::string_view body, std::string_view boundary)
      : rest_(body), mark_("--" + std::string(boundary)) {}

  std::variant<std::string, Answer> file() {
    if (!skip_to_first()) return bad_form("must be a multipart form");
    std::optional<std::string_view> found;
    while (!at_end()) {
      const auto part = next_part();
      if (!part) return bad_form("the form is cut off");
      const std::size_t head_end = part->find(kHeadEnd);
      if (head_end == std::string_view::npos) return bad_form("a part of the form has no head");
      if (!is_file(part->substr(0, head_end))) continue;
      if (found) return bad_form("the form has two files");
      found = part->substr(head_end + kHeadEnd.size());
    }
    if (!found) return bad_form("the form has no file");
    return std::string(*found);
  }

 private:
  bool skip_to_first() {
    const std::size_t at = rest_.find(mark_);
    if (at == std::string_view::npos) return false;
    rest_.remove_prefix(at + mark_.size());
    return true;
  }

  bool at_end() const { return rest_.starts_with("--"); }

  // Leaves the rest behind the boundary that ends the part.
  std::optional<std::string_view> next_part() {
    const std::size_t begin = rest_.find(kLineEnd);
    const std::size_t end = rest_.find(std::string(kLineEnd) + mark_);
    if (begin == std::string_view::npos || end == std::string_view::npos) return std::nullopt;
    const std::string_view part = rest_.substr(0, end).substr(std::min(end, begin + 2));
    rest_.remove_prefix(end + kLineEnd.size() + mark_.size());
    return part;
  }

  std::string_view rest_;
  std::string mark_;
};

}  // namespace

std::variant<std::string, Answer> uploaded_file(const Call& call) {
  std::variant<std::string, Answer> file = call.body;
  if (lower_case(call.content_type).starts_with("multipart/form-data")) {
    const std::string_view boundary = boundary_of(call.content_type);
    if (boundary.empty()) return bad_form("the content type names no boundary");
    file = FormReader(call.body, boundary).file();
  }
  const auto* text = std::get_if<std::string>(&file);
  if (text != nullptr && text->size() > kMostCsvBytes) {
    return error(413, "too_large", "The file is larger than 1 MiB.");
  }
  return file;
}

}  // namespace pilot
