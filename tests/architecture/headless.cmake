# cmake -D SOURCE=FOLDER -D BUILD=FOLDER -P headless.cmake: builds the program as the preset `headless` does and looks
# at what it links.
foreach(step "--preset;headless;-S;${SOURCE};-B;${BUILD}" "--build;${BUILD};--target;palpera")
    execute_process(COMMAND ${CMAKE_COMMAND} ${step} WORKING_DIRECTORY ${SOURCE} RESULT_VARIABLE result
        OUTPUT_VARIABLE output ERROR_VARIABLE error)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "${step}: ${result}\n${output}${error}")
    endif()
endforeach()
# What it asks for itself: cairo, which writes PDF, brings libraries of X11 along, and fonts are needed on paper too.
execute_process(COMMAND readelf -d ${BUILD}/bin/palpera OUTPUT_VARIABLE libraries COMMAND_ERROR_IS_FATAL ANY)
if(libraries MATCHES "\\[lib(SDL|GL|glfw|EGL|X11|asound)[^]]*")
    message(FATAL_ERROR "the headless program links ${CMAKE_MATCH_0}")
endif()
