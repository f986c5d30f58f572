#include "libauction/adapters/socketio/engine.h"

#include "tests/catch.h"
#include "tests/socketio/spoken.h"

using namespace auction;
using test::Lines;

namespace {

// One engine with the pings of the protocol's own suite, and a clock that a test moves.
struct Line {
  explicit Line(const EngineRules& the_rules = rules()) : engine(the_rules, salts) {}

  static EngineRules rules() {
    EngineRules rules;
    rules.ping_interval = {300};
    rules.ping_timeout = {200};
    rules.max_payload = 100;
    return rules;
  }

  Lines http(std::uint64_t exchange, std::string_view method, const std::string& more = "",
             std::string_view body = "") {
    engine.request({{exchange}, method, "EIO=4&transport=polling" + more, body}, now);
    return actions();
  }
  Lines get(std::uint64_t exchange) { return http(exchange, "GET", "&sid=" + sid); }
  Lines post(std::uint64_t exchange, std::string_view body) {
    return http(exchange, "POST", "&sid=" + sid, body);
  }
  Lines frame(std::uint64_t wire, std::string_view bytes, bool binary = false) {
    engine.frame({wire}, bytes, binary, now);
    return actions();
  }
  Lines wire(std::uint64_t wire, const std::string& more = "") {
    engine.wire_opened({wire}, "EIO=4&transport=websocket" + more, now);
    return actions();
  }
  Lines at(std::int64_t ms) {
    now = {ms};
    engine.tick(now);
    return actions();
  }

  // A handshake by polling; its packets, and the connection it opened, are not of interest.
  void open() {
    const std::string line = http(1, "GET").at(0);
    const std::size_t name = line.find("\"sid\":\"") + 7;
    sid = line.substr(name, line.find('"', name) - name);
    events();
  }
  void open_wire(std::uint64_t number) {
    wire(number);
    engine.written({number});
    events();
  }
  void send(std::string_view text, std::uint64_t connection = 1) {
    engine.send({connection}, text_frame(EnginePacketType::kMessage, text));
  }

  Lines actions() { return test::all_spoken(engine.take_actions()); }
  Lines events() { return test::all_spoken(engine.take_events()); }

  SeededSalts salts{7};
  Engine engine;
  Instant now{0};
  std::string sid;
};

std::string error(int code, const std::string& message) {
  return " 400 {\"code\":" + std::to_string(code) + ",\"message\":\"" + message + "\"}";
}

}  // namespace

TEST_CASE("a handshake tells the rules, and upgrades to polling only") {
  Line line;
  line.open();
  CHECK(line.sid.size() == 22);
  const auto told = line.wire(1);
  CHECK(told.at(0).starts_with("w1 < 0{\"sid\":\""));
  CHECK(told.at(0).ends_with(
      "\"upgrades\":[],\"pingInterval\":300,\"pingTimeout\":200,\"maxPayload\":100}"));
  CHECK(line.http(2, "GET").at(0).find("\"upgrades\":[\"websocket\"]") != std::string::npos);
  CHECK(line.events() == Lines{"opened 2", "opened 3"});
  CHECK(line.engine.connections() == 3);
}

TEST_CASE("a request that is none of the protocol's is refused, with the reason") {
  const auto refused = [](std::string_view method, std::string_view query) {
    Line line;
    line.engine.request({{1}, method, query, {}}, line.now);
    CHECK(line.events().empty());
    return line.actions().at(0);
  };
  const std::string version = "#1" + error(5, "EIO must be 4");
  CHECK(refused("GET", "transport=polling") == version);
  CHECK(refused("GET", "EIO=abc&transport=polling") == version);
  CHECK(refused("GET", "EIO=3&transport=polling") == version);
  const std::string transport =
      "#1" + error(0, "transport must be polling, or websocket with an upgrade");
  CHECK(refused("GET", "EIO=4") == transport);
  CHECK(refused("GET", "EIO=4&transport=abc") == transport);
  CHECK(refused("GET", "&&EIO=4&transport&=polling") == transport);
  CHECK(refused("POST", "EIO=4&transport=polling") == "#1" + error(2, "a handshake must be a GET"));
  CHECK(refused("GET", "EIO=4&transport=polling&sid=x") == "#1" + error(1, "sid is not known"));

  Line line;
  line.open();
  CHECK(line.http(2, "PUT", "&sid=" + line.sid).at(0) ==
        "#2" + error(2, "method must be GET or POST"));
  for (const char* query : {"", "transport=websocket", "EIO=4", "EIO=4&transport=polling",
                            "EIO=4&transport=websocket&sid=x"}) {
    line.engine.wire_opened({9}, query, line.now);
    CHECK(line.actions() == Lines{"w9 closed refused"});
  }
}

TEST_CASE("more connections than allowed are not opened") {
  EngineRules rules = Line::rules();
  rules.max_connections = 1;
  Line line(rules);
  line.open();
  CHECK(line.http(2, "GET") == Lines{"#2 503 {\"code\":4,\"message\":\"connections: at most 1\"}"});
  CHECK(line.wire(3) == Lines{"w3 closed refused"});
}

