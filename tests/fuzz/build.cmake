# cmake -D SOURCE=FOLDER -D BUILD=FOLDER -P build.cmake: builds the fuzzers as the preset `fuzz` does.
foreach(step "--preset;fuzz;-S;${SOURCE};-B;${BUILD}" "--build;${BUILD};--target;fuzzers")
    execute_process(COMMAND ${CMAKE_COMMAND} ${step} WORKING_DIRECTORY ${SOURCE} RESULT_VARIABLE result
        OUTPUT_VARIABLE output ERROR_VARIABLE error)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "${step}: ${result}\n${output}${error}")
    endif()
endforeach()
