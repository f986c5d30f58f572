#include "examples/pilot/seasons/upload.h"
#include "tests/pilot/league_world.h"

namespace pilot {
namespace {

constexpr const char* kHeader =
    "startsAt,homeAssetExternalId,awayAssetExternalId,venue,round,externalMatchId\n";
const std::string kThree = std::string(kHeader) +
                           "2025-01-15T19:00:00Z,MCI,LIV,Etihad Stadium,1,match001\n"
                           "2025-01-15T20:00:00Z,RMA,FCB,Bernabeu,1,match002\n"
                           "2025-01-22T19:00:00Z,PSG,BAY,,2,match003\n";

}  // namespace

TEST_CASE("a file of fixtures is imported whole, and again without a change") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const Json league = world.football(reds);
  const std::string import = world.path(league, "/fixtures/import-csv");
  world.ear.heard.clear();
  const Answered first = world.upload(reds, import, kThree);
  INFO(first.answer.body);
  CHECK(first.json == Json{{"message", "Successfully imported 3 fixtures"},
                           {"fixturesImported", 3},
                           {"created", 3},
                           {"updated", 0},
                           {"unchanged", 0},
                           {"dryRun", false},
                           {"warnings", Json::array()}});
  CHECK(world.ear.events() == std::vector<std::string>{"fixtures_updated"});
  CHECK(world.ear.heard[0].json == Json{{"leagueId", league.at("id")}, {"countChanged", 3}});
  const Json list = world.get(reds, world.path(league, "/fixtures"));
  REQUIRE(list.at("fixtures").size() == 3);
  const Json& fixture = list.at("fixtures").at(0);
  CHECK(fixture.at("startsAt") == "2025-01-15T19:00:00.000Z");
  CHECK(fixture.at("home").at("name") == "Manchester City");
  CHECK(fixture.at("away").at("externalId") == "LIV");
  CHECK(fixture.at("venue") == "Etihad Stadium");
  CHECK(fixture.at("status") == "scheduled");
  CHECK(fixture.at("goalsHome").is_null());
  CHECK(fixture.at("source") == "csv");
  CHECK(list.at("fixtures").at(2).at("venue").is_null());
  CHECK(list.at("pagination").at("total") == 3);

  world.ear.heard.clear();
  const Json again = world.upload(reds, import, kThree).json;
  CHECK(again.at("unchanged") == 3);
  CHECK(again.at("created") == 0);
  CHECK(world.ear.heard.empty());
  CHECK(world.get(reds, world.path(league, "/fixtures")) == list);
  world.restart();
  CHECK(world.get(reds, world.path(league, "/fixtures")) == list);
}

TEST_CASE("every bad row is named with its line, column and reason, and nothing is imported") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const Json league = world.football(reds);
  const std::string import = world.path(league, "/fixtures/import-csv");
  const Answered no = world.upload(reds, import,
                                   kThree + "2025-01-23T19:00:00Z,XYZ,LIV,,2,match004\n" +
                                       "2025-01-23T19:00:00Z,MCI,MCI,,2,match005\n");
  CHECK(no.status == 422);
  CHECK(no.json.at("detail") == "2 rows are wrong; nothing was imported");
  CHECK(no.json.at("code") == "bad_rows");
  CHECK(no.json.at("errors").at(0) == Json{{"line", 5},
                                           {"column", "homeAssetExternalId"},
                                           {"value", "XYZ"},
                                           {"message", "no club has this id"}});
  CHECK(no.json.at("errors").at(1).at("line") == 6);
  const Answered both = world.upload(reds, import,
                                     kThree + "soon,XYZ,LIV,,2,match004\n" + "a,b\n" +
                                         "2025-01-23T19:00:00Z,ABC,LIV,,2,match005\n");
  CHECK(both.json.at("detail") == "3 rows are wrong; nothing was imported");
  std::vector<std::string> told;
  for (const Json& one : both.json.at("errors")) {
    told.push_back(one.at("line").dump() + " " + one.at("message").get<std::string>());
  }
  CHECK(told ==
        std::vector<std::string>{"5 must be a time with its zone, like 2025-01-15T19:00:00Z",
                                 "5 no club has this id", "6 has 2 cells, the header has 6",
                                 "7 no club has this id"});
  const Answered unread = world.upload(reds, import, std::string(kHeader) + "soon,MCI,LIV,,1,a\n");
  CHECK(unread.json.at("detail") == "1 row is wrong; nothing was imported");
  CHECK(unread.json.at("errors").at(0).at("column") == "startsAt");
  CHECK(world.upload(reds, import, "").status == 422);
  const std::string with_status =
      "startsAt,homeAssetExternalId,awayAssetExternalId,venue,round,externalMatchId,status\n";
  CHECK(world.upload(reds, import, with_status + "2025-01-15T19:00:00Z,MCI,LIV,,1,a,abandoned\n")
            .json.at("errors")
            .at(0)
            .at("column") == "status");
  CHECK(world.get(reds, world.path(league, "/fixtures")).at("fixtures").empty());
  CHECK(world.folded(league).seasons.empty());
}

