find_package(PkgConfig REQUIRED)
pkg_check_modules(SDL2_MIXER REQUIRED IMPORTED_TARGET SDL2_mixer>=2.6 sdl2>=2.26)
add_library(third_party::sdl2_mixer ALIAS PkgConfig::SDL2_MIXER)
