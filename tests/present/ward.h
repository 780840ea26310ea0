#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <initializer_list>
#include <string>

#include "engine/encounter/encounter.h"
#include "engine/library/library.h"
#include "engine/patient/patient.h"
#include "engine/present/context.h"

namespace palpera::present_test {

inline const library::Library& shipped_library() {
    static const library::Library library = [] {
        base::Diagnostics diagnostics;
        const std::filesystem::path root(PALPERA_SOURCE_DIR);
        return library::read_library({root / "cases", root / "assets" / "anatomy"}, diagnostics);
    }();
    return library;
}

inline const present::Words& shipped_words() {
    static const present::Words words = [] {
        base::Diagnostics diagnostics;
        return present::Words::read(std::filesystem::path(PALPERA_SOURCE_DIR) / "assets/text/interface.yaml",
                                    diagnostics);
    }();
    return words;
}

inline present::Context context_in(base::Language language) { return {shipped_library(), shipped_words(), language}; }

inline const patient::Patient& ward_nurse() {
    static const patient::Patient patient = [] {
        base::Diagnostics diagnostics;
        const library::Library& library = shipped_library();
        return *patient::compile(library, *find(library.cases, "ward_nurse"), 0, diagnostics);
    }();
    return patient;
}

// Carries out lines of the action language; a line that is refused fails the test.
inline void act(encounter::Encounter& encounter, std::initializer_list<const char*> lines) {
    for (const char* line : lines) {
        const base::Result<library::Action> action = library::parse_action(line);
        ASSERT_TRUE(action) << line << ": " << action.error().message();
        ASSERT_FALSE(encounter::find_refusal(encounter, *action)) << line;
        encounter::carry_out(encounter, *action);
    }
}

inline encounter::Encounter visit(std::initializer_list<const char*> lines) {
    encounter::Encounter encounter(ward_nurse());
    act(encounter, lines);
    return encounter;
}

}  // namespace palpera::present_test