TEST_CASE("a dry run says what would be, and changes nothing") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const Json league = world.football(reds);
  const Json table = world.get(reds, world.path(league, "/standings"));
  world.ear.heard.clear();
  const Json dry =
      world.upload(reds, world.path(league, "/fixtures/import-csv?dryRun=1"), kThree).json;
  CHECK(dry.at("dryRun") == true);
  CHECK(dry.at("created") == 3);
  CHECK(dry.at("message") == "3 fixtures would be imported");
  CHECK(world.ear.heard.empty());
  CHECK(world.get(reds, world.path(league, "/fixtures")).at("fixtures").empty());
  CHECK(world.get(reds, world.path(league, "/standings")) == table);
  CHECK(world.folded(league).seasons.empty());
}

TEST_CASE("fixtures are asked for by page and by status, and come whole where no page is named") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const Json league = world.football(reds);
  std::string file = kHeader;
  for (int day = 10; day < 28; ++day) {
    for (int hour = 10; hour < 18; ++hour) {
      file += "2025-02-" + std::to_string(day) + "T" + std::to_string(hour) +
              ":00:00Z,MCI,LIV,,1,m" + std::to_string(day) + "-" + std::to_string(hour) + "\n";
    }
  }
  REQUIRE(world.upload(reds, world.path(league, "/fixtures/import-csv"), file).status == 200);
  CHECK(world.get(reds, world.path(league, "/fixtures")).at("fixtures").size() == 144);
  const Json last = world.get(reds, world.path(league, "/fixtures?limit=100&page=2"));
  CHECK(last.at("fixtures").size() == 44);
  CHECK(last.at("pagination").at("totalPages") == 2);
  CHECK(world.get(reds, world.path(league, "/fixtures?status=final")).at("fixtures").empty());
  CHECK(world.ask(reds, "GET", world.path(league, "/fixtures?status=later")).status == 422);
  CHECK(world.ask(reds, "GET", world.path(league, "/fixtures?limit=101")).status == 422);
}

TEST_CASE("a score is written once, corrected, and counted once") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const ActorId blues = world.person("Blues");
  const ActorId stranger = world.person("Stranger");
  const Json league = world.football(reds);
  world.join(blues, league);
  world.upload(reds, world.path(league, "/fixtures/import-csv"), kThree);
  const Json list = world.get(reds, world.path(league, "/fixtures"));
  const std::string score =
      "/fixtures/" + list.at("fixtures").at(0).at("id").get<std::string>() + "/score";
  const Json result{{"goalsHome", 3}, {"goalsAway", 1}};
  CHECK(world.ask(blues, "PATCH", score, result).status == 403);
  CHECK(world.ask(stranger, "PATCH", score, result).status == 404);
  CHECK(world.ask(reds, "PATCH", "/fixtures/nonsense/score", result).status == 404);
  CHECK(world.ask(reds, "PATCH", score, {{"goalsHome", 3}}).status == 422);
  CHECK(world.ask(reds, "PATCH", score, {{"goalsHome", 3}, {"goalsAway", 100}}).status == 422);

  world.ear.heard.clear();
  const Answered done = world.ask(reds, "PATCH", score, result);
  CHECK(done.status == 200);
  CHECK(done.json.at("status") == "final");
  CHECK(done.json.at("goalsHome") == 3);
  CHECK(world.ear.events() == std::vector<std::string>{"fixtures_updated", "standings_updated"});
  world.ear.heard.clear();
  CHECK(world.ask(reds, "PATCH", score, result).json == done.json);
  CHECK(world.ear.heard.empty());
  CHECK(world.ask(reds, "PATCH", score, {{"goalsHome", 2}, {"goalsAway", 2}, {"status", "live"}})
            .json.at("status") == "live");
}

TEST_CASE("fixtures are a calendar for people's phones") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const Json league = world.football(reds);
  world.upload(reds, world.path(league, "/fixtures/import-csv"), kThree);
  const Answered file = world.ask(reds, "GET", world.path(league, "/fixtures.ics"));
  CHECK(file.answer.content_type == "text/calendar; charset=utf-8");
  CHECK(file.answer.body.starts_with("BEGIN:VCALENDAR\r\n"));
  CHECK(file.answer.body.find("SUMMARY:Manchester City - Liverpool") != std::string::npos);
}

TEST_CASE("a form's file is read, and a form without one is refused") {
  LeagueWorld world;
  Call call;
  call.content_type = "multipart/form-data; boundary=\"x y\"";
  const std::string part =
      "--x y\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n";
  const std::string file =
      "--x y\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
      "Content-Type: text/csv\r\n\r\na,b\r\n1,2\r\n\r\n";
  call.body = "preamble\r\n" + part + file + "--x y--\r\n";
  CHECK(std::get<std::string>(uploaded_file(call)) == "a,b\r\n1,2\r\n");
  const auto refused = [&](const std::string& body) {
    call.body = body;
    return std::holds_alternative<Answer>(uploaded_file(call));
  };
  CHECK(refused(part + "--x y--\r\n"));
  CHECK(refused(file + file + "--x y--\r\n"));
  CHECK(refused(file));
  CHECK(refused("--x y\r\n--x y--"));
  CHECK(refused(""));
  call.content_type = "text/csv";
  CHECK(refused(std::string(kMostCsvBytes + 1, 'x')));
  CHECK(!refused(std::string(kMostCsvBytes, 'x')));
}

}  // namespace pilot
