#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/result.h"
#include "engine/document/document.h"

namespace palpera::document {

// One step into a document: a key of a map, or the number of an item of a list, from 0.
using Step = std::variant<std::string, std::size_t>;
using Path = std::vector<Step>;

// The value there; nothing where the path leads to nothing.
const Node* node_at(const Node& root, const Path& path);
// Do both say the same, wherever and however they are written?
bool same_value(const Node& a, const Node& b);

// New values. A text is quoted, a word (an id, a number, yes or no) is written plain where YAML allows it.
Node text_value(std::string text);
Node word_value(std::string word);
Node list_value(std::vector<Node> items);
Node map_value(std::vector<std::pair<std::string, Node>> entries);

// What an author may do to a document.
struct Replace {  // the value there by another; a text keeps its quotes, or its lack of them
    Path at;
    Node value;
};
struct Insert {  // into the map or list there; `before` is counted in entries or items, at most their number
    Path in;
    std::size_t before = 0;
    std::string key;  // of a map
    Node value;
};
struct Remove {  // an entry or an item, with the comment lines directly above it and the one behind it
    Path at;
};
struct Move {  // an entry or an item to another place in its map or list, its comments with it
    Path at;
    std::size_t to = 0;
};
struct Rename {  // a key
    Path at;
    std::string key;
};
using Edit = std::variant<Replace, Insert, Remove, Move, Rename>;

// `removed` stood at `byte`, `inserted` stands there now. Turned round it undoes the edit.
struct Splice {
    std::size_t byte = 0;
    std::string removed, inserted;
    Splice inverse() const { return {byte, inserted, removed}; }
    friend bool operator==(const Splice&, const Splice&) = default;
};
std::string spliced(std::string bytes, const Splice& splice);

struct Edited {
    Document document;
    Splice splice;
};
// Carries the edit out on the text: all that it does not touch stays byte for byte. The new text is read again, and
// refused unless it says exactly what was meant. An error also where the path leads to nothing, a key is there
// already, or the new text breaks a limit; the document is as it was then.
base::Result<Edited> edited(const Document& document, const Edit& edit, const Limits& limits);

}  // namespace palpera::document
