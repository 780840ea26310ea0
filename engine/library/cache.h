#pragma once

#include <filesystem>

#include "engine/library/library.h"

namespace palpera::library {

struct CachedLibrary {
    Library library;
    bool compiled = false;  // it came from the compiled file, not from the authors' files
};

// The library from CACHE/library.bin if that was made by this very program from these very files (path, size and time
// of change of each), else from the authors' files; then the compiled file is made anew, if it can be. It is sealed
// with CACHE/library.key, which only the user can read: a compiled file that is damaged, planted, of another version or
// of other files, or over 64 MiB, is passed over silently. Warnings are kept with it and given again; a library with
// errors is never kept.
CachedLibrary read_library_cached(const Places& places, const std::filesystem::path& cache,
                                  base::Diagnostics& diagnostics);

}  // namespace palpera::library
