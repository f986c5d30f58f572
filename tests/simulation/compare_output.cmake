# cmake -Dprogram=P -Dgolden=F -P compare_output.cmake: P must exit 0 and print exactly F.
execute_process(COMMAND "${program}" OUTPUT_VARIABLE printed RESULT_VARIABLE code)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "${program} ended with ${code}\n${printed}")
endif()
file(READ "${golden}" expected)
if(NOT printed STREQUAL expected)
  message(FATAL_ERROR "not as committed in ${golden}\nprinted:\n${printed}expected:\n${expected}")
endif()
