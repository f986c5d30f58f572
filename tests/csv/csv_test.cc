#include <cstdlib>
#include <fstream>
#include <iterator>

#include "libauction/adapters/csv/assets.h"
#include "libauction/adapters/csv/ids.h"
#include "libauction/adapters/csv/managers.h"
#include "libauction/adapters/csv/writer.h"
#include "libauction/rules/presets.h"
#include "tests/catch.h"

using namespace auction;

namespace {

const RuleSet kIplRules = *preset("ipl-2025");

Catalogue assets(const std::string& text) {
  const auto read = assets_from_csv(text, kIplRules.currency);
  INFO(read.status());
  REQUIRE(read.ok());
  return *read;
}

std::vector<Participant> managers(const std::string& text, const Catalogue& catalogue) {
  const auto read = managers_from_csv(text, kIplRules, catalogue);
  INFO(read.status());
  REQUIRE(read.ok());
  return *read;
}

constexpr const char* kThree =
    "externalId,name,roles,set,basePrice,country,capped\n"
    "jos,Jos Buttler,WK;BAT,M1,2.00 cr,England,Capped\n"
    "dhoni,MS Dhoni,WK,,400,India,\n"
    "sam,\"Curran, Sam\",,M1,,England,Capped\n";

}  // namespace

TEST_CASE("assets come in the order of the file, with roles, money and attributes") {
  const Catalogue catalogue = assets(kThree);
  REQUIRE(catalogue.assets.size() == 3);
  const Asset& jos = catalogue.assets[0];
  CHECK(jos.external_id == "jos");
  CHECK(jos.name == "Jos Buttler");
  CHECK(jos.roles == std::vector<std::string>{"WK", "BAT"});
  CHECK(jos.set == "M1");
  CHECK(jos.base_price == Money{200});
  CHECK(jos.attributes == std::vector<Attribute>{{"capped", "Capped"}, {"country", "England"}});
  CHECK(catalogue.assets[1].base_price == Money{400});
  CHECK(catalogue.assets[1].attributes == std::vector<Attribute>{{"country", "India"}});
  CHECK(catalogue.assets[2].name == "Curran, Sam");
  CHECK(catalogue.assets[2].base_price == Money{0});
}

TEST_CASE("ids follow from names, so the same files make the same log") {
  CHECK(to_text(asset_id("jos")) == to_text(assets(kThree).assets[0].id));
  // printf asset:jos | sha256sum, with version 8 and the variant put in.
  CHECK(to_text(asset_id("jos")) == "8d3abbf6-03cd-87d1-9e5e-482301003e16");
  CHECK(to_text(manager_id("jos")) == "5b9cbbd9-d858-8fc6-abae-b6c30ff2a57e");
}

TEST_CASE("a byte order mark, other line ends, blank lines and padding change nothing") {
  const Catalogue plain = assets("externalId,name,set\na,Alpha,S\nb,Beta,\n");
  CHECK(assets("\xef\xbb\xbf"
               "externalId,name,set\na,Alpha,S\nb,Beta,\n") == plain);
  CHECK(assets("externalId,name,set\r\na,Alpha,S\r\nb,Beta,\r\n") == plain);
  CHECK(assets("externalId,name,set\ra,Alpha,S\rb,Beta,\r") == plain);
  CHECK(assets("\n\nexternalId,name,set\n\na,Alpha,S\n\n\nb,Beta,") == plain);
  CHECK(assets("externalId , name,\tset\n a ,Alpha  , S\nb, Beta ,\n") == plain);
  CHECK(assets("\"externalId\",\"name\",\"set\"\n\"a\",\"Alpha\",\"S\"\n\"b\",Beta,\"\"\n") ==
        plain);
  CHECK(assets("set,name,externalId\nS,Alpha,a\n,Beta,b\n") == plain);
}

TEST_CASE("managers have the budget unless the file says another purse") {
  const Catalogue catalogue = assets(kThree);
  const auto all = managers(
      "label,purse,retained,cards\n"
      "Reds,,,\n"
      "Blues,90 cr,dhoni:4.00 cr; jos:1800,5\n",
      catalogue);
  REQUIRE(all.size() == 2);
  CHECK(all[0] == Participant{manager_id("Reds"), "Reds", {12'000}, {}});
  CHECK(all[1] ==
        Participant{manager_id("Blues"), "Blues", {9'000}, {{{1}, {400}}, {{0}, {1800}}}});
  CHECK(managers("label\nReds\n", catalogue).front().purse == Money{12'000});
}

TEST_CASE("what is written can be opened in a spreadsheet and read again") {
  std::string text;
  CsvWriter csv(text);
  csv.cell("externalId").cell("name").cell("basePrice").cell("note").end_row();
  csv.cell("a").cell("=1+1").cell(30).cell("say \"hi\", twice").end_row();
  csv.cell("b").cell("-Beta").cell(Money{25}).empty().end_row();
  csv.cell("c").cell(" @SUM(A1)").cell(7).cell("").end_row();
  CHECK(text ==
        "externalId,name,basePrice,note\n"
        "a,'=1+1,30,\"say \"\"hi\"\", twice\"\n"
        "b,'-Beta,25,\n"
        "c,' @SUM(A1),7,\"\"\n");
  const Catalogue catalogue = assets(text);
  CHECK(catalogue.assets[0].name == "'=1+1");
  CHECK(attribute(catalogue.assets[0], "note") == "say \"hi\", twice");
  CHECK(catalogue.assets[2].name == "' @SUM(A1)");
}

TEST_CASE("every start of a formula is made harmless, numbers are left alone") {
  for (const char* start : {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "  ="}) {
    std::string text;
    CsvWriter(text).cell(std::string(start) + "cmd");
    CHECK(text.find('\'') != std::string::npos);
  }
  std::string text;
  CsvWriter(text).cell(-5).cell("5-3").cell("a=b");
  CHECK(text == "-5,5-3,a=b");
}

TEST_CASE("the files of the IPL 2025 auction are read whole") {
  const char* root = std::getenv("LIBAUCTION_SOURCE_DIR");
  const std::string folder =
      std::string(root != nullptr ? root : ".") + "/examples/auctioneer/data/ipl_2025/";
  const auto text_of = [&](const char* name) {
    std::ifstream file(folder + name, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(file), {}};
  };
  const std::string players = text_of("assets.csv");
  if (players.empty()) {
    WARN("SKIPPED: no file " << folder << "assets.csv");
    return;
  }
  const Catalogue catalogue = assets(players);
  CHECK(catalogue.assets.size() == 623);
  CHECK(managers(text_of("managers.csv"), catalogue).size() == 10);
}
