#pragma once

#include "engine/dialogue/model.h"
#include "engine/library/library.h"

namespace palpera::dialogue_test {

inline library::Places places() {
    const std::filesystem::path root(PALPERA_SOURCE_DIR);
    return {root / "cases", root / "assets" / "anatomy"};
}

inline const library::Library& shipped_library() {
    static const library::Library library = [] {
        base::Diagnostics diagnostics;
        return library::read_library(places(), diagnostics);
    }();
    return library;
}

inline const dialogue::Model& shipped_model() {
    static const dialogue::Model model =
        dialogue::read_model(PALPERA_MODEL) ? *dialogue::read_model(PALPERA_MODEL) : dialogue::Model{};
    return model;
}

}  // namespace palpera::dialogue_test
