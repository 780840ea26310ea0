# cmake -D SOURCE=FOLDER -D BUILD=FOLDER -P headless.cmake: builds the program as the preset `headless` does and looks
# at what it links.
foreach(step "--preset;headless;-S;${SOURCE};-B;${BUILD}" "--build;${BUILD};--target;palpera")
    execute_process(COMMAND ${CMAKE_COMMAND} ${step} WORKING_DIRECTORY ${SOURCE} RESULT_VARIABLE result
        OUTPUT_VARIABLE output ERROR_VARIABLE error)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "${step}: ${result}\n${output}${error}")
    endif()
endforeach()
# Neither itself nor through others; but cairo, which writes PDF, brings X11 and fonts along, so those it may not ask for itself.
execute_process(COMMAND ldd ${BUILD}/bin/palpera OUTPUT_VARIABLE all COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND readelf -d ${BUILD}/bin/palpera OUTPUT_VARIABLE own COMMAND_ERROR_IS_FATAL ANY)
if(all MATCHES "lib(SDL|GL|glfw|EGL|asound)[^ \n]*" OR own MATCHES "lib(SDL|GL|glfw|EGL|X11|freetype|asound)[^] \n]*")
    message(FATAL_ERROR "the headless program links ${CMAKE_MATCH_0}")
endif()
