#include "libauction/adapters/socketio/hub.h"

#include "tests/catch.h"
#include "tests/socketio/spoken.h"

using namespace auction;
using test::Lines;

namespace {

// A hub whose clients are WebSockets, each with the number of its connection.
struct Hall {
  explicit Hall(const HubRules& the_rules = rules()) : hub(the_rules, salts) {}

  static HubRules rules() {
    HubRules rules;
    rules.namespaces = {"/", "/custom"};
    return rules;
  }

  void open(std::uint64_t wire) {
    hub.wire_opened({wire}, "EIO=4&transport=websocket", now);
    actions();
    events();
  }
  // Into the main namespace; sockets are numbered in the order in which they connect.
  void enter(std::uint64_t wire, const std::string& connect = "40") {
    open(wire);
    says(wire, connect);
    hub.accept({++sockets});
    actions();
  }
  Lines says(std::uint64_t wire, std::string_view text, bool binary = false) {
    hub.frame({wire}, text, binary, now);
    return events();
  }

  // What goes out, each batch written at once.
  Lines actions() {
    const auto done = hub.take_actions();
    for (const EngineAction& action : done) {
      if (const auto* sent = std::get_if<SendFrames>(&action)) hub.written(sent->wire);
    }
    return test::all_spoken(done);
  }
  Lines events() { return test::all_spoken(hub.take_events()); }

  SeededSalts salts{7};
  SocketHub hub;
  Instant now{0};
  std::uint64_t sockets = 0;
};

// The value of "name" in a line of JSON.
std::string field(const std::string& line, const std::string& name) {
  const std::size_t at = line.find("\"" + name + "\":\"");
  if (at == std::string::npos) return "";
  const std::size_t first = at + name.size() + 4;
  return line.substr(first, line.find('"', first) - first);
}

}  // namespace

TEST_CASE("the program lets sockets in, or refuses them with its reason") {
  Hall hall;
  hall.open(1);
  CHECK(hall.says(1, "40{\"token\":\"123\"}") == Lines{"connecting s1 / {\"token\":\"123\"}"});
  CHECK(hall.actions().empty());
  hall.hub.accept({1});
  hall.hub.accept({1});  // once is enough
  hall.hub.emit({1}, {.event = "auth", .args = "{}"});
  const Lines told = hall.actions();
  CHECK(told.at(0).starts_with("w1 < 40{\"sid\":\""));
  CHECK(told.at(0).ends_with("} 42[\"auth\",{}]"));
  CHECK(field(told.at(0), "sid").size() == 22);

  CHECK(hall.says(1, "40/custom,") == Lines{"connecting s2 /custom {}"});
  hall.hub.refuse({2}, "not \"you\"", "{\"code\":7}");
  CHECK(hall.actions() ==
        Lines{"w1 < 44/custom,{\"message\":\"not \\\"you\\\"\",\"data\":{\"code\":7}}"});
  CHECK(hall.says(1, "40/custom") == Lines{"connecting s3 /custom {}"});
  CHECK(hall.says(1, "41/custom") == Lines{"s3 left: client namespace disconnect"});
  hall.hub.accept({3});  // it left meanwhile
  CHECK(hall.actions().empty());
  CHECK(hall.says(1, "40/random").empty());
  CHECK(hall.actions() == Lines{"w1 < 44/random,{\"message\":\"Invalid namespace\"}"});
}

