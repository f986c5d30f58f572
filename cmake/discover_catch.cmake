# Run by ctest, not by cmake: asks the Catch2 `program` for its cases and adds each as the test
# `part`.NAME.
# Ours rather than Catch2's own, because that one cannot pass an environment of several variables.

if(NOT EXISTS "${program}")
  add_test(${part}.NOT_BUILT "${program}")
  return()
endif()

# v2 answers with the number of tests as its exit code, v3 with zero; v3 has another option.
execute_process(COMMAND "${program}" --list-test-names-only
                OUTPUT_VARIABLE names ERROR_VARIABLE errors RESULT_VARIABLE code)
if(errors)
  execute_process(COMMAND "${program}" --list-tests --verbosity quiet OUTPUT_VARIABLE names)
endif()
if(names STREQUAL "" AND NOT code EQUAL 0)
  add_test(${part}.DOES_NOT_START "${program}")
  return()
endif()

# Brackets and semicolons mean something to CMake's lists; they are carried as other characters.
string(REPLACE "[" "<LEFT>" names "${names}")
string(REPLACE "]" "<RIGHT>" names "${names}")
string(REPLACE ";" "<SEMICOLON>" names "${names}")
string(REPLACE "\\" "<BACKSLASH>" names "${names}")
string(REPLACE "\n" ";" names "${names}")
foreach(carried IN LISTS names)
  string(STRIP "${carried}" carried)
  if(carried STREQUAL "")
    continue()
  endif()
  string(REPLACE "<BACKSLASH>" "\\" name "${carried}")
  string(REPLACE "<LEFT>" "[" name "${name}")
  string(REPLACE "<RIGHT>" "]" name "${name}")
  string(REPLACE "<SEMICOLON>" ";" name "${name}")
  # In Catch2's own pattern language a comma, a bracket and a backslash must be escaped.
  string(REGEX REPLACE "([],\\[\\\\])" "\\\\\\1" pattern "${name}")
  string(REGEX REPLACE "^[~\"]" "\\\\\\0" pattern "${pattern}")
  add_test("${part}.${name}" "${program}" "${pattern}")
  set_tests_properties("${part}.${name}" PROPERTIES ENVIRONMENT "${environment}"
    SKIP_REGULAR_EXPRESSION "SKIPPED:" FAIL_REGULAR_EXPRESSION "No test cases matched" TIMEOUT 600)
endforeach()
