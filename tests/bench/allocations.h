#pragma once

#include <cstddef>

namespace palpera::bench {

// What this thread has taken from the heap so far.
struct Allocations {
    std::size_t count = 0, bytes = 0;
};
Allocations allocations();

}  // namespace palpera::bench