TEST_CASE("a packet out of place closes the connection and all its sockets") {
  const Lines closed_first{"closed parse error: namespace /: CONNECT must come first, and once"};
  for (const char* first : {"42[\"a\"]", "41", "431[]"}) {
    INFO(first);
    Hall hall;
    hall.open(1);
    CHECK(hall.says(1, first) == closed_first);
    CHECK(hall.actions() == Lines{"w1 closed parse error"});
  }
  struct Case {
    const char* text;
    const char* why;
  };
  for (const Case it :
       {Case{"4abc", "type: must be 0 to 6"},
        {"42{}", "data: must be an array"},
        {"42abc[\"a\"]", "data: no JSON at byte 1"},
        {"40", "namespace /: CONNECT must come first, and once"},
        {"42/custom,[\"a\"]", "namespace /custom: CONNECT must come first, and once"}}) {
    INFO(it.text);
    Hall hall;
    hall.enter(1);
    CHECK(hall.says(1, it.text) ==
          Lines{"s1 left: parse error", "closed parse error: " + std::string(it.why)});
    CHECK(hall.actions() == Lines{"w1 closed parse error"});
  }
  Hall early;
  early.open(1);
  early.says(1, "40");
  CHECK(early.says(1, "42[\"a\"]").back() == closed_first[0]);  // not yet accepted

  Hall polling;  // what follows a bad packet in one payload is not heard
  polling.hub.request({{1}, "GET", "EIO=4&transport=polling", ""}, polling.now);
  const std::string sid = field(polling.actions().at(0), "sid");
  polling.hub.request({{2},
                       "POST",
                       "EIO=4&transport=polling&sid=" + sid,
                       "4x\x1e"
                       "40"},
                      polling.now);
  CHECK(polling.events().back() == "closed parse error: type: must be 0 to 6");
}

TEST_CASE("events and answers go both ways, with attachments") {
  Hall hall;
  hall.enter(1);
  CHECK(hall.says(1, "42[\"say\",1,\"2\",{\"3\":[true]}]") ==
        Lines{"s1 say(1,\"2\",{\"3\":[true]})"});
  CHECK(hall.says(1, "42456[\"ask\"]") == Lines{"s1 ask() ack 456"});
  hall.hub.acknowledge({1}, {456}, "1,2");
  CHECK(hall.actions() == Lines{"w1 < 43456[1,2]"});

  const std::string hole = "{\"_placeholder\":true,\"num\":0}";
  CHECK(hall.says(1, "451-9[\"photo\"," + hole + "]").empty());
  CHECK(hall.says(1, "bytes", true) == Lines{"s1 photo(" + hole + ") <bytes> ack 9"});
  const std::vector<std::string> bytes{"back"};
  hall.hub.acknowledge({1}, {9}, hole, bytes);
  hall.hub.emit({1}, {.event = "photo", .args = hole, .attachments = bytes});
  CHECK(hall.actions() ==
        Lines{"w1 < 461-9[" + hole + "] <back> 451-[\"photo\"," + hole + "] <back>"});
}

TEST_CASE("an answer that we wait for comes, comes late, or was never asked for") {
  HubRules rules = Hall::rules();
  rules.max_pending_acks = 2;
  Hall hall(rules);
  hall.enter(1);
  CHECK(hall.hub.emit_with_ack({1}, {.event = "q"}, {3000}) == AckNumber{0});
  CHECK(hall.hub.emit_with_ack({1}, {.event = "q"}, {2000}) == AckNumber{1});
  CHECK_FALSE(hall.hub.emit_with_ack({1}, {.event = "q"}, {2000}));
  CHECK_FALSE(hall.hub.emit_with_ack({9}, {.event = "q"}, {2000}));
  CHECK(hall.actions() == Lines{"w1 < 420[\"q\"] 421[\"q\"]"});
  CHECK(hall.hub.next_deadline() == Instant{2000});
  CHECK(hall.says(1, "430[\"yes\"]") == Lines{"s1 acked 0(\"yes\")"});
  CHECK(hall.says(1, "430[\"yes\"]").empty());
  hall.hub.tick({2000});
  CHECK(hall.events() == Lines{"s1 missed 1"});
  CHECK(hall.says(1, "431[]").empty());
}

