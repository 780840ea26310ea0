#pragma once

#include <dlfcn.h>

namespace palpera::base {

// A shared library that is loaded while the program runs, when what it does is first asked for: linked to it, every
// start would wait for it and for all that stand behind it. The members of a class derived from this are its functions:
//     PALPERA_LATE(cairo_arc);
// looks up cairo_arc with the type that its header gives it.
class LateLibrary {
public:
    // False where the library or one of its functions is missing; then none may be called.
    bool is_whole() const { return whole_; }

protected:
    // NAME as the loader knows it: "libcairo.so.2". Never unloaded: what stands behind it may leave threads.
    explicit LateLibrary(const char* name) : library_(::dlopen(name, RTLD_LAZY | RTLD_LOCAL)), whole_(library_) {}
    LateLibrary(const LateLibrary&) = delete;
    LateLibrary& operator=(const LateLibrary&) = delete;

    template <class Function>
    Function find(const char* name) {
        void* found = whole_ ? ::dlsym(library_, name) : nullptr;
        whole_ = found != nullptr;
        return reinterpret_cast<Function>(found);
    }

private:
    void* library_;
    bool whole_;
};

}  // namespace palpera::base

#define PALPERA_LATE(name) decltype(&::name) name = find<decltype(&::name)>(#name)
