// What comes from outside and is wrong: each text is refused, at the right place, with a word that
// says what would do.
#include "libauction/adapters/json/bid.h"
#include "libauction/adapters/json/command.h"
#include "libauction/adapters/json/event.h"
#include "libauction/adapters/json/json_fault.h"
#include "libauction/adapters/json/rule_set.h"
#include "libauction/adapters/json/setup.h"
#include "tests/catch.h"

using namespace auction;

namespace {

struct Row {
  std::string text;
  std::string pointer;
  std::string says;  // must be in the message
};

std::string nested(int depth) {
  return "{\"name\":" + std::string(static_cast<std::size_t>(depth), '[') +
         std::string(static_cast<std::size_t>(depth), ']') + "}";
}

std::string many_members(int count) {
  std::string text = "{";
  for (int i = 0; i < count; ++i) {
    text += (i > 0 ? ",\"m" : "\"m") + std::to_string(i) + "\":0";
  }
  return text + "}";
}

const std::string kId = "0c000000-0000-4000-8000-000000000001";
const std::string kBidEnd = ",\"amount\":5,\"commandId\":\"" + kId + "\"}";

const Row kRuleSets[] = {
    // No JSON at all.
    {"", "", "is no JSON at byte 1"},
    {"   ", "", "is no JSON at byte"},
    {"nonsense", "", "is no JSON at byte"},
    {"{", "", "is no JSON at byte 2"},
    {"{\"name\"", "/name", "is no JSON at byte"},
    {"{\"name\":", "/name", "is no JSON at byte"},
    {"{\"name\":\"a\"", "/name", "is no JSON at byte"},
    {"{\"name\":\"a\",}", "/name", "is no JSON at byte 13"},
    {"{,}", "", "is no JSON at byte 2"},
    {"{name:1}", "", "is no JSON at byte 3"},
    {"{'name':\"a\"}", "", "is no JSON at byte 2"},
    {"{\"name\":\"a\" \"notes\":\"b\"}", "/name", "is no JSON at byte"},
    {"{\"name\" \"a\"}", "/name", "is no JSON at byte"},
    {"{\"squad\":{\"quotas\":[1,]}}", "/squad/quotas/0", "is no JSON at byte"},
    {"{}{}", "", "is no JSON at byte 3"},
    {"{} x", "", "is no JSON at byte 4"},
    {"{}]", "", "is no JSON at byte 3"},
    {"// a remark\n{}", "", "is no JSON at byte 1"},
    {"{}/* a remark */", "", "is no JSON at byte 3"},
    {std::string("{}\0", 3), "", "a NUL byte"},
    {std::string("{\"name\":\"\0\"}", 12), "", "is no JSON at byte 10: a NUL byte"},
    {"\xef\xbb\xbf{}", "", "byte order mark"},
    {std::string("\xff\xfe{\0}\0", 6), "", "a NUL byte"},

    // Texts.
    {"{\"name\":\"a\nb\"}", "/name", "is no JSON at byte"},
    {"{\"name\":\"a\tb\"}", "/name", "is no JSON at byte"},
    {"{\"name\":\"\\x41\"}", "/name", "is no JSON at byte"},
    {"{\"name\":\"\\u12\"}", "/name", "is no JSON at byte"},
    {"{\"name\":\"\\ud800\"}", "/name", "surrogate"},
    {"{\"name\":\"\\ud800\\ud800\"}", "/name", "surrogate"},
    {"{\"name\":\"\\udc00\"}", "/name", "surrogate"},
    {"{\"name\":\"\xff\"}", "/name", "ill-formed UTF-8"},
    {"{\"name\":\"\xc0\xaf\"}", "/name", "ill-formed UTF-8"},
    {"{\"name\":\"\xed\xa0\x80\"}", "/name", "ill-formed UTF-8"},
    {"{\"name\":\"\xf4\x90\x80\x80\"}", "/name", "ill-formed UTF-8"},
    {"{\"name\":\"\xe2\x82\"}", "/name", "ill-formed UTF-8"},
    {"{\"name\":\"open", "/name", "is no JSON at byte"},

    // Numbers.
    {"{\"budget\":NaN}", "/budget", "is no JSON at byte"},
    {"{\"budget\":Infinity}", "/budget", "is no JSON at byte"},
    {"{\"budget\":-}", "/budget", "is no JSON at byte"},
    {"{\"budget\":+5}", "/budget", "is no JSON at byte"},
    {"{\"budget\":05}", "/budget", "is no JSON at byte"},
    {"{\"budget\":0x10}", "/budget", "is no JSON at byte"},
    {"{\"budget\":.5}", "/budget", "is no JSON at byte"},
    {"{\"budget\":5.}", "/budget", "is no JSON at byte"},
    {"{\"budget\":1_000}", "/budget", "is no JSON at byte"},
    {"{\"budget\":1.5}", "/budget", "must be an integer, not 1.5"},
    {"{\"budget\":1.0}", "/budget", "must be an integer, not 1.0"},
    {"{\"budget\":1e3}", "/budget", "must be an integer, not 1e3"},
    {"{\"budget\":1E400}", "/budget", "must be an integer, not 1E400"},
    {"{\"budget\":9007199254740992}", "/budget", "to 9007199254740991, not 9007199254740992"},
    {"{\"budget\":18446744073709551615}", "/budget", "not 18446744073709551615"},
    {"{\"budget\":99999999999999999999}", "/budget", "not 99999999999999999999"},
    {"{\"budget\":-9007199254740992}", "/budget", "not -9007199254740992"},
    {"{\"budget\":-1}", "/budget", "must be 0 to 9007199254740991, not -1"},

    // Form.
    {"{\"name\":\"a\",\"name\":\"a\"}", "/name", "appears twice"},
    {"{\"clock\":{\"lotMs\":1,\"gapMs\":2,\"lotMs\":1}}", "/clock/lotMs", "appears twice"},
    {"{\"a~b/c\":1,\"a~b/c\":2}", "/a~0b~1c", "appears twice"},
    {"{\"n\\u0061me\":\"a\",\"name\":\"b\"}", "/name", "appears twice"},
    {nested(16), "/name/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0", "nested deeper than 16"},
    {std::string(100'000, '['), "", "must be 65536 bytes at most, not 100000"},
    {std::string(60'000, '['), "/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0", "nested deeper than 16"},
    {many_members(300), "/m256", "256 at most"},
    {"{\"name\":\"" + std::string(70'000, 'x') + "\"}", "", "must be 65536 bytes at most"},

    // Rule sets.
    {"[]", "", "must be an object, not a list"},
    {"null", "", "must be an object, not null"},
    {"\"ipl-2025\"", "", "must be an object, not \"ipl-2025\""},
    {"{\"preset\":\"ipl-2026\"}", "/preset", "pilot-football, pilot-cricket or ipl-2025"},
    {"{\"preset\":2025}", "/preset", "must be text, not 2025"},
    {"{\"preset\":null}", "/preset", "must be text, not null"},
    {"{\"Budget\":1}", "/Budget", "is unknown here; the members are"},
    {"{\"squad\":{\"minimum\":1}}", "/squad/minimum", "min, max, reservePerSlot or quotas"},
    {"{\"squad\":[]}", "/squad", "must be an object, not a list"},
    {"{\"squad\":{\"max\":65536}}", "/squad/max", "must be 0 to 65535, not 65536"},
    {"{\"squad\":{\"max\":\"25\"}}", "/squad/max", "must be 0 to 65535, not \"25\""},
    {"{\"squad\":{\"max\":true}}", "/squad/max", "not true"},
    {"{\"squad\":{\"max\":null}}", "/squad/max", "not null"},
    {"{\"squad\":{\"quotas\":{}}}", "/squad/quotas", "must be a list, not an object"},
    {"{\"squad\":{\"quotas\":[{}]}}", "/squad/quotas/0", "must have the member name"},
    {"{\"squad\":{\"quotas\":[{\"name\":\"x\",\"test\":\"equals\",\"value\":\"\",\"max\":1}]}}",
     "/squad/quotas/0/test", "must be is, is_not or role, not \"equals\""},
    {"{\"squad\":{\"quotas\":[{\"name\":\"x\",\"test\":\"is\",\"value\":\"\",\"max\":256}]}}",
     "/squad/quotas/0/max", "must be 0 to 255"},
    {"{\"english\":{\"bidding\":\"Ladder\"}}", "/english/bidding",
     "any_higher, ladder or fixed_next"},
    {"{\"english\":{\"ladder\":[{\"step\":1}]}}", "/english/ladder/0",
     "must have the member below"},
    {"{\"english\":{\"ladder\":[{\"below\":null}]}}", "/english/ladder/0",
     "must have the member step"},
    {"{\"english\":{\"ladder\":[[100,5]]}}", "/english/ladder/0", "must be an object, not a list"},
    {"{\"english\":{\"selfRaise\":1}}", "/english/selfRaise", "must be true or false, not 1"},
    {"{\"clock\":{\"softClose\":{\"form\":\"\"}}}", "/clock/softClose/form",
     "must be additive, floor or reset, not \"\""},
    {"{\"clock\":{\"softClose\":{\"trigger\":[]}}}", "/clock/softClose/trigger", "must be text"},
    {"{\"clock\":{\"softClose\":{\"maxExtensions\":-1}}}", "/clock/softClose/maxExtensions",
     "must be 0 to 65535"},
    {"{\"clock\":{\"lotMs\":-1}}", "/clock/lotMs", "must be 0 to 9007199254740991, not -1"},
    {"{\"order\":{\"kind\":\"random\"}}", "/order/kind", "given, shuffled, sets or"},
    {"{\"unsold\":{\"kind\":null}}", "/unsold/kind", "must be text, not null"},
    {"{\"retention\":{\"cappedSlabs\":[1,\"2\"]}}", "/retention/cappedSlabs/1", "not \"2\""},
    {"{\"currency\":{\"display\":[{\"decimals\":2,\"digits\":1}]}}", "/currency/display/0/digits",
     "suffix, units, decimals or pad"},
    {"{\"openLots\":\"" + std::string(100, 'x') + "\"}", "/openLots", "xxxx...\""},
};

const Row kBids[] = {
    {"{}", "", "either the member lotNumber or the member lotId"},
    {"[]", "", "must be an object"},
    {"{\"lotNumber\":8,\"lotId\":\"" + kId + "-lot-8\"" + kBidEnd, "", "either"},
    {"{\"lotNumber\":-1" + kBidEnd, "/lotNumber", "must be 0 to 4294967295, not -1"},
    {"{\"lotNumber\":4294967296" + kBidEnd, "/lotNumber", "must be 0 to 4294967295"},
    {"{\"lotNumber\":08" + kBidEnd, "/lotNumber", "is no JSON"},
    {"{\"lotId\":\"" + kId + "-lot-08\"" + kBidEnd, "/lotId", "then -lot- and the lot's number"},
    {"{\"lotId\":\"" + kId + "-lot-\"" + kBidEnd, "/lotId", "an auction's UUID"},
    {"{\"lotId\":8" + kBidEnd, "/lotId", "must be text, not 8"},
    {"{\"lotNumber\":8,\"amount\":5}", "", "must have the member commandId"},
    {"{\"lotNumber\":8,\"amount\":-5,\"commandId\":\"" + kId + "\"}", "/amount", "must be 0 to"},
    {"{\"lotNumber\":8,\"amount\":5.5,\"commandId\":\"" + kId + "\"}", "/amount", "an integer"},
    {"{\"lotNumber\":8,\"amount\":\"5\",\"commandId\":\"" + kId + "\"}", "/amount", "not \"5\""},
    {"{\"lotNumber\":8,\"amount\":9007199254740992,\"commandId\":\"" + kId + "\"}", "/amount",
     "to 9007199254740991"},
    {"{\"lotNumber\":8,\"amount\":5,\"commandId\":\"0C000000-0000-4000-8000-000000000001\"}",
     "/commandId", "UUID of 36 characters in lower case"},
    {"{\"lotNumber\":8,\"amount\":5,\"commandId\":\"\"}", "/commandId", "UUID"},
    {"{\"lotNumber\":8,\"amount\":5,\"commandId\":null}", "/commandId", "must be text, not null"},
    {"{\"lotNumber\":8,\"expectedSeq\":-1" + kBidEnd, "/expectedSeq", "must be 0 to"},
    {"{\"lotNumber\":8,\"userId\":\"x\"" + kBidEnd, "/userId", "is unknown here"},
    {"{\"lotNumber\":8" + kBidEnd + std::string(2048, ' '), "", "must be 2048 bytes at most"},
};

const Row kCommands[] = {
    {"{}", "", "must have the member type"},
    {"{\"type\":1}", "/type", "must be text"},
    {"{\"type\":\"Bid\"}", "/type", "must be PlaceBid, Create,"},
    {"{\"type\":\"Pause\",\"reason\":\"tea\"}", "/reason", "type, note or commandId"},
    {"{\"type\":\"Pause\",\"note\":5}", "/note", "must be text, not 5"},
    {"{\"type\":\"Extend\",\"byMs\":5}", "", "must have the member lotNumber"},
    {"{\"type\":\"Extend\",\"lotNumber\":1,\"byMs\":-5}", "/byMs", "must be 0 to"},
    {"{\"type\":\"Assign\",\"asset\":65536,\"manager\":0,\"price\":0}", "/asset", "0 to 65535"},
    {"{\"type\":\"Assign\",\"asset\":0,\"manager\":255,\"price\":0}", "/manager", "0 to 254"},
    {"{\"type\":\"Assign\",\"asset\":0,\"manager\":0,\"price\":-1}", "/price", "must be 0 to"},
    {"{\"type\":\"AdjustPurse\",\"manager\":0}", "", "must have the member delta"},
    {"{\"type\":\"RequestLots\",\"assets\":[0,-1]}", "/assets/1", "must be 0 to 65535"},
    {"{\"type\":\"DrawOrder\",\"seed\":\"ABCD\"}", "/seed", "64 lower-case hexadecimal digits"},
    {"{\"type\":\"Open\",\"at\":\"now\"}", "/at", "not \"now\""},
    {"{\"type\":\"Tick\",\"commandId\":\"1\"}", "/commandId", "UUID"},
    {"{\"type\":\"Create\",\"setup\":{}}", "/setup", "must have the member auction"},
    {"{\"type\":\"Pause\",\"note\":\"" + std::string(70'000, 'x') + "\"}", "", "65536 bytes"},
};

const Row kSetups[] = {
    {"{\"auction\":\"1\"}", "/auction", "UUID"},
    {"{\"auction\":\"" + kId + "\",\"rules\":{\"preset\":\"x\"}}", "/rules/preset", "must be"},
    {"{\"auction\":\"" + kId + "\",\"rules\":{},\"assets\":[{\"id\":\"" + kId +
         "\",\"externalId\":\"a\",\"name\":\"A\",\"set\":\"\",\"roles\":[],\"attributes\":{\"b\":1}"
         "," +
         "\"basePrice\":0}]}",
     "/assets/0/attributes/b", "must be text, not 1"},
    {"{\"auction\":\"" + kId + "\",\"rules\":{},\"assets\":[],\"managers\":[{\"id\":\"" + kId +
         "\",\"label\":\"R\",\"purse\":-1,\"retained\":[]}]}",
     "/managers/0/purse", "must be 0 to"},
};

const Row kEvents[] = {
    {"{\"type\":\"BidMade\"}", "/type", "the name of an event type, not \"BidMade\""},
    {"{\"type\":\"BidPlaced\",\"lotNumber\":8,\"manager\":1}", "", "must have the member amount"},
    {"{\"type\":\"LotSold\",\"lotNumber\":8,\"winner\":1,\"price\":5,\"how\":\"gift\"}", "/how",
     "must be hammer, closed_by_commissioner"},
};

void check(const absl::Status& status, const Row& row) {
  CAPTURE(row.text.substr(0, 300), status);
  REQUIRE_FALSE(status.ok());
  CHECK(status.code() == absl::StatusCode::kInvalidArgument);
  const std::optional<JsonFault> fault = json_fault(status);
  REQUIRE(fault.has_value());
  CHECK(fault->pointer == row.pointer);
  CHECK_THAT(fault->message, Catch::Matchers::Contains(row.says));
}

}  // namespace

TEST_CASE("a wrong rule set is refused where it is wrong") {
  for (const Row& row : kRuleSets) check(rule_set_from_json(row.text).status(), row);
}

TEST_CASE("a wrong bid is refused where it is wrong") {
  for (const Row& row : kBids) check(bid_from_json(row.text).status(), row);
}

TEST_CASE("a wrong command is refused where it is wrong") {
  for (const Row& row : kCommands) check(command_from_json(row.text).status(), row);
}

TEST_CASE("a wrong set-up is refused where it is wrong") {
  for (const Row& row : kSetups) check(setup_from_json(row.text).status(), row);
}

TEST_CASE("a wrong event is refused where it is wrong") {
  for (const Row& row : kEvents) check(event_from_json(row.text).status(), row);
}

TEST_CASE("the table of bad inputs stays long") {
  CHECK(std::size(kRuleSets) + std::size(kBids) + std::size(kCommands) + std::size(kSetups) +
            std::size(kEvents) >=
        130);
}

TEST_CASE("what just fits is read") {
  CHECK(rule_set_from_json("{\"budget\":9007199254740991}").ok());
  CHECK(rule_set_from_json(" \r\n\t{ } ").ok());
  CHECK(rule_set_from_json("{\"name\":\"\\u0000\\ud83d\\ude00\\/\"}")->name ==
        std::string("\0\xf0\x9f\x98\x80/", 6));
  CHECK(rule_set_from_json("{\"budget\":-0}")->budget == Money{0});
}

TEST_CASE("a status of somebody else has no fault of ours") {
  CHECK_FALSE(json_fault(absl::OkStatus()).has_value());
  CHECK_FALSE(json_fault(absl::InternalError("/a: b")).has_value());
}
