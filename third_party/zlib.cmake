find_package(PkgConfig REQUIRED)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
add_library(third_party::zlib ALIAS PkgConfig::ZLIB)