TEST_CASE("polling carries packets both ways, bytes as base64") {
  Line line;
  line.open();
  CHECK(line.post(2,
                  "4hello\x1e"
                  "bAQIDBA==\x1e"
                  "4\xE2\x82\xAC") == Lines{"#2 200 ok"});
  CHECK(line.events() == Lines{"hello", "<\x01\x02\x03\x04>", "\xE2\x82\xAC"});
  CHECK(line.get(3).empty());
  line.send("one");
  line.engine.send({1}, binary_frame("\x01\x02\x03\x04"));
  CHECK(line.actions() == Lines{"#3 200 4one\x1e"
                                "bAQIDBA=="});
  line.send("two");
  CHECK(line.actions().empty());  // nobody asks
  CHECK(line.get(4) == Lines{"#4 200 4two"});
}

TEST_CASE("bytes that are no packet close the connection and say why") {
  struct Case {
    std::string body;
    std::string why;
  };
  const std::vector<Case> cases{
      {"", "packet: must not be empty"},
      {"abc", "packet: type must be 0 to 6"},
      {"4a\x1e", "packet: must not be empty"},
      {"7", "packet: type must be 0 to 6"},
      {"b!", "packet: the data after b must be base64 with its padding"},
      {"bAQIDBA", "packet: the data after b must be base64 with its padding"},
      {"bAQIDBB==", "packet: the data after b must be base64 with its padding"},
      {"4\xFF", "packet: must be UTF-8"},
      {"2", "packet: ping is the server's"},
      {"0", "packet: type must be close, pong or message here"},
      {"5", "packet: type must be close, pong or message here"},
      {"6", "packet: type must be close, pong or message here"}};
  for (const Case& it : cases) {
    INFO(it.body);
    Line line;
    line.open();
    CHECK(line.get(2).empty());
    CHECK(line.post(3, it.body) == Lines{"#3" + error(3, it.why), "#2 200 1"});
    CHECK(line.events().back() == "closed parse error: " + it.why);
    CHECK(line.get(4) == Lines{"#4" + error(1, "sid is not known")});

    if (it.body.starts_with('b') || it.body.ends_with('\x1e')) continue;  // polling's own forms
    line.open_wire(5);
    CHECK(line.frame(5, it.body) == Lines{"w5 closed parse error"});
    CHECK(line.events() == Lines{"closed parse error: " + it.why});
    CHECK(line.frame(5, "4late").empty());
  }
}

TEST_CASE("a body or a frame above the limit closes the connection") {
  Line line;
  line.open();
  const std::string most = "4" + std::string(99, 'a');
  CHECK(line.post(2, most) == Lines{"#2 200 ok"});
  CHECK(line.post(3, most + "a") ==
        Lines{"#3 413 {\"code\":3,\"message\":\"body: at most 100 bytes\"}"});
  CHECK(line.events().back() == "closed payload too large");
  line.open_wire(4);
  CHECK(line.frame(4, most).empty());
  CHECK(line.frame(4, most + "a", true) == Lines{"w4 closed payload too large"});
  CHECK(line.events().back() == "closed payload too large: frame: at most 100 bytes");
}

TEST_CASE("two polls at once end the connection, and so does one that is cancelled") {
  Line line;
  line.open();
  CHECK(line.get(3).empty());
  CHECK(line.get(4) == Lines{"#4" + error(3, "one GET at a time"), "#3 200 1"});
  CHECK(line.events() == Lines{"closed transport error: two polls at once"});
  CHECK(line.engine.next_deadline() == kNever);

  Line impatient;
  impatient.open();
  CHECK(impatient.get(2).empty());
  impatient.engine.request_gone({2});
  impatient.engine.request_gone({9});  // answered, or never a poll
  CHECK(impatient.events() == Lines{"closed transport error: a poll was cancelled"});
  CHECK(impatient.get(3) == Lines{"#3" + error(1, "sid is not known")});
}

TEST_CASE("a client that says close gets a noop for its poll") {
  Line line;
  line.open();
  CHECK(line.get(2).empty());
  CHECK(line.post(3,
                  "1\x1e"
                  "4late") == Lines{"#2 200 6", "#3 200 ok"});
  CHECK(line.events() == Lines{"closed transport close"});
  line.open_wire(4);
  CHECK(line.frame(4, "1") == Lines{"w4 closed transport close"});
}

TEST_CASE("pings go out at the interval, and no pong in time ends the connection") {
  Line line;
  line.open_wire(1);
  CHECK(line.engine.next_deadline() == Instant{300});
  CHECK(line.at(299).empty());
  CHECK(line.at(300) == Lines{"w1 < 2"});
  line.engine.written({1});
  line.now = {499};
  CHECK(line.frame(1, "3").empty());
  CHECK(line.engine.next_deadline() == Instant{799});
  CHECK(line.at(799) == Lines{"w1 < 2"});
  CHECK(line.at(998).empty());
  CHECK(line.at(999) == Lines{"w1 closed ping timeout"});
  CHECK(line.events() == Lines{"closed ping timeout"});
}