TEST_CASE("rooms, and broadcasts that are encoded once") {
  Hall hall;
  for (std::uint64_t wire = 1; wire <= 4; ++wire) hall.enter(wire);
  for (std::uint64_t socket = 1; socket <= 3; ++socket) hall.hub.join({socket}, "reds");
  hall.hub.join({3}, "blues");
  hall.hub.join({4}, "blues");
  const std::vector<std::string> both{"reds", "blues"};
  hall.hub.broadcast("/", both, {.event = "sold", .args = "7"}, SocketId{2});
  const auto told = hall.hub.take_actions();
  CHECK(test::all_spoken(told) ==
        Lines{"w1 < 42[\"sold\",7]", "w3 < 42[\"sold\",7]", "w4 < 42[\"sold\",7]"});
  const auto bytes = [&](std::size_t i) {
    return std::get<SendFrames>(told.at(i)).frames.at(0).bytes.get();
  };
  CHECK((bytes(0) == bytes(1) && bytes(1) == bytes(2)));
  for (const std::uint64_t wire : {1u, 3u, 4u}) hall.hub.written({wire});

  hall.hub.leave({1}, "reds");
  hall.hub.leave({1}, "reds");
  hall.says(2, "41");
  CHECK(hall.hub.sockets("/", "reds") == std::vector<SocketId>{{3}});
  CHECK(hall.hub.sockets("/", "").size() == 3);
  CHECK(hall.hub.sockets("/custom", "reds").empty());
  hall.hub.broadcast("/", {}, {.event = "end"});
  CHECK(hall.actions().size() == 3);
}

TEST_CASE("a host can see what waits for a socket, and when its event came in") {
  Hall hall;
  hall.enter(1);
  CHECK(hall.hub.backlog({1}) == Backlog{});
  hall.hub.emit({1}, {.event = "sold", .args = "7"});
  const std::size_t bytes = std::string_view("42[\"sold\",7]").size();
  CHECK(hall.hub.backlog({1}) == Backlog{1, bytes});
  (void)hall.hub.take_actions();  // in flight: not written yet
  hall.hub.emit({1}, {.event = "sold", .args = "8"});
  CHECK(hall.hub.backlog({1}) == Backlog{2, 2 * bytes});
  hall.hub.written({1});
  CHECK(hall.hub.backlog({1}) == Backlog{1, bytes});
  CHECK(hall.hub.backlog({9}) == Backlog{});

  hall.hub.frame({1}, "42[\"bid\"]", false, Instant{5});
  hall.hub.tick(Instant{8});
  const std::vector<HubEvent> events = hall.hub.take_events();
  CHECK(std::get<SocketEvent>(events.at(0)).at == Instant{5});
}

TEST_CASE("a socket that we end leaves its connection to the others") {
  Hall hall;
  hall.enter(1);
  hall.says(1, "40/custom");
  hall.hub.accept({2});
  hall.actions();
  hall.hub.disconnect({2});
  CHECK(hall.actions() == Lines{"w1 < 41/custom,"});
  CHECK(hall.events() == Lines{"s2 left: server namespace disconnect"});
  CHECK(hall.says(1, "42/custom,[\"on its way\"]").empty());
  CHECK(hall.says(1, "42[\"here\"]") == Lines{"s1 here()"});
  hall.hub.close({1}, CloseReason::kServerClose, hall.now);
  CHECK(hall.events() == Lines{"s1 left: forced close", "closed forced close"});
}

TEST_CASE("a slow consumer is dropped, and droppable events never make one") {
  HubRules rules = Hall::rules();
  rules.engine.max_queue_frames = 2;
  Hall hall(rules);
  hall.enter(1);
  hall.enter(2);
  const auto written = [&](std::uint64_t wire) { hall.hub.written({wire}); };
  hall.hub.emit({1}, {.event = "a"});
  hall.hub.take_actions();  // the first wire writes, and goes on writing
  for (int i = 0; i < 5; ++i) {
    hall.hub.broadcast("/", {}, {.event = "tick", .droppable = true});
    CHECK(test::all_spoken(hall.hub.take_actions()) == Lines{"w2 < 42[\"tick\"]"});
    written(2);
  }
  for (int i = 0; i < 2; ++i) hall.hub.broadcast("/", {}, {.event = "bid"});
  CHECK(hall.events() == Lines{"s1 left: slow consumer", "closed slow consumer"});
  CHECK(hall.hub.sockets("/", "").size() == 1);
}

