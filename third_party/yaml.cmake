find_package(PkgConfig REQUIRED)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-0.1>=0.2.5)
add_library(third_party::yaml ALIAS PkgConfig::YAML)
