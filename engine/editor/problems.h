#pragma once

#include <optional>
#include <vector>

#include "engine/editor/open_case.h"
#include "engine/library/library.h"

namespace palpera::editor {

// A complaint about the open case, and the field it belongs to.
struct Problem {
    base::Diagnostic complaint;
    std::size_t file = 0;  // in OpenCase::files
    document::Path field;  // in that file; empty where the file as a whole is meant
};

// All that `palpera check` says of the case as it is now, saved or not, by file and place; errors first.
std::vector<Problem> problems(const OpenCase& open, const library::Library& library);

// The innermost value at a place of a document; empty for one before or after all values.
document::Path path_at(const document::Document& document, int line, int column);

}  // namespace palpera::editor
