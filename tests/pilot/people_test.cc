#include "examples/pilot/people/people.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "examples/pilot/people/email.h"
#include "examples/pilot/people/links.h"
#include "examples/pilot/people/secret.h"
#include "examples/pilot/people/sessions.h"
#include "examples/pilot/people/token.h"
#include "libauction/room/clock.h"
#include "tests/catch.h"
#include "tests/pilot/own_folder.h"

namespace pilot {
namespace {

const std::string kSecret(40, 'k');
const Instant kNow = AnchoredClock().now();
constexpr Millis kDay = seconds(24 * 3600);

template <class T>
T must(absl::StatusOr<T> made) {
  INFO(std::string(made.status().message()));
  REQUIRE(made.ok());
  return *std::move(made);
}

TEST_CASE("one mailbox has one spelling") {
  CHECK(normalised_email(" A.b+c@Example.COM ") == "a.b+c@example.com");
  for (const char* text :
       {"", "a", "@b", "a@", "a@@b", "a b@c.de", "a@b..c", "a@-b.de", ".a@b.de", "a..b@c.de",
        "a@b.de\r\nBcc: x@y.z", "<a@b.de>", "a@b_c.de", "\xC3\xA4@b.de"}) {
    INFO(text);
    CHECK_FALSE(normalised_email(text));
  }
  CHECK_FALSE(normalised_email(std::string(65, 'a') + "@b.de"));
  CHECK_FALSE(normalised_email("a@" + std::string(64, 'b') + ".de"));
}

TEST_CASE("people stay over a restart, one user a mailbox, and can be erased") {
  const OwnFolder folder;
  const std::string file = folder.file("people");
  User red, blue;
  {
    const auto people = must(People::open(file));
    red = people->sign_up("red@example.com", "Red", kNow);
    blue = people->sign_up("blue@example.com", "", kNow);
    CHECK(blue.name == "blue");
    CHECK(people->sign_up("red@example.com", "Reds", kNow + kDay).id == red.id);
    CHECK(people->display_name(red.id, "Manager 1") == "Reds");
    people->keep_invite(LeagueId{7, 7}, "K7QF2M9TXC");
    people->keep_invite(LeagueId{7, 7}, "AAAAAAAAAA");
  }
  const auto people = must(People::open(file));
  CHECK(people->find(red.id)->name == "Reds");
  CHECK(people->find(red.id)->created_at == kNow);
  CHECK(people->find_by_email("blue@example.com")->id == blue.id);
  CHECK(people->league_of_invite("AAAAAAAAAA") == LeagueId{7, 7});
  CHECK_FALSE(people->league_of_invite("K7QF2M9TXC"));
  people->erase(red.id);
  CHECK_FALSE(people->find(red.id));
  CHECK(people->display_name(red.id, "Manager 1") == "Manager 1");
  CHECK_FALSE(must(People::open(file))->find_by_email("red@example.com"));
}

TEST_CASE("nothing of an erased person is left in the file") {
  const OwnFolder folder;
  const std::string file = folder.file("people");
  const auto people = must(People::open(file));
  const auto links = must(Links::open(file));
  const User user = people->sign_up("very.unusual@example.com", "Unusual", kNow);
  links->draw("very.unusual@example.com", "Unusual", kNow);
  people->erase(user.id);
  SQLite::Database(file, SQLite::OPEN_READWRITE).exec("PRAGMA wal_checkpoint(TRUNCATE)");
  CHECK(folder.read("people").find("very.unusual") == std::string::npos);
}

TEST_CASE("a database of something else is refused") {
  const OwnFolder folder;
  SQLite::Database other(folder.file("other"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  other.exec("CREATE TABLE t (a)");
  CHECK_FALSE(People::open(folder.file("other")).ok());
  CHECK_FALSE(People::open(folder.file("no/such/folder")).ok());
}

TEST_CASE("an access token speaks for its user, for a day") {
  const TokenClaims claims{{1, 2}, {3, 4}, {kNow.unix_ms / 1000 * 1000}, kNow + kDay};
  const std::string token = sign(claims, kSecret);
  const auto read = verified(token, kSecret, kNow);
  REQUIRE(read);
  CHECK(read->user == claims.user);
  CHECK(read->family == claims.family);
  CHECK(read->issued_at == claims.issued_at);
  CHECK_FALSE(verified(token, kSecret, kNow + kDay));
  CHECK_FALSE(verified(token, std::string(40, 'l'), kNow));
}

std::string base64url(std::string_view text) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string out;
  unsigned bits = 0, have = 0;
  for (const char c : text) {
    bits = bits << 8 | static_cast<unsigned char>(c);
    for (have += 8; have >= 6; have -= 6) out += kLetters[bits >> (have - 6) & 63u];
  }
  if (have > 0) out += kLetters[bits << (6 - have) & 63u];
  return out;
}

TEST_CASE("tokens that are nobody's") {
  const std::string good = sign({{1, 2}, {3, 4}, kNow, kNow + kDay}, kSecret);
  const std::size_t first = good.find('.'), second = good.find('.', first + 1);
  const std::string payload = good.substr(first + 1, second - first - 1);
  const std::string signature = good.substr(second + 1);
  const auto with_head = [&](std::string_view head) {
    return base64url(head) + "." + payload + "." + signature;
  };
  std::string changed = good;
  changed[first + 5] = changed[first + 5] == 'A' ? 'B' : 'A';
  const std::string rows[] = {
      "",
      ".",
      "..",
      "...",
      good + ".",
      good + "x",
      good.substr(0, second + 1),
      good.substr(0, second),
      changed,
      with_head(R"({"alg":"none","typ":"JWT"})"),
      base64url(R"({"alg":"none","typ":"JWT"})") + "." + payload + ".",
      base64url(R"({"alg":"NONE"})") + "." + payload + ".",
      with_head(R"({"alg":"HS384","typ":"JWT"})"),
      with_head(R"({"alg":"RS256","typ":"JWT"})"),
      with_head(R"({"typ":"JWT"})"),
      with_head("{"),
      good.substr(0, first + 1) + base64url(R"({"sub":"x"})") + "." + signature,
      std::string(5'000, 'a'),
      "\xff\xfe",
  };
  REQUIRE(verified(good, kSecret, kNow));
  for (const std::string& token : rows) {
    INFO(token);
    CHECK_FALSE(verified(token, kSecret, kNow));
  }
}

TEST_CASE("a session ends when it is told to, and its access token with it") {
  const OwnFolder folder;
  const std::string file = folder.file("people");
  const auto people = must(People::open(file));
  const auto sessions = must(Sessions::open(file, kSecret, kNow));
  const ActorId user = people->sign_up("red@example.com", "Red", kNow).id;
  const SessionTokens phone = sessions->begin(user, kNow), laptop = sessions->begin(user, kNow);
  CHECK(sessions->check(phone.access, kNow)->user == user);
  CHECK(sessions->check(phone.access, kNow)->family == phone.who.family);
  CHECK_FALSE(sessions->check(phone.access, kNow + kDay));
  sessions->end(phone.who.family, kNow);
  CHECK_FALSE(sessions->check(phone.access, kNow));
  CHECK(std::holds_alternative<NoSuchToken>(sessions->refresh(phone.refresh, kNow)));
  CHECK(sessions->check(laptop.access, kNow));

  const auto again = must(Sessions::open(file, kSecret, kNow));
  CHECK(again->check(laptop.access, kNow));
  CHECK_FALSE(again->check(phone.access, kNow));
  again->end_all(user, kNow);
  CHECK_FALSE(again->check(laptop.access, kNow));
}

TEST_CASE("a refresh token is good once; shown again it ends its family") {
  const OwnFolder folder;
  const std::string file = folder.file("people");
  const auto sessions = must(Sessions::open(file, kSecret, kNow));
  const SessionTokens first = sessions->begin({1, 2}, kNow);
  const auto second = std::get<SessionTokens>(sessions->refresh(first.refresh, kNow + kDay));
  CHECK(second.refresh != first.refresh);
  CHECK(second.who.family == first.who.family);
  CHECK(sessions->check(second.access, kNow + kDay));

  const auto stolen = sessions->refresh(first.refresh, kNow + kDay);
  REQUIRE(std::holds_alternative<TokenReused>(stolen));
  CHECK(std::get<TokenReused>(stolen).user == ActorId{1, 2});
  CHECK(std::holds_alternative<NoSuchToken>(sessions->refresh(second.refresh, kNow + kDay)));
  CHECK_FALSE(sessions->check(second.access, kNow + kDay));
  CHECK(std::holds_alternative<NoSuchToken>(sessions->refresh("rubbish", kNow)));
}

TEST_CASE("a refresh token lives for thirty days") {
  const OwnFolder folder;
  const auto sessions = must(Sessions::open(folder.file("people"), kSecret, kNow));
  const SessionTokens tokens = sessions->begin({1, 2}, kNow);
  CHECK(
      std::holds_alternative<NoSuchToken>(sessions->refresh(tokens.refresh, kNow + kRefreshLife)));
  CHECK(std::holds_alternative<SessionTokens>(
      sessions->refresh(tokens.refresh, {(kNow + kRefreshLife).unix_ms - 1})));
}

TEST_CASE("a sign-in link works once, for its address, for fifteen minutes") {
  const OwnFolder folder;
  const std::string file = folder.file("people");
  const auto links = must(Links::open(file));
  const std::string token = links->draw("red@example.com", "Red", kNow);
  CHECK(token.size() == 43);
  CHECK_FALSE(links->redeem("blue@example.com", token, kNow));
  CHECK_FALSE(links->redeem("red@example.com", token + "A", kNow));
  CHECK_FALSE(links->redeem("red@example.com", token, kNow + kLinkLife));
  for (int tried = 0, in = 0; tried < 50; ++tried) {
    in += links->redeem("red@example.com", token, kNow).has_value() ? 1 : 0;
    CHECK(in == 1);
  }
  CHECK(folder.read("people").find(token) == std::string::npos);
  CHECK(link_to("https://a.example", "a+b@c.de", token) ==
        "https://a.example/sign-in#email=a%2Bb%40c.de&token=" + token);
}

TEST_CASE("drawn tokens and ids differ, and ids are random UUIDs") {
  CHECK(draw_token() != draw_token());
  const std::string id = to_text(draw_id<ActorTag>());
  CHECK(id[14] == '4');
  CHECK(std::string_view("89ab").find(id[19]) != std::string_view::npos);
}

}  // namespace
}  // namespace pilot
