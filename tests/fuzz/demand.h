#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "engine/base/diagnostic.h"

namespace palpera::fuzz {

// What must hold for every input. Where it does not, the fuzzer stops and keeps the input.
inline void demand(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

// Every error says where in the file it is, what is wrong and by which rule, and stays short.
inline void demand_sound(const base::Diagnostics& diagnostics) {
    for (const base::Diagnostic& diagnostic : diagnostics.all()) {
        demand(diagnostic.line > 0 && diagnostic.column > 0, "a diagnostic has its line and column");
        demand(!diagnostic.message.empty() && !diagnostic.rule.empty(),
               "a diagnostic says what is wrong, and its rule");
        demand(diagnostic.message.size() + diagnostic.hint.size() <= 1024, "a diagnostic is short");
        const std::string shown = base::format(diagnostic);
        demand(shown.find('\x1b') == std::string::npos && shown.find('\0') == std::string::npos,
               "a diagnostic moves no cursor");
    }
}

inline std::string text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

}  // namespace palpera::fuzz
