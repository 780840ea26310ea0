#pragma once

#include <string>

#include "engine/document/document.h"

namespace palpera::document {

// How libyaml writes a value.
struct Writing {
    int indent = 4;      // of a block in a block
    bool quoted = true;  // a text that is not plain: in quotes; otherwise as a block after `|`
    int depth = 1;       // of the value in its document; a map below the root is a block, deeper ones stand on one line
};

// Inside brackets, on one line: `"text"`, `[a, b]`, `{key: value}`.
std::string emitted_on_one_line(const Node& value);
// A key, as it stands before a colon; `in_brackets` a few more signs have to be quoted.
std::string emitted_key(const std::string& key, bool in_brackets);
// What follows the colon or the dash of a block: ` "text"`, or the lines of a block from their line end on, each
// indented by `writing.indent`; without a line end at the end.
std::string emitted_after_sign(const Node& value, const Writing& writing);

}  // namespace palpera::document
