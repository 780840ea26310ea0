#pragma once

#include <string>
#include <vector>

#include "engine/base/diagnostic.h"

namespace palpera::document {

// Every complaint as a person reads it, in the order of the file.
inline std::vector<std::string> complaints(const base::Diagnostics& diagnostics) {
    std::vector<std::string> result;
    for (const base::Diagnostic& diagnostic : diagnostics.sorted()) result.push_back(base::format(diagnostic));
    return result;
}

}  // namespace palpera::document
