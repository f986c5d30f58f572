#include <string>

#include "libauction/adapters/csv/assets.h"
#include "libauction/adapters/csv/managers.h"
#include "libauction/rules/presets.h"
#include "tests/catch.h"

using namespace auction;

namespace {

struct Row {
  std::string text;
  std::uint32_t line;
  std::string column;
  std::string says;  // must be in the message
};

const std::string kHeader = "externalId,name,roles,set,basePrice,country\n";
const RuleSet kIpl = *preset("ipl-2025");

std::string many_rows(int count) {
  std::string text = "externalId,name\n";
  for (int i = 0; i < count; ++i) text += "a" + std::to_string(i) + ",A\n";
  return text;
}

std::string columns(int count) {
  std::string text = "externalId,name";
  for (int i = 2; i < count; ++i) text += ",c" + std::to_string(i);
  return text + "\n";
}

const Row kAssets[] = {
    // The form of the file.
    {"", 0, "", "has no header"},
    {"\n\n", 0, "", "has no header"},
    {"\xef\xbb\xbf", 0, "", "has no header"},
    {"\xff\xfe"
     "e",
     1, "", "is not UTF-8"},
    {"externalId,name\na,B\xe9\n", 2, "", "is not UTF-8"},
    {"externalId,name\na,\xed\xa0\x80\n", 2, "", "is not UTF-8"},
    {"externalId,name\na,\xc0\xaf\n", 2, "", "is not UTF-8"},
    {std::string("externalId,name\na,b\0c\n", 21), 2, "", "control character"},
    {"externalId,name\n\na,b\x1b[31m\n", 3, "", "control character"},
    {"externalId,name\na,\"b\n", 2, "", "quote that is not doubled, or not closed"},
    {"externalId,name\na,\"b\"c\n", 2, "", "quote"},
    {"externalId,name\na,b\"c\n", 2, "", "quote"},
    {"externalId,name\na,\"b\"\"\n", 2, "", "quote"},
    {"externalId,name\na," + std::string(8'001, 'x') + "\n", 2, "", "more than 8000 bytes"},
    {columns(251), 1, "", "more than 250 cells"},
    {std::string(16 * 1024 * 1024 + 1, ' '), 0, "", "must be 16777216 bytes at most, not 16777217"},

    // The header.
    {"externalId\na\n", 1, "name", "is missing in the header"},
    {"name\na\n", 1, "externalId", "is missing in the header"},
    {"a,b\n", 1, "externalId", "is missing"},
    {"externalId;name\na;b\n", 1, "externalId", "is missing"},
    {"externalid,name\na,b\n", 1, "externalId", "is missing"},
    {"externalId,name,baseprice\na,b,30\n", 1, "baseprice", "must be written basePrice"},
    {"externalId,name,Set\na,b,M1\n", 1, "Set", "must be written set"},
    {"externalId,name,name\na,b,c\n", 1, "name", "stands twice"},
    {"externalId,name,\na,b,c\n", 1, "", "column 3 has no name"},
    {"externalId,name,\"a\nb\"\na,b,c\n", 1, "", "column 3 has two lines"},
    {"\n\nexternalId\n", 3, "name", "is missing"},

    // The rows.
    {kHeader + "a,A,,,\n", 2, "", "has 5 cells, the header has 6"},
    {kHeader + "a,A,,,,,\n", 2, "", "has 7 cells, the header has 6"},
    {kHeader + "a,A,,,,\nb\n", 3, "", "has 1 cells"},
    {kHeader + "a,\"A\nB\",,,,\n", 2, "name", "must be one line"},
    {kHeader + "\"\na\",\"A\",,,,\nb,B,,,x,\n", 2, "externalId", "must be one line"},
    {kHeader + ",A,,,,\n", 2, "externalId", "must not be empty"},
    {kHeader + "a,,,,,\n", 2, "name", "must not be empty"},
    {kHeader + "a,A,,,,\nb,B,,,,\na,C,,,,\n", 4, "externalId", "stands in line 2 already, not a"},
    {kHeader + std::string(101, 'a') + ",A,,,,\n", 2, "externalId", "100 bytes at most"},
    {kHeader + "a," + std::string(101, 'A') + ",,,,\n", 2, "name", "100 bytes at most"},
    {kHeader + "a,A,,,," + std::string(101, 'x') + "\n", 2, "country", "100 bytes at most"},
    {kHeader + "a,A,WK;;BAT,,,\n", 2, "roles", "a word on each side of ;"},
    {kHeader + "a,A,WK;,,,\n", 2, "roles", "a word on each side of ;"},
    {kHeader + "a,A,WK;BAT;WK,,,\n", 2, "roles", "each role once"},
    {kHeader + "a,A,,,3o,\n", 2, "basePrice", "like 30 or 2.00 cr, not 3o"},
    {kHeader + "a,A,,,-30,\n", 2, "basePrice", "must be an amount of money"},
    {kHeader + "a,A,,,30.5,\n", 2, "basePrice", "must be an amount of money"},
    {kHeader + "a,A,,,2.301 cr,\n", 2, "basePrice", "must be an amount of money"},
    {kHeader + "a,A,,,9007199254740992,\n", 2, "basePrice", "must be an amount of money"},
    {kHeader + "a,A,,,\"1,000\",\n", 2, "basePrice", "must be an amount of money"},
    {"externalId,name\r\na,A\r\n\r\nb,\r\n", 4, "name", "must not be empty"},
    {"externalId,name,x\n\"a\",A,\"1\n2\n3\"\nb,,\n", 2, "x", "must be one line"},
};

const Row kManagers[] = {
    {"", 0, "", "has no header"},
    {"purse\n1\n", 1, "label", "is missing"},
    {"label,Purse\nReds,1\n", 1, "Purse", "must be written purse"},
    {"label,country\nReds,x\n", 1, "country", "the columns are label, purse, retained, cards"},
    {"label\n", 0, "", "must have 1 to 64 managers, not 0"},
    {"label,purse\n,1\n", 2, "label", "must not be empty"},
    {"label\nReds\nBlues\nReds\n", 4, "label", "stands in line 2 already"},
    {"label\n" + std::string(81, 'x') + "\n", 2, "label", "80 bytes at most"},
    {"label,purse\nReds,much\n", 2, "purse", "must be an amount of money, like 30 or 2.00 cr"},
    {"label,purse\nReds,-1\n", 2, "purse", "must be an amount of money"},
    {"label,retained\nReds,dhoni\n", 2, "retained", "must be externalId:price"},
    {"label,retained\nReds,dhoni:400;\n", 2, "retained", "must be externalId:price"},
    {"label,retained\nReds,nobody:400\n", 2, "retained", "no asset has the externalId nobody"},
    {"label,retained\nReds,dhoni:x\n", 2, "retained", "the price of dhoni must be an amount"},
    {"label,retained\nReds,dhoni:400\nBlues,jos:1;dhoni:400\n", 3, "retained",
     "dhoni is retained in line 2 already"},
    {"label,retained\nReds,dhoni:4;dhoni:4\n", 2, "retained", "in line 2 already"},
    {"label,cards\nReds,many\n", 2, "cards", "must be 0 to 64, not many"},
    {"label,cards\nReds,65\n", 2, "cards", "must be 0 to 64"},
    {"label,cards\nReds,-1\n", 2, "cards", "must be 0 to 64"},
    {"label,cards\nReds,1.5\n", 2, "cards", "must be 0 to 64"},
};

void check(const absl::Status& status, const Row& row) {
  CAPTURE(row.text.substr(0, 200), status);
  REQUIRE_FALSE(status.ok());
  CHECK(status.code() == absl::StatusCode::kInvalidArgument);
  const std::vector<CsvFault> faults = csv_faults(status);
  REQUIRE_FALSE(faults.empty());
  CHECK(faults.front().line == row.line);
  CHECK(faults.front().column == row.column);
  CHECK_THAT(to_text(faults.front()), Catch::Matchers::Contains(row.says));
}

Catalogue two_assets() {
  return *assets_from_csv("externalId,name\njos,Jos Buttler\ndhoni,MS Dhoni\n", kIpl.currency);
}

}  // namespace

TEST_CASE("a wrong file of assets is refused with line, column and what would do") {
  for (const Row& row : kAssets) check(assets_from_csv(row.text, kIpl.currency).status(), row);
}

TEST_CASE("a wrong file of managers is refused with line, column and what would do") {
  const Catalogue catalogue = two_assets();
  for (const Row& row : kManagers) {
    check(managers_from_csv(row.text, kIpl, catalogue).status(), row);
  }
}

TEST_CASE("too many rows are refused, as many as may be are read") {
  CHECK(assets_from_csv(many_rows(65'535), kIpl.currency).ok());
  CHECK_FALSE(assets_from_csv(many_rows(65'536), kIpl.currency).ok());
  CHECK(assets_from_csv(columns(250), kIpl.currency).ok());
}

TEST_CASE("all faults of a file are told, and nothing is read") {
  const auto read =
      assets_from_csv(kHeader + "a,A,,,x,\nb,,,,,\n\nb,B,WK;WK,,y,\nc,C,,,30,\n", kIpl.currency);
  REQUIRE_FALSE(read.ok());
  std::string all;
  for (const CsvFault& fault : csv_faults(read.status())) all += to_text(fault) + "\n";
  CHECK(all ==
        "line 2, column basePrice: must be an amount of money, like 30 or 2.00 cr, not x\n"
        "line 3, column name: must not be empty\n"
        "line 5, column externalId: stands in line 3 already, not b\n"
        "line 5, column roles: must name each role once, not WK;WK\n"
        "line 5, column basePrice: must be an amount of money, like 30 or 2.00 cr, not y\n");
  CHECK_THAT(std::string(read.status().message()),
             Catch::Matchers::Contains("(and 4 more; nothing was read)"));
}

TEST_CASE("a status of somebody else has no faults of ours") {
  CHECK(csv_faults(absl::OkStatus()).empty());
  CHECK(csv_faults(absl::InternalError("x")).empty());
  CHECK(to_status(std::vector<CsvFault>{}).ok());
}
