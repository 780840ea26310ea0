#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/document/document.h"

namespace palpera::document {

// From libyaml's marks, which count characters, to bytes. A sparse table of byte offsets keeps each lookup short,
// also in a file that is one long line.
class Places {
public:
    // `bytes` without the byte order mark; `skipped` is the length of the mark that stood before them.
    Places(std::string_view bytes, std::size_t skipped);

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
    static constexpr std::size_t step = 4;
    std::string_view bytes_;
    std::size_t skipped_;
    bool ascii_ = true;
    std::vector<std::uint32_t> every_step_;
};

}  // namespace palpera::document
