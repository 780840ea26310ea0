pkg_check_modules(LUA REQUIRED IMPORTED_TARGET lua5.4>=5.4)
add_library(third_party::lua ALIAS PkgConfig::LUA)
