#include "examples/pilot/api/page.h"

#include <charconv>

namespace pilot {
namespace {

constexpr std::size_t kMostPages = 1'000'000;

std::size_t read_number(const Call& call, const std::string& name, std::size_t usual,
                        std::size_t most, std::vector<Fault>& faults) {
  const std::string_view text = query_text(call, name);
  if (text.empty()) return usual;
  std::size_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = fault == std::errc() && end == text.data() + text.size();
  if (whole && number >= 1 && number <= most) return number;
  faults.push_back({'/' + name, "must be 1 to " + std::to_string(most)});
  return usual;
}

}  // namespace

std::string_view query_text(const Call& call, const std::string& name) {
  const auto found = call.query.find(name);
  return found == call.query.end() ? std::string_view() : std::string_view(found->second);
}

Page read_page(const Call& call, const std::string& size_name, std::size_t usual, std::size_t most,
               std::vector<Fault>& faults) {
  Page page;
  page.number = read_number(call, "page", 1, kMostPages, faults);
  page.size = read_number(call, size_name, usual, most, faults);
  return page;
}

Json pagination(const Page& page, std::size_t total) {
  const std::size_t pages = (total + page.size - 1) / page.size;
  return {{"page", page.number}, {"pageSize", page.size},          {"total", total},
          {"totalPages", pages}, {"hasNext", page.number < pages}, {"hasPrev", page.number > 1}};
}

}  // namespace pilot
