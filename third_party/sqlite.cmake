pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3>=3.40)
add_library(third_party::sqlite ALIAS PkgConfig::SQLITE)
