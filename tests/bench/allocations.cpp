// Counts what goes through operator new, of the whole program.
#include "tests/bench/allocations.h"

#include <cstdlib>
#include <new>

namespace {

thread_local palpera::bench::Allocations so_far;

void* counted(std::size_t bytes, std::size_t alignment) {
    ++so_far.count;
    so_far.bytes += bytes;
    const std::size_t whole = (bytes + alignment - 1) / alignment * alignment;
    void* memory = alignment <= alignof(std::max_align_t) ? std::malloc(bytes) : std::aligned_alloc(alignment, whole);
    if (!memory) throw std::bad_alloc();
    return memory;
}

}  // namespace

namespace palpera::bench {
Allocations allocations() { return so_far; }
}  // namespace palpera::bench

void* operator new(std::size_t bytes) { return counted(bytes, 1); }
void* operator new(std::size_t bytes, std::align_val_t alignment) {
    return counted(bytes, static_cast<std::size_t>(alignment));
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
