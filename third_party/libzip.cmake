find_package(PkgConfig REQUIRED)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip>=1.7.3)
add_library(third_party::libzip ALIAS PkgConfig::LIBZIP)
