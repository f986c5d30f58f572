# What to build. A project that embeds us with add_subdirectory gets the core and the room only,
# so that it needs no package; everything is on when this is the top-level project.

option(LIBAUCTION_BUILD_ADAPTERS "json, csv, sqlite ... (Abseil, fmt, nlohmann/json, libcsv, SQLiteCpp)"
       ${PROJECT_IS_TOP_LEVEL})
option(LIBAUCTION_BUILD_EXAMPLES "example programs and the auctioneer; need the adapters and CLI11"
       ${PROJECT_IS_TOP_LEVEL})
option(LIBAUCTION_BUILD_BENCHMARKS "benchmark programs" ${PROJECT_IS_TOP_LEVEL})
option(LIBAUCTION_BUILD_TESTS "the test suite; needs Catch2 and Python" ${PROJECT_IS_TOP_LEVEL})
option(LIBAUCTION_BUILD_SIMULATIONS "walk, sequences, digest: tests that need a compiler only"
       ${LIBAUCTION_BUILD_TESTS})
option(LIBAUCTION_FUZZ "libFuzzer targets; needs clang" OFF)
option(LIBAUCTION_BUILD_PROTOCOL "the target socketio_conformance; needs Boost 1.81 and the adapters" OFF)
option(LIBAUCTION_BUILD_PILOT "the pilot host; needs the examples, Boost 1.81, curl, OpenSSL,
prometheus-cpp, cpp-jwt and spdlog" OFF)
option(LIBAUCTION_BUILD_PYTHON "the Python module auction._auction; needs the adapters and pybind11" OFF)
option(LIBAUCTION_INSTALL "install rules" ${PROJECT_IS_TOP_LEVEL})

# Recorded auctions and other large inputs live beside the repository, not in it. Tests that find
# nothing there say SKIPPED and why.
set(LIBAUCTION_DATA "${PROJECT_SOURCE_DIR}/../shared/data" CACHE PATH "large inputs of some tests")
if(DEFINED ENV{LIBAUCTION_DATA})  # whoever says it in the environment means it
  set(LIBAUCTION_DATA "$ENV{LIBAUCTION_DATA}")
endif()

if(LIBAUCTION_BUILD_EXAMPLES AND NOT LIBAUCTION_BUILD_ADAPTERS)
  message(FATAL_ERROR "LIBAUCTION_BUILD_EXAMPLES needs LIBAUCTION_BUILD_ADAPTERS")
endif()
if(LIBAUCTION_BUILD_PILOT AND NOT LIBAUCTION_BUILD_EXAMPLES)
  message(FATAL_ERROR "LIBAUCTION_BUILD_PILOT needs LIBAUCTION_BUILD_EXAMPLES")
endif()
if(LIBAUCTION_BUILD_PYTHON AND NOT LIBAUCTION_BUILD_ADAPTERS)
  message(FATAL_ERROR "LIBAUCTION_BUILD_PYTHON needs LIBAUCTION_BUILD_ADAPTERS")
endif()
if(LIBAUCTION_FUZZ AND NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  message(FATAL_ERROR "LIBAUCTION_FUZZ needs clang: libFuzzer comes with it")
endif()

if(PROJECT_IS_TOP_LEVEL AND NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CXX_FLAGS)
  set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# ccache, where there is one. Precompiled headers need the two sloppiness words; without them
# every test file would miss the cache.
find_program(LIBAUCTION_CCACHE ccache)
mark_as_advanced(LIBAUCTION_CCACHE)
if(PROJECT_IS_TOP_LEVEL AND LIBAUCTION_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros "${LIBAUCTION_CCACHE}")
endif()
