#include "libauction/adapters/socketio/socket_packet.h"

#include "libauction/adapters/socketio/arguments.h"
#include "tests/catch.h"

using namespace auction;

namespace {

std::string written(const SocketPacket& packet) {
  std::string line;
  for (const EngineFrame& frame : frames_of(packet)) {
    if (!line.empty()) line += " + ";
    line += frame.binary ? "<" + *frame.bytes + ">" : *frame.bytes;
  }
  return line;
}

std::string why(std::string_view text, const PacketRules& rules = {}) {
  const auto read = socket_packet_from_text(text, rules);
  return read.ok() ? "" : std::string(read.status().message());
}

}  // namespace

TEST_CASE("a packet reads as it is written") {
  struct Case {
    std::string text;
    SocketPacket packet;
  };
  using enum SocketPacketType;
  const std::vector<Case> cases{
      {"0", {kConnect, "/", {}, "", {}}},
      {"0{\"token\":\"123\"}", {kConnect, "/", {}, "{\"token\":\"123\"}", {}}},
      {"0/custom,{}", {kConnect, "/custom", {}, "{}", {}}},
      {"1", {kDisconnect, "/", {}, "", {}}},
      {"1/custom,", {kDisconnect, "/custom", {}, "", {}}},
      {"2[\"a\"]", {kEvent, "/", {}, "[\"a\"]", {}}},
      {"2/custom,12[\"a\", 1 ,{\"3\":[true]}]",
       {kEvent, "/custom", 12, "[\"a\", 1 ,{\"3\":[true]}]", {}}},
      {"29007199254740991[\"a\"]", {kEvent, "/", 9007199254740991, "[\"a\"]", {}}},
      {"30[]", {kAck, "/", 0, "[]", {}}},
      {"3/custom,7[1]", {kAck, "/custom", 7, "[1]", {}}}};
  for (const Case& it : cases) {
    INFO(it.text);
    const auto read = socket_packet_from_text(it.text, {});
    REQUIRE(read.ok());
    CHECK(read->packet == it.packet);
    CHECK(read->attachments == 0);
    CHECK(written(it.packet) == "4" + it.text);
  }
  CHECK(socket_packet_from_text("1/custom", {})->packet.nsp == "/custom");
}

TEST_CASE("a text that is no packet is refused, naming the field and the limit") {
  struct Case {
    std::string text;
    std::string fault;
  };
  const std::vector<Case> cases{
      {"", "type: must be 0 to 6"},
      {"abc", "type: must be 0 to 6"},
      {"7", "type: must be 0 to 6"},
      {"0[]", "data: must be an object"},
      {"0x", "data: no JSON at byte 1"},
      {"1{}", "data: a disconnect has none"},
      {"2", "data: no JSON at byte 1"},
      {"2{}", "data: must be an array"},
      {"2[]", "data: must begin with the event's name"},
      {"2[1,\"a\"]", "data: must begin with the event's name"},
      {"2[[\"a\"]]", "data: must begin with the event's name"},
      {"2[\"a\"", "data: no JSON at byte 5"},
      {"2[\"a\"]]", "data: no JSON at byte 6"},
      {std::string("2[\"a\"]\0x", 8), "data: no JSON at byte 6"},
      {"2[\"disconnect\"]", "data: the event disconnect is reserved"},
      {"2[\"connect_error\",1]", "data: the event connect_error is reserved"},
      {"2abc[\"a\"]", "data: no JSON at byte 1"},
      {"29007199254740992[\"a\"]", "ack: id must be 0 to 9007199254740991"},
      {"299999999999999999999999[\"a\"]", "ack: id must be 0 to 9007199254740991"},
      {"3[]", "ack: must have the event's id"},
      {"31{}", "data: must be an array"},
      {"4{\"message\":\"no\"}", "packet: connect_error is the server's"},
      {"5[\"a\"]", "attachments: must be 0 to 10"},
      {"511-[\"a\"]", "attachments: must be 0 to 10"},
      {"5-1-[\"a\"]", "attachments: must be 0 to 10"},
      {"51[\"a\"]", "attachments: must end in -"},
      {"51-[\"a\",{\"_placeholder\":true,\"num\":1}]", "data: a placeholder's num must be below 1"},
      {"51-[\"a\",[{\"_placeholder\":true,\"num\":-1}]]",
       "data: a placeholder's num must be below 1"},
      {"51-[\"a\",{\"_placeholder\":true}]", "data: a placeholder's num must be below 1"},
      {"2/" + std::string(64, 'n') + ",[\"a\"]", "namespace: at most 64 bytes"}};
  for (const Case& it : cases) {
    INFO(it.text);
    CHECK(why(it.text) == it.fault);
  }
}

TEST_CASE("JSON of any depth is counted, not followed") {
  const auto nested = [](std::size_t depth) {
    return "2[\"a\"," + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "]";
  };
  CHECK(why(nested(16)) == "");
  CHECK(why(nested(17)) == "data: nested at most 16 deep");
  CHECK(why("2[\"a\"," + std::string(100'000, '[')) == "data: nested at most 16 deep");
  CHECK(why("51-[\"a\"," + std::string(100'000, '[')) == "data: nested at most 16 deep");
}

TEST_CASE("attachments follow their packet, and nothing comes between") {
  PacketRules rules;
  rules.max_attachment_bytes = 5;
  const std::string announced = "52-[\"a\",{\"_placeholder\":true,\"num\":0},1]";
  PacketReader reader;
  auto read = reader.read(announced, false, rules);
  REQUIRE((read.ok() && !*read));
  read = reader.read("123", true, rules);
  REQUIRE((read.ok() && !*read));
  read = reader.read("45", true, rules);
  REQUIRE((read.ok() && *read));
  CHECK((*read)->attachments == std::vector<std::string>{"123", "45"});
  CHECK(written(**read) == "4" + announced + " + <123> + <45>");

  const auto fault = [](const auto& failed) { return std::string(failed.status().message()); };
  CHECK(fault(reader.read("1", true, rules)) == "attachment: no packet announced it");
  REQUIRE(reader.read(announced, false, rules).ok());
  CHECK(fault(reader.read("2[\"b\"]", false, rules)) == "packet: an attachment must come first");
  CHECK(fault(reader.read("123456", true, rules)) == "attachments: at most 5 bytes");

  PacketReader none;
  read = none.read("50-[\"a\"]", false, rules);
  CHECK((read.ok() && *read));
}

TEST_CASE("an event's name and arguments come apart and together") {
  using Views = std::vector<std::string_view>;
  const EventData data =
      parse_event_data(" [ \"say \\\"hi\\\"\" , 1,\"a,]\\\\\" , {\"3\":[1,2]} ] ");
  CHECK(data.name == "say \"hi\"");
  CHECK(split_arguments(data.args) == Views{"1", "\"a,]\\\\\"", "{\"3\":[1,2]}"});
  CHECK(split_arguments("").empty());
  CHECK(parse_event_data("[\"alone\"]").args.empty());
  CHECK(event_data("say \"hi\"", "1,2") == "[\"say \\\"hi\\\"\",1,2]");
  CHECK(event_data("alone", "") == "[\"alone\"]");
}