TEST_CASE("a connection without a socket is closed in time") {
  Hall hall;
  hall.open(1);
  hall.says(1, "40");  // asks, and is not accepted
  hall.enter(2);
  hall.hub.tick({24'000});
  hall.now = {26'000};
  hall.hub.tick(hall.now);  // pings
  hall.says(1, "3");
  hall.says(2, "3");
  hall.actions();
  hall.hub.tick({44'999});
  CHECK(hall.events().empty());
  hall.hub.tick({45'000});
  CHECK(hall.events().back() == "closed no namespace");
  CHECK(hall.hub.connections() == 1);
}

TEST_CASE("recovery: the same pid, name and rooms, for those who asked") {
  Hall hall;
  hall.open(1);
  hall.says(1, "40{\"recovery\":true}");
  hall.hub.accept({1});
  const std::string connect = hall.actions().at(0);
  const std::string pid = field(connect, "pid"), sid = field(connect, "sid");
  REQUIRE(pid.size() == 22);
  hall.hub.join({1}, "auction");
  hall.sockets = 1;
  hall.enter(2);
  hall.hub.join({2}, "auction");
  hall.hub.broadcast("/", std::vector<std::string>{"auction"},
                     {.event = "bid", .args = "{}", .offset = "41"});
  CHECK(hall.actions() == Lines{"w1 < 42[\"bid\",{},\"41\"]", "w2 < 42[\"bid\",{}]"});

  hall.hub.wire_gone({1}, {1000});
  CHECK(hall.events() == Lines{"s1 left: transport close", "closed transport close"});
  hall.open(3);
  const std::string auth = "{\"recovery\":true,\"pid\":\"" + pid + "\",\"offset\":\"41\"}";
  CHECK(hall.says(3, "40" + auth) == Lines{"connecting s3 / " + auth + " after 41 as s1 "});
  hall.hub.recover({3});
  const std::string again = hall.actions().at(0);
  CHECK((field(again, "pid") == pid && field(again, "sid") == sid));
  CHECK(hall.hub.sockets("/", "auction") == std::vector<SocketId>{{2}, {3}});
}

TEST_CASE("recovery: forgotten after its window, and not for those who left") {
  HubRules rules = Hall::rules();
  rules.recovery_window = {1000};
  rules.max_remembered = 1;
  Hall hall(rules);
  std::vector<std::string> pids;
  for (std::uint64_t wire = 1; wire <= 3; ++wire) {
    hall.open(wire);
    hall.says(wire, "40{\"recovery\":true}");
    hall.hub.accept({wire});
    pids.push_back(field(hall.actions().at(0), "pid"));
  }
  const auto comes_back = [&](std::uint64_t wire, const std::string& pid) {
    hall.open(wire);
    const Lines told =
        hall.says(wire, "40{\"recovery\":true,\"pid\":\"" + pid + "\",\"offset\":\"\"}");
    return told.at(0).find(" as s") != std::string::npos;
  };
  hall.says(1, "41");
  hall.hub.wire_gone({2}, hall.now);
  hall.hub.wire_gone({3}, hall.now);
  hall.hub.tick(hall.now);
  CHECK_FALSE(comes_back(4, pids[0]));  // it said that it leaves
  CHECK_FALSE(comes_back(5, pids[1]));  // one too many
  CHECK(comes_back(6, pids[2]));
  CHECK_FALSE(comes_back(7, std::string(65, 'p')));
  hall.hub.tick({1000});
  CHECK_FALSE(comes_back(8, pids[2]));
  hall.hub.recover({8});  // the program knows it from its log: the pid alone comes back
  CHECK(hall.hub.sockets("/", "") == std::vector<SocketId>{{8}});
  CHECK(field(hall.actions().back(), "pid") == pids[2]);
}
