#pragma once

#include <gtest/gtest.h>

#include <filesystem>

#include "engine/proof/stage.h"

namespace palpera::proof {

// The library as it is shipped, read once for all tests of the program.
inline const library::Library& shipped() {
    static const library::Library library = [] {
        base::Diagnostics diagnostics;
        const std::filesystem::path root(PALPERA_SOURCE_DIR);
        return library::read_library({root / "cases", root / "assets" / "anatomy"}, diagnostics);
    }();
    return library;
}

inline const library::CaseFile& shipped_case(const std::string& id) {
    const library::CaseFile* file = library::find(shipped().cases, id);
    EXPECT_NE(file, nullptr) << id;
    return *file;
}

inline std::unique_ptr<Stage> stage_of(const std::string& id, std::uint64_t seed = 0) {
    auto stage = Stage::of(shipped(), shipped_case(id), seed);
    EXPECT_NE(stage, nullptr) << id;
    return stage;
}

}  // namespace palpera::proof
