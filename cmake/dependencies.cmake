# Third-party libraries of the adapters and the programs: found on the system, never downloaded.
# They are looked up here, at the top, so that every folder below sees the same targets.

# Part of every system, so asked for always; GLOBAL, because whoever embeds us links it too.
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED GLOBAL)

if(LIBAUCTION_BUILD_ADAPTERS)
  find_package(absl CONFIG REQUIRED)
  find_package(fmt CONFIG REQUIRED)
  find_package(nlohmann_json CONFIG REQUIRED)
  find_package(libcsv MODULE REQUIRED)
  find_package(SQLiteCpp CONFIG REQUIRED)
  find_package(SQLite3 REQUIRED)
endif()
if(LIBAUCTION_BUILD_EXAMPLES)
  find_package(CLI11 CONFIG REQUIRED)
endif()
if(LIBAUCTION_BUILD_TESTS)
  find_package(Catch2 CONFIG REQUIRED)
  find_package(Python3 COMPONENTS Interpreter REQUIRED)
endif()
