#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"

namespace palpera::document {

struct Position {
    int line = 1;    // from 1
    int column = 1;  // from 1, in characters
    std::size_t byte = 0;
    friend bool operator==(const Position&, const Position&) = default;
};

struct Entry;

// One value of a YAML document, with its place. A scalar is always a text; the typed view says what it means.
struct Node {
    enum class Kind { text, list, map };
    Kind kind = Kind::text;
    std::string text;            // of a text: its value
    bool plain = false;          // of a text: written without quotes and not as a block
    Position begin, end;         // in the file's bytes; end is one past the last
    std::vector<Node> items;     // of a list
    std::vector<Entry> entries;  // of a map, in the order of the file
    const Node* find(std::string_view key) const;
};

struct Entry {
    std::string key;
    Position place;
    Node value;
};

// What a file may hold at the most (facts in docs/case-format.md, "Bounds").
struct Limits {
    std::size_t bytes = 256 * 1024;
    std::size_t values = 50'000;
    int depth = 32;
    std::size_t key_bytes = 128;
    std::size_t text_bytes = 16 * 1024;
};
inline constexpr Limits case_limits{};
inline constexpr Limits catalogue_limits{1024 * 1024, 50'000, 32, 128, 16 * 1024};

// A YAML file, read once: every byte and every position kept. No anchors, aliases, merge keys, tags, directives or
// second documents; keys are words, none twice; a quoted text ends on its own line.
struct Document {
    std::string name;  // as shown in diagnostics
    std::string bytes;
    Node root;
};

// Complaints go to `diagnostics`, as many as can be told apart; nothing comes back if any is an error.
std::optional<Document> parse(std::string name, std::string bytes, const Limits& limits,
                              base::Diagnostics& diagnostics);
std::optional<Document> read(const std::filesystem::path& file, std::string name, const Limits& limits,
                             base::Diagnostics& diagnostics);

}  // namespace palpera::document
