find_package(PkgConfig REQUIRED)
pkg_check_modules(PANGO REQUIRED IMPORTED_TARGET pangocairo>=1.50 pangoft2>=1.50 cairo-pdf>=1.16 fontconfig)
add_library(third_party::pango ALIAS PkgConfig::PANGO)
