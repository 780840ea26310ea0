find_package(GTest 1.12 REQUIRED)
add_library(palpera_googletest INTERFACE)
target_link_libraries(palpera_googletest INTERFACE GTest::gmock GTest::gtest_main)
add_library(third_party::googletest ALIAS palpera_googletest)
