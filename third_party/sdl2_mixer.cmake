# Its headers and its name: the library itself is loaded with the first sound (engine/audio/mixer.cpp).
find_package(PkgConfig REQUIRED)
pkg_check_modules(SDL2_MIXER REQUIRED SDL2_mixer>=2.6 sdl2>=2.26)
find_library(SDL2_MIXER_LIBRARY SDL2_mixer REQUIRED)
file(REAL_PATH ${SDL2_MIXER_LIBRARY} SDL2_MIXER_FILE)
get_filename_component(SDL2_MIXER_NAME ${SDL2_MIXER_FILE} NAME)
# Of libSDL2_mixer-2.0.so.0.600.2 what stays the same as long as programs fit it.
string(REGEX REPLACE "(\\.so\\.[0-9]+).*" "\\1" SDL2_MIXER_NAME ${SDL2_MIXER_NAME})
add_library(sdl2_mixer_headers INTERFACE)
add_library(third_party::sdl2_mixer ALIAS sdl2_mixer_headers)
target_include_directories(sdl2_mixer_headers SYSTEM INTERFACE ${SDL2_MIXER_INCLUDE_DIRS})
target_compile_options(sdl2_mixer_headers INTERFACE ${SDL2_MIXER_CFLAGS_OTHER})
target_compile_definitions(sdl2_mixer_headers INTERFACE PALPERA_SDL2_MIXER="${SDL2_MIXER_NAME}")
