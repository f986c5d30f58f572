#include "examples/pilot/http/pages.h"

#include "tests/catch.h"
#include "tests/pilot/own_folder.h"

namespace pilot {
namespace {

std::string cached(const Answer& answer) {
  for (const auto& [name, value] : answer.headers) {
    if (name == "Cache-Control") return value;
  }
  return {};
}

RequestHead get(std::string path, std::string method = "GET") {
  RequestHead head;
  head.method = std::move(method);
  head.path = std::move(path);
  return head;
}

TEST_CASE("files are files, and every other address is a page of the client") {
  const OwnFolder folder;
  folder.write("index.html", "<html>");
  folder.write("assets/index-4f3a.js", "code");
  folder.write("hammer.svg", "<svg>");
  const auto pages = Pages::read(folder.file("."));
  REQUIRE(pages);

  for (const char* path : {"/", "/league/5b0c", "/app/my-competitions", "/join/K7QF2M9TXC"}) {
    INFO(path);
    const Answer answer = pages->answer(get(path));
    CHECK(answer.status == 200);
    CHECK(answer.body == "<html>");
    CHECK(answer.content_type == "text/html; charset=utf-8");
    CHECK(cached(answer) == "no-cache");
  }
  const Answer script = pages->answer(get("/assets/index-4f3a.js"));
  CHECK(script.content_type == "text/javascript; charset=utf-8");
  CHECK(cached(script) == "public, max-age=31536000, immutable");
  CHECK(cached(pages->answer(get("/hammer.svg"))) == "no-cache");

  for (const char* path :
       {"/assets/gone.js", "/favicon.ico", "/../secret.txt", "/%2e%2e/x.txt", "/.env", "/%ff"}) {
    INFO(path);
    CHECK(pages->answer(get(path)).status == 404);
  }
  CHECK(pages->answer(get("/", "POST")).status == 405);
  CHECK(pages->answer(get("/", "HEAD")).status == 200);
}

TEST_CASE("a browser that has a page is not sent it again") {
  const OwnFolder folder;
  folder.write("index.html", "<html>");
  const auto pages = Pages::read(folder.file("."));
  RequestHead head = get("/");
  head.headers["if-none-match"] = pages->answer(head).headers[0].second;
  CHECK(pages->answer(head).status == 304);
  CHECK(pages->answer(head).body.empty());
}

TEST_CASE("a folder without a client serves nothing") {
  const OwnFolder folder;
  CHECK_FALSE(Pages::read(folder.file(".")));
  CHECK_FALSE(Pages::read(folder.file("nowhere")));
  CHECK(Pages().answer(get("/")).status == 404);
}

}  // namespace
}  // namespace pilot
