# Its headers and its name: the library itself is loaded with the first document (engine/exchange/typesetting.h).
find_package(PkgConfig REQUIRED)
pkg_check_modules(PANGO REQUIRED pangocairo>=1.50 pangoft2>=1.50 cairo-pdf>=1.16 fontconfig)
late_library(pango PANGO pangocairo-1.0 PALPERA_PANGOCAIRO)
