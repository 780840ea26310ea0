# Its headers and its name: the library itself is loaded with the first sound (engine/audio/mixer.cpp).
find_package(PkgConfig REQUIRED)
pkg_check_modules(SDL2_MIXER REQUIRED SDL2_mixer>=2.6 sdl2>=2.26)
late_library(sdl2_mixer SDL2_MIXER SDL2_mixer PALPERA_SDL2_MIXER)
