#include "libauction/season/calendar.h"

#include "tests/catch.h"

using namespace auction;

TEST_CASE("every day of four hundred years is itself again") {
  for (std::int64_t day = -150'000; day <= 150'000; ++day) {
    const Instant at{day * 86'400'000};
    REQUIRE(instant_of(civil_of(at)) == at);
  }
  CHECK(civil_of(Instant{-1}) == CivilTime{1969, 12, 31, 23, 59, 59});
  CHECK(instant_of({2000, 2, 29, 12, 30, 15}) == Instant{951'827'415'000});
}

TEST_CASE("an instant needs its zone") {
  CHECK(read_instant("2025-01-15T19:00:00Z") == read_instant("2025-01-15 20:00+01:00"));
  CHECK(read_instant("2025-01-15T19:00Z") == read_instant("2025-01-15T14:00:00-0500"));
  CHECK(read_instant("2025-01-15T19:00:00.25Z")->unix_ms % 1000 == 250);
  for (const char* bad : {"", "2025", "2025-01-15T19:00:00", "2025-1-15T19:00:00Z",
                          "2025-01-15T19:00:00z", "2025-01-15T19:00:00.1234Z",
                          "2025-01-15T19:00:00+1", "2023-02-29T00:00Z", "0000-01-01T00:00Z"}) {
    CHECK(!read_instant(bad).has_value());
  }
}

TEST_CASE("days are written three ways, times of day one") {
  CHECK(read_day("2024-08-16") == read_day("16/08/2024"));
  CHECK(read_day("2024-08-16") == read_day("16/08/24"));
  CHECK(read_day("14/08/93") == read_day("1993-08-14"));
  CHECK(!read_day("16/08/024").has_value());
  CHECK(!read_day("16.08.24").has_value());
  CHECK(read_time_of_day("19:30") == Millis{70'200'000});
  CHECK(!read_time_of_day("24:00").has_value());
  CHECK(!read_time_of_day("7:30").has_value());
}
