# Its headers and its name: the library itself is loaded with the first package (engine/exchange/zip_library.h).
find_package(PkgConfig REQUIRED)
pkg_check_modules(LIBZIP REQUIRED libzip>=1.7.3)
late_library(libzip LIBZIP zip PALPERA_LIBZIP)
