// A stranger's program that links the adapters too, and with them all that they bring: it calls
// each.
#include "libauction/adapters/csv/names.h"
#include "libauction/adapters/ical/calendar_file.h"
#include "libauction/adapters/json/rule_book.h"
#include "libauction/adapters/results/openfootball.h"
#include "libauction/adapters/socketio/hub.h"
#include "libauction/season/apply.h"
#include "libauction/season/decide.h"

using namespace auction;

int main() {
  const auto book = rule_book_from_json(R"({"base":"pilot-football-clubs","id":"ours"})");
  const auto names = names_from_csv("name,externalId\nArsenal FC (ENG),ARS\n");
  const auto file = fixtures_from_openfootball(
      R"({"matches":[{"team1":"ARS","team2":"PSG","date":"2024-10-01","time":"21:00"}]})");
  if (!book.ok() || !names.ok() || !file.ok()) return 1;

  SeasonSetup setup;
  setup.teams = teams_of(file->rows);
  setup.book = book->id;
  Season season;
  for (const SeasonCommand& command : {SeasonCommand{CreateSeason{Shared<SeasonSetup>(setup)}},
                                       SeasonCommand{ImportFixtures{file->rows}}}) {
    SeasonEvents events;
    if (!decide(season, command, {kHost, {}}, events).empty()) return 2;
    apply(season, events, {});
  }
  SeededSalts salts(1);
  SocketHub hub({}, salts);
  hub.wire_opened({1}, "EIO=4&transport=websocket", {});
  hub.frame({1}, "40{\"token\":\"123\"}", false, {});
  if (hub.take_events().size() != 2 || hub.take_actions().size() != 1) return 4;

  const std::string calendar = calendar_file(season, {.name = "Autumn"});
  return calendar.find("SUMMARY:ARS") == std::string::npos ? 3 : 0;
}
