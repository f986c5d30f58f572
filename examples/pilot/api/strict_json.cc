#include "examples/pilot/api/strict_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "libauction/base/utf8.h"

namespace pilot {
namespace {

using Plain = nlohmann::json;

// Hears the parser and makes nothing: it only stops at what is refused.
class Listening final : public nlohmann::json_sax<Plain> {
 public:
  std::string fault;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return enter(); }
  bool start_array(std::size_t) override { return enter(); }
  bool end_object() override { return leave(); }
  bool end_array() override { return leave(); }

  bool key(string_t& name) override {
    auto& keys = keys_.back();
    if (!keys.insert(name).second) return stop(fmt::format("the key \"{}\" comes twice", name));
    if (keys.size() > kMostJsonMembers) return stop("an object has too many members");
    return true;
  }

  bool parse_error(std::size_t place, const std::string&,
                   const nlohmann::detail::exception&) override {
    return stop(fmt::format("is no JSON from byte {} on", place));
  }

 private:
  bool enter() {
    keys_.emplace_back();
    return keys_.size() <= kMostJsonDepth ||
           stop(fmt::format("is nested deeper than {}", kMostJsonDepth));
  }
  bool leave() {
    keys_.pop_back();
    return true;
  }
  bool stop(std::string why) {
    fault = std::move(why);
    return false;
  }

  std::vector<std::set<std::string>> keys_;
};

}  // namespace

std::optional<std::string> json_fault(std::string_view text) {
  if (auction::utf8_prefix(text) != text.size()) return "is not UTF-8";
  Listening listening;
  if (Plain::sax_parse(text, &listening)) return std::nullopt;
  return listening.fault;
}

}  // namespace pilot
