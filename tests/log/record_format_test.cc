// docs/record-format.md tells every event's bytes: the table is compared with the encoder.
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "libauction/auction/event.h"
#include "libauction/base/hex.h"
#include "libauction/league/event.h"
#include "libauction/season/event.h"
#include "tests/catch.h"

namespace auction {
namespace {

std::string page() {
  const char* root = std::getenv("LIBAUCTION_SOURCE_DIR");
  std::ifstream in(std::string(root ? root : ".") + "/docs/record-format.md");
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// "lot u32, how u8, note" -> the bytes they take when lists and texts are empty and nothing that is
// optional is there.
std::size_t size_of_fields(std::string fields) {
  const std::map<std::string, std::size_t> sizes{
      {"u8", 1},   {"u16", 2},  {"u32", 4},  {"i64", 8},      {"16", 16},      {"32", 32},
      {"bool", 1}, {"note", 1}, {"text", 4}, {"optional", 1}, {"settings", 13}};
  if (const std::size_t inner = fields.find(" ("); inner != std::string::npos) {
    fields.erase(inner, fields.find(')', inner) + 1 - inner);
  }
  std::size_t size = 0;
  std::istringstream in(fields);
  for (std::string field; std::getline(in, field, ',');) {
    const bool list = field.find("list of") != std::string::npos;
    size += list ? 4 : sizes.at(field.substr(field.rfind(' ') + 1));
  }
  return size;
}

template <class Event, std::size_t I = 0>
Event default_event(std::size_t index) {
  if constexpr (I < std::variant_size_v<Event>) {
    return index == I ? Event(std::in_place_index<I>) : default_event<Event, I + 1>(index);
  } else {
    return {};
  }
}

// Set-ups and rule sets have lists of their own.
bool is_told_elsewhere(const std::string& fields) {
  return fields.find(" as ") != std::string::npos || fields == "rule set";
}

template <class Event, class NameOf>
void compare_table(std::uint16_t from_type, NameOf&& name_of) {
  const std::string text = page();
  for (std::uint16_t type = from_type; type <= std::variant_size_v<Event>; ++type) {
    const std::string row = "| " + std::to_string(type) + " | " + std::string(name_of(type));
    const std::size_t at = text.find("\n" + row + " | ");
    INFO(row);
    REQUIRE(at != std::string::npos);
    const std::size_t from = at + row.size() + 4;
    const std::string fields = text.substr(from, text.find("|", from) - from);
    const std::string told = fields.substr(0, fields.find_last_not_of(' ') + 1);
    if (is_told_elsewhere(told)) continue;
    Bytes bytes;
    put(bytes, default_event<Event>(type - 1u));
    CHECK(bytes.size() == 6 + size_of_fields(told));
  }
}

}  // namespace

TEST_CASE("the page's tables of events are the encoder's, type by type") {
  compare_table<Event>(2, [](std::uint16_t type) { return type_name(type); });
  compare_table<SeasonEvent>(2, season_event_name);
  compare_table<LeagueEvent>(1, league_event_name);
}

TEST_CASE("the page's bid is the encoder's bid, byte for byte") {
  Bytes bytes;
  put(bytes, BidPlaced{LotNumber{8}, ManagerSlot{1}, Money{12'000'000}});
  CHECK(to_hex(bytes) == "07000d0000000800000001001bb70000000000");
  CHECK(page().find("`07 00 0d 00 00 00 | 08 00 00 00 | 01 | 00 1b b7 00 00 00 00 00`") !=
        std::string::npos);
}

}  // namespace auction
