// Catch2, whichever major version the system has. Test files include this and nothing of Catch2.
//
//   #include "tests/catch.h"
//   TEST_CASE("a bid at the deadline is late") { CHECK(...); }
//
// A test that cannot run here prints "SKIPPED: why" and returns; the runner counts and names it.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