TEST_CASE("a poll after the time of its pong finds no connection, also before the tick") {
  Line line;
  line.open();
  CHECK(line.at(300).empty());
  line.now = {500};
  CHECK(line.get(2) == Lines{"#2" + error(1, "sid is not known")});
  CHECK(line.events() == Lines{"closed ping timeout"});
}

TEST_CASE("an upgrade moves what waits to the WebSocket and loses nothing") {
  Line line;
  line.open();
  CHECK(line.get(2).empty());
  CHECK(line.wire(3, "&sid=" + line.sid).empty());
  CHECK(line.frame(3, "2probe") == Lines{"w3 < 3probe", "#2 200 6"});
  line.send("waiting");
  CHECK(line.get(4) == Lines{"#4 200 6"});
  CHECK(line.frame(3, "5").empty());  // the answer to the probe is still being written
  CHECK(line.events() == Lines{"upgraded 1"});
  line.engine.written({3});
  CHECK(line.actions() == Lines{"w3 < 4waiting"});

  CHECK(line.get(5) == Lines{"#5" + error(3, "the connection is a WebSocket by now")});
  CHECK(line.wire(6, "&sid=" + line.sid) == Lines{"w6 closed refused"});
  line.frame(3, "4still here");
  CHECK(line.events() == Lines{"still here"});
  line.engine.wire_gone({3});
  CHECK(line.events() == Lines{"closed transport close"});
}

TEST_CASE("a probe that fails leaves the polling as it was") {
  const auto polls_on = [](Line& line) {
    line.send("still polling");
    CHECK(line.get(50) == Lines{"#50 200 4still polling"});
    CHECK(line.events().empty());
  };
  for (const char* frame : {"5", "2", "4hello", "x", "3probe"}) {
    Line line;
    line.open();
    CHECK(line.wire(2, "&sid=" + line.sid).empty());
    CHECK(line.frame(2, frame) == Lines{"w2 closed parse error"});
    polls_on(line);
  }
  Line gone;
  gone.open();
  gone.wire(2, "&sid=" + gone.sid);
  gone.frame(2, "2probe");
  gone.engine.wire_gone({2});
  polls_on(gone);

  EngineRules rules = Line::rules();
  rules.upgrade_timeout = {50};
  Line slow(rules);
  slow.open();
  slow.wire(2, "&sid=" + slow.sid);
  CHECK(slow.at(49).empty());
  CHECK(slow.at(50) == Lines{"w2 closed transport error"});
  polls_on(slow);
}

TEST_CASE("frames wait until the last ones are written, and a slow consumer is dropped") {
  EngineRules rules = Line::rules();
  rules.max_queue_frames = 3;
  rules.max_queue_bytes = 20;
  Line line(rules);
  line.open_wire(1);
  line.send("one");
  CHECK(line.actions() == Lines{"w1 < 4one"});
  line.send("two");
  line.send("three");
  CHECK(line.actions().empty());
  line.engine.written({1});
  CHECK(line.actions() == Lines{"w1 < 4two 4three"});
  line.send("four");
  CHECK(line.events().empty());
  line.send("five");  // the fourth that waits
  CHECK(line.actions() == Lines{"w1 closed slow consumer"});
  CHECK(line.events() == Lines{"closed slow consumer"});

  line.open_wire(2);
  line.send(std::string(50, 'a'), 2);  // alone, any size goes
  CHECK(line.events().empty());
  CHECK_FALSE(line.engine.idle({2}));
  line.send("b", 2);
  CHECK(line.events() == Lines{"closed slow consumer"});
}

TEST_CASE("a connection that we close gets what waits for it first") {
  Line line;
  line.open_wire(1);
  line.send("last words");
  line.engine.close({1}, CloseReason::kServerClose, line.now, "why");
  line.send("too late");
  CHECK(line.actions() == Lines{"w1 < 4last words", "w1 closed forced close"});
  CHECK(line.events() == Lines{"closed forced close: why"});

  Line polling;
  polling.open();
  polling.send("last words");
  polling.engine.close_all(CloseReason::kServerStopping, polling.now);
  CHECK(polling.actions().empty());
  CHECK(polling.engine.connections() == 0);
  CHECK(polling.post(2, "4late") == Lines{"#2" + error(1, "sid is not known")});
  CHECK(polling.wire(8, "&sid=" + polling.sid) == Lines{"w8 closed refused"});
  CHECK(polling.get(3) == Lines{"#3 200 4last words\x1e"
                                "1"});
  CHECK(polling.get(4) == Lines{"#4" + error(1, "sid is not known")});
  CHECK(polling.events() == Lines{"closed server shutting down"});

  Line forgotten;
  forgotten.open();
  forgotten.engine.close({1}, CloseReason::kServerClose, forgotten.now);
  CHECK(forgotten.engine.next_deadline() == Instant{200});
  CHECK(forgotten.at(200).empty());
  CHECK(forgotten.engine.next_deadline() == kNever);
}
