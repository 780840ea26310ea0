find_package(PkgConfig REQUIRED)
# For tests only: OpenGL without a display.
pkg_check_modules(EGL REQUIRED IMPORTED_TARGET egl gl)
add_library(third_party::egl ALIAS PkgConfig::EGL)
