find_package(cereal 1.3.2 REQUIRED)
add_library(palpera_cereal INTERFACE)
target_link_libraries(palpera_cereal INTERFACE cereal::cereal)
add_library(third_party::cereal ALIAS palpera_cereal)
