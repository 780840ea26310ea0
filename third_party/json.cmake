find_package(nlohmann_json 3.11 REQUIRED)
add_library(palpera_json INTERFACE)
target_link_libraries(palpera_json INTERFACE nlohmann_json::nlohmann_json)
add_library(third_party::json ALIAS palpera_json)
