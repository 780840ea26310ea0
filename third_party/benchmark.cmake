find_package(benchmark 1.7 REQUIRED)
add_library(palpera_benchmark INTERFACE)
target_link_libraries(palpera_benchmark INTERFACE benchmark::benchmark_main)
add_library(third_party::benchmark ALIAS palpera_benchmark)
