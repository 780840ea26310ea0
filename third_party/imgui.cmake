find_package(PkgConfig REQUIRED)
# libimgui.a carries the GLFW and OpenGL 3 backends and the FreeType builder; stb (PNG) comes with it.
pkg_check_modules(IMGUI REQUIRED IMPORTED_TARGET imgui glfw3 gl freetype2)
add_library(third_party::imgui ALIAS PkgConfig::IMGUI)
