pkg_check_modules(YAML_CPP REQUIRED IMPORTED_TARGET yaml-cpp>=0.7)
add_library(third_party::yaml_cpp ALIAS PkgConfig::YAML_CPP)
