#include "engine/document/places.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace palpera::document {
namespace {

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Are these eight bytes eight characters?
bool eight_letters(const char* bytes) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes, sizeof eight);
    return (eight & 0x8080808080808080) == 0;
}

}  // namespace

void Places::walk_to(std::size_t index) const {
    while (index_ < index && byte_ < bytes_.size()) {
        if (index - index_ >= 8 && bytes_.size() - byte_ >= 8 && eight_letters(bytes_.data() + byte_)) {
            byte_ += 8;
            index_ += 8;
            continue;
        }
        do ++byte_;
        while (byte_ < bytes_.size() && continues_character(bytes_[byte_]));
        ++index_;
    }
    while (index_ > index) {
        do --byte_;
        while (byte_ > 0 && continues_character(bytes_[byte_]));
        --index_;
    }
}

Position Places::at(std::size_t index, std::size_t line, std::size_t column) const {
    walk_to(index);
    return {static_cast<int>(line) + 1, static_cast<int>(column) + 1, byte_ + skipped_};
}

std::string_view Places::rest_of_line(const Position& position) const {
    const std::string_view rest = bytes_.substr(std::min(offset(position), bytes_.size()));
    return rest.substr(0, rest.find_first_of("\r\n"));
}

std::string_view Places::line_before(const Position& position) const {
    const std::string_view before = bytes_.substr(0, offset(position));
    const std::size_t newline = before.rfind('\n');
    return newline == std::string_view::npos ? before : before.substr(newline + 1);
}

}  // namespace palpera::document
