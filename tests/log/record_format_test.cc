// docs/record-format.md tells every event's bytes: the table is compared with the encoder.
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "libauction/auction/event.h"
#include "libauction/base/hex.h"
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

// "lot u32, how u8, note" -> the bytes they take when lists are empty and there is no note.
std::size_t size_of_fields(const std::string& fields) {
  const std::map<std::string, std::size_t> sizes{{"u8", 1},  {"u16", 2},  {"u32", 4}, {"i64", 8},
                                                 {"32", 32}, {"bool", 1}, {"note", 1}};
  std::size_t size = 0;
  std::istringstream in(fields);
  for (std::string field; std::getline(in, field, ',');) {
    const bool list = field.find("list of") != std::string::npos;
    size += list ? 4 : sizes.at(field.substr(field.rfind(' ') + 1));
  }
  return size;
}

template <std::size_t I = 0>
Event default_event(std::size_t index) {
  if constexpr (I < kEventTypes) {
    return index == I ? Event(std::in_place_index<I>) : default_event<I + 1>(index);
  } else {
    return {};
  }
}

}  // namespace

TEST_CASE("the page's table of events is the encoder's, type by type") {
  const std::string text = page();
  for (std::size_t i = 1; i < kEventTypes; ++i) {  // the set-up has a list of its own
    const Event event = default_event(i);
    const std::string row = "| " + std::to_string(i + 1) + " | " + std::string(type_name(event));
    const std::size_t at = text.find("\n" + row + " | ");
    INFO(row);
    REQUIRE(at != std::string::npos);
    const std::size_t from = at + row.size() + 4;
    const std::string fields = text.substr(from, text.find(" |", from) - from);
    Bytes bytes;
    put(bytes, event);
    CHECK(bytes.size() == 6 + size_of_fields(fields));
  }
}

TEST_CASE("the page's bid is the encoder's bid, byte for byte") {
  Bytes bytes;
  put(bytes, BidPlaced{LotNumber{8}, ManagerSlot{1}, Money{12'000'000}});
  CHECK(to_hex(bytes) == "07000d0000000800000001001bb70000000000");
  CHECK(page().find("`07 00 0d 00 00 00 | 08 00 00 00 | 01 | 00 1b b7 00 00 00 00 00`") !=
        std::string::npos);
}

}  // namespace auction
