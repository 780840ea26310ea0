#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/document/places.h"

namespace palpera::document {

// What libyaml stumbled over: its words, the place, and the place where the construct around it began.
struct Trouble {
    std::string_view context, problem;
    Position context_place, place;
    // What was read before it: a quoted text, and where it ends.
    std::string_view last_quoted;
    Position last_quoted_end;
    bool ended_by_dots = false;            // the document, by `...`
    std::optional<Position> open_bracket;  // the innermost one
    std::size_t key_bytes = 128;
};

struct Explanation {
    Position place;
    std::string rule, message, hint;
};

// The same in the words of this project.
Explanation explained(const Trouble& trouble, const Places& places);

}  // namespace palpera::document
