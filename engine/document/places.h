#pragma once

#include <cstddef>
#include <string_view>

#include "engine/document/document.h"

namespace palpera::document {

// From libyaml's marks, which count characters, to bytes. Marks come almost in their order, so each is found by walking
// from the one before it, also in a file that is one long line.
class Places {
public:
    // `bytes` without the byte order mark; `skipped` is the length of the mark that stood before them.
    Places(std::string_view bytes, std::size_t skipped) : bytes_(bytes), skipped_(skipped) {}

    Position at(std::size_t index, std::size_t line, std::size_t column) const;
    std::string_view bytes() const { return bytes_; }
    // Where a position stands in bytes().
    std::size_t offset(const Position& position) const { return position.byte - skipped_; }
    // The byte at a position; a line end where the file is over.
    char byte_at(const Position& position) const {
        return offset(position) < bytes_.size() ? bytes_[offset(position)] : '\n';
    }
    // What follows a position: up to the end of its line.
    std::string_view rest_of_line(const Position& position) const;
    // What stands before a position on its line.
    std::string_view line_before(const Position& position) const;

private:
    void walk_to(std::size_t index) const;

    std::string_view bytes_;
    std::size_t skipped_;
    mutable std::size_t index_ = 0, byte_ = 0;  // the mark found last
};

}  // namespace palpera::document
