#include "examples/pilot/settings/config_routes.h"

#include <fstream>
#include <iterator>

namespace pilot {
namespace {

Json config(const Settings& settings, Instant now) {
  return {{"name", "Friends Auction"},
          {"version", LIBAUCTION_VERSION},
          {"authMode", word(settings.auth_mode)},
          {"features",
           {{"cricket", settings.cricket},
            {"myCompetitions", settings.my_competitions},
            {"waitingRoom", settings.waiting_room}}},
          {"limits",
           {{"maxManagers", 30},
            {"clubSlots", 40},
            {"timerSeconds", {5, 86'400}},
            {"csvBytes", 1024 * 1024}}},
          {"serverNow", now.unix_ms}};
}

Route document(std::string_view path, const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  return {"GET", path, Who::kAnyone, [text = std::move(text)](const Call&, Reply reply) {
            reply(text.empty() ? unknown() : Answer{200, text});
          }};
}

}  // namespace

Routes config_routes(const Settings& settings, const std::string& documents) {
  Routes routes;
  routes.push_back({"GET", "/config", Who::kAnyone, [&settings](const Call& call, Reply reply) {
                      reply(json_answer(200, config(settings, call.at)));
                    }});
  routes.push_back(document("/openapi.json", documents + "/openapi.json"));
  routes.push_back(document("/asyncapi.json", documents + "/asyncapi.json"));
  return routes;
}

}  // namespace pilot
