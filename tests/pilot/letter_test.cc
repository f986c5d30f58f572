#include "examples/pilot/mail/mailer.h"
#include "tests/catch.h"

namespace pilot {
namespace {

TEST_CASE("a mail URL says where, who and from whom") {
  const auto place = parse_mail_url(
      "smtps://user%40a:p%3Ass@mail.example.com:465/?from=auction@example.com", "x@y.z");
  REQUIRE(place);
  CHECK(place->url == "smtps://mail.example.com:465");
  CHECK(place->user == "user@a");
  CHECK(place->password == "p:ss");
  CHECK(place->from == "auction@example.com");
  CHECK(parse_mail_url("smtp://localhost", "x@y.z")->from == "x@y.z");
  CHECK(parse_mail_url("smtp://localhost", "x@y.z")->user.empty());
  for (const char* url : {"smtp://", "localhost", "smtp://u%zz@h", "smtp://h?from=a%0d%0ab"}) {
    INFO(url);
    CHECK_FALSE(parse_mail_url(url, "x@y.z"));
  }
}

TEST_CASE("a letter is headers, an empty line, and lines that end as SMTP wants") {
  const std::string text =
      written({"a@example.com", "Hello", "one\ntwo\n"}, "auction@example.com", "now", "id@x");
  CHECK(text.starts_with("Date: now\r\nFrom: <auction@example.com>\r\nTo: <a@example.com>\r\n"));
  CHECK(text.ends_with("\r\n\r\none\r\ntwo\r\n"));
}

}  // namespace
}  // namespace pilot
