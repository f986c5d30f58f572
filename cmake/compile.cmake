# How our own code is compiled. Nothing here reaches a consumer but the language level.

set(LIBAUCTION_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow)
# Clang blames the caller for what libstdc++ 12 deprecates inside its own std::stable_sort.
list(APPEND LIBAUCTION_WARNINGS $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
# g++ 12 sees overlapping copies in std::string's own operator+ at -O3, and there are none.
list(APPEND LIBAUCTION_WARNINGS $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)

# Contraction would let one compiler fuse a*b+c and another not; the same log must give the same
# digest everywhere, also where a simulation values things with doubles.
set(LIBAUCTION_NUMERICS -ffp-contract=off)

# g++ collects garbage from 512 MB on and not from 128, which saves a tenth of its time.
set(LIBAUCTION_COMPILER $<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-heapsize=524288>)
# A call within a file is the function that stands there, as clang takes it anyway. Not without
# optimisation, where tests/mutants puts others in the place of functions.
if(NOT CMAKE_CXX_FLAGS MATCHES "-O0")
  list(APPEND LIBAUCTION_COMPILER $<$<CXX_COMPILER_ID:GNU>:-fno-semantic-interposition>)
endif()

function(libauction_compile target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON
                        UNITY_BUILD OFF)  # libauction_unite puts it on
  target_compile_options(${target} PRIVATE ${LIBAUCTION_WARNINGS} ${LIBAUCTION_NUMERICS}
                                           ${LIBAUCTION_COMPILER})
endfunction()

# An executable of ours: name, then sources, then LINK and the libraries.
function(libauction_program target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINK")
  add_executable(${target} ${arg_UNPARSED_ARGUMENTS})
  libauction_compile(${target})
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${target} PRIVATE ${arg_LINK})
endfunction()
