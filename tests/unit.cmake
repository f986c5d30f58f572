# One Catch2 program, auction_tests, from every tests/<room>/*_test.cc. Without the adapters only
# the rooms of the core row and the room row are taken, so that sanitizer builds need no package.

set(rooms ${LIBAUCTION_BASE_ROOMS} ${LIBAUCTION_CORE_ROOMS} ${LIBAUCTION_ROOM_ROOMS} naive)
set(libraries auction_test_faults libauction::room)
if(LIBAUCTION_BUILD_ADAPTERS)
  set(rooms "")
  list(APPEND libraries libauction::json libauction::csv libauction::results libauction::ical libauction::sqlite
       libauction::socketio
       SQLiteCpp SQLite::SQLite3 nlohmann_json::nlohmann_json fmt::fmt)
endif()
if(LIBAUCTION_BUILD_EXAMPLES)
  list(APPEND libraries auctioneer_lib)
endif()

list(TRANSFORM rooms PREPEND tests/ OUTPUT_VARIABLE folders)
if(NOT folders)
  set(folders tests)
endif()
libauction_glob(sources *_test.cc ${folders})
if(NOT LIBAUCTION_BUILD_EXAMPLES)
  list(FILTER sources EXCLUDE REGEX "/tests/auctioneer/")
endif()
list(FILTER sources EXCLUDE REGEX "/tests/pilot/")  # a program of its own, where Boost is
libauction_glob(python_tests *_test.py tests)
list(FILTER python_tests EXCLUDE REGEX "/tests/pilot/")
if(NOT sources)
  return()
endif()

# Catch2 itself is compiled once, without optimisation: it is never what takes the time.
if(TARGET Catch2::Catch2WithMain)
  set(catch Catch2::Catch2WithMain)
else()
  add_library(auction_test_main OBJECT main.cc)
  target_compile_options(auction_test_main PRIVATE -O0 -w)
  target_link_libraries(auction_test_main PUBLIC Catch2::Catch2)
  set(catch auction_test_main)
endif()

libauction_program(auction_tests ${sources} LINK ${libraries} ${catch})
libauction_unite(auction_tests ${sources})
# A constant of its table.h is called as an enumerator of league.h, which the others include.
set_source_files_properties("${CMAKE_CURRENT_SOURCE_DIR}/json/command_json_test.cc" PROPERTIES
                            SKIP_UNITY_BUILD_INCLUSION ON)
libauction_test_code(auction_tests)
target_precompile_headers(auction_tests PRIVATE catch.h)
# Test code is compiled for the compiler's time; the library below it keeps its own flags.
target_compile_options(auction_tests PRIVATE -O0 $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)

# Each case is a ctest test of its own: found by asking the program when ctest starts.
file(GENERATE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/unit_tests.cmake" CONTENT
"set(part unit)
set(program \"$<TARGET_FILE:auction_tests>\")
set(environment \"${LIBAUCTION_TEST_ENVIRONMENT}\")
include(\"${PROJECT_SOURCE_DIR}/cmake/discover_catch.cmake\")
")
set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES
             "${CMAKE_CURRENT_BINARY_DIR}/unit_tests.cmake")

# Tests in Python call the built programs; LIBAUCTION_BUILD_DIR says where those are.
if(LIBAUCTION_BUILD_EXAMPLES)
  foreach(test IN LISTS python_tests)
    get_filename_component(name "${test}" NAME_WE)
    libauction_python_test(python.${name} "${test}")
  endforeach()
endif()
